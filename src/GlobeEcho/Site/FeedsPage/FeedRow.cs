using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>A feed as the page of feeds shows it.</summary>
public sealed record FeedRow(FeedStatus Status)
{
    public FeedState State => Status.Feed.Health switch
    {
        { Gone: true } => FeedState.Gone,
        { Failures: > 0 } => FeedState.Failing,
        { LastGood: null } => FeedState.New,
        _ => FeedState.Good,
    };

    /// <summary>Why it is not well, or why its entries are refused; null when there is nothing to say.</summary>
    public string? Reason => State switch
    {
        FeedState.Gone => Status.Feed.Health.FailureReason ?? "The publisher says this feed is gone for good; it is not asked again.",
        FeedState.Failing => Status.Feed.Health.FailureReason ?? "The last try failed.",
        FeedState.New => "Not asked yet.",
        _ => Status.LastReason is { } reason && Status.Waiting + Status.Refused > 0 ? "Last page not read: " + reason : null,
    };
}
