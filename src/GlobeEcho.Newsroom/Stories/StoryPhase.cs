namespace GlobeEcho.Newsroom.Stories;

/// <summary>How a story stands, by its own rhythm.</summary>
public enum StoryPhase
{
    /// <summary>It began within hours, and new voices come one after the other.</summary>
    Breaking,

    /// <summary>It goes on, in its first two days.</summary>
    Developing,

    /// <summary>It goes on for longer than that.</summary>
    Continuing,

    /// <summary>Silent for longer than its rhythm lets expect.</summary>
    Ended,
}
