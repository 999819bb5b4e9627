namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A feed with counts of its entries, for people who look after feeds.</summary>
/// <param name="Waiting">Entries whose page was not read yet, retries included.</param>
/// <param name="Read">Entries that became articles, or were told before by the same address.</param>
/// <param name="Refused">Entries given up, each with a recorded reason.</param>
/// <param name="LastReason">The newest reason recorded at one of its entries.</param>
/// <param name="EntriesADay">Of the last seven days.</param>
/// <param name="Subscription">What its hub has agreed to; null when it has none, or the paper has no public address.</param>
public sealed record FeedStatus(
    Feed Feed, int Waiting, int Read, int Refused, string? LastReason, double EntriesADay = 0, WebSub.Subscription? Subscription = null)
{
    /// <summary>What the operator can do; null when there is nothing to do.</summary>
    public string? Advice => FeedAdvice.For(Feed);

    /// <summary>Null when it is not asked at all.</summary>
    public DateTimeOffset? NextCheck => Feed.Health.Gone || Feed.Paused ? null : Feed.Health.NextCheck;
}
