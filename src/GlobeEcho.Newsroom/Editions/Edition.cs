namespace GlobeEcho.Newsroom.Editions;

/// <summary>One dated state of the paper. Placements are in order of rank.</summary>
public sealed record Edition(DateTimeOffset MadeUp, IReadOnlyList<Placement> Placements);
