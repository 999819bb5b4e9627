namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>What came of something delivered to a callback.</summary>
public enum PushResult
{
    /// <summary>There is no such subscription.</summary>
    Unknown,

    /// <summary>Not signed as agreed, or no feed: nothing of it was kept.</summary>
    Ignored,

    /// <summary>Read like an answer of the feed itself.</summary>
    Taken,
}
