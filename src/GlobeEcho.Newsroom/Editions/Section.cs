namespace GlobeEcho.Newsroom.Editions;

/// <summary>The parts of the paper, in the order they stand. The names are stored and are addresses (/section/europe).</summary>
public enum Section
{
    World,
    Europe,
    MiddleEast,
    Africa,
    Asia,
    Pacific,
    Americas,
    Business,
    Science,
    Culture,
    Sport,
}
