namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>How one telling repeats another. The numbers are stored.</summary>
public enum EchoKind
{
    /// <summary>The same text but for what a site puts around it.</summary>
    Exact = 1,

    /// <summary>One text, cut, continued or in another version.</summary>
    Syndicated = 2,

    /// <summary>Another's sentences, some of them reworded.</summary>
    Rewrite = 3,
}
