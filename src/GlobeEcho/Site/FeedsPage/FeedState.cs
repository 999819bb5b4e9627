namespace GlobeEcho.Site.FeedsPage;

/// <summary>How a feed is doing, in one word.</summary>
public enum FeedState
{
    Failing,
    Gone,
    New,
    Good,
}
