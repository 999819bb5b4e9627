namespace GlobeEcho.Newsroom;

/// <summary>The stages of a pass, in order.</summary>
public enum Stage
{
    Gather,
    Read,
    Fold,
    Write,
    MakeUp,
}
