namespace GlobeEcho.Newsroom.Feeds;

/// <summary>How a feed is, in one word.</summary>
public enum FeedCondition
{
    /// <summary>Not asked yet.</summary>
    New,
    Well,
    Failing,

    /// <summary>By the operator.</summary>
    Paused,

    /// <summary>The publisher said 410.</summary>
    Gone,
}
