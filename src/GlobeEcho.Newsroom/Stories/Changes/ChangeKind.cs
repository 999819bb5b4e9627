namespace GlobeEcho.Newsroom.Stories.Changes;

/// <summary>What was done to a story. The numbers are stored.</summary>
public enum ChangeKind
{
    /// <summary>Some tellings left and became a story of their own.</summary>
    Split = 1,

    /// <summary>All tellings went into another story, and the address leads there.</summary>
    Merge = 2,

    /// <summary>One telling went into another story.</summary>
    Move = 3,
}
