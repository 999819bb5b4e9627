namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Decides when a feed is asked again, and with it how it is doing. Pure: the same feed, answer and time give the same health.</summary>
public sealed class FeedSchedule(FeedsOptions options)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(12);

    // A server may ask for patience, but not for ever.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(7);

    private TimeSpan Minimum => TimeSpan.FromMinutes(options.MinimumMinutes);

    // An upper limit under the lower one means: always the lower one.
    private TimeSpan Maximum => TimeSpan.FromMinutes(Math.Max(options.MinimumMinutes, options.MaximumMinutes));

    /// <summary>After a document was read: as often as the feed publishes, and no oftener than it allows.</summary>
    public FeedHealth Good(Feed feed, FeedDocument document, DateTimeOffset now)
    {
        var wait = Rhythm(document.Items, now);
        if (document.TimeToLive is { } asked && asked > wait)
            wait = asked;
        return Well(feed, wait, now);
    }

    /// <summary>After an answer without news: half as long again as the last wait.</summary>
    public FeedHealth Unchanged(Feed feed, DateTimeOffset now)
    {
        var last = feed.Health is { Failures: 0, LastTried: { } tried } && feed.Health.NextCheck > tried ? feed.Health.NextCheck - tried : Minimum;
        return Well(feed, last * 1.5, now);
    }

    /// <summary>After a failure: 5 minutes, doubled each time up to 12 hours, and never before the server wants to be asked.</summary>
    public FeedHealth Failed(Feed feed, string reason, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var failures = feed.Health.Failures + 1;
        var wait = Shorter(FirstRetry * Math.Pow(2, Math.Min(failures - 1, 20)), LastRetry);
        wait *= Jitter(feed.Id);
        if (retryAfter is { } asked && asked > wait)
            wait = Shorter(asked, LongestPatience);
        return feed.Health with { LastTried = now, NextCheck = now + wait, Failures = failures, FailureReason = reason };
    }

    /// <summary>The publisher took it down for good: never again.</summary>
    public FeedHealth Gone(Feed feed, DateTimeOffset now) => feed.Health with
    {
        LastTried = now,
        NextCheck = DateTimeOffset.MaxValue,
        Failures = feed.Health.Failures + 1,
        FailureReason = "The publisher says that this feed is gone for good.",
        Gone = true,
    };

    private FeedHealth Well(Feed feed, TimeSpan wait, DateTimeOffset now)
    {
        wait = Longer(Minimum, Shorter(Shorter(wait, Maximum) * Jitter(feed.Id), Maximum));
        return new FeedHealth(now, now, now + wait, 0, null, Gone: false);
    }

    /// <summary>Half the usual gap between two items, and longer the longer the feed has been silent.</summary>
    private TimeSpan Rhythm(IReadOnlyList<FeedItem> items, DateTimeOffset now)
    {
        var times = items.Select(i => i.Published).OfType<DateTimeOffset>().Where(t => t <= now).OrderDescending().Take(20).ToList();
        if (times.Count == 0)
            return TimeSpan.FromMinutes(30);
        var silence = (now - times[0]) / 8;
        var gaps = times.Zip(times.Skip(1), (later, earlier) => later - earlier).Order().ToList();
        return gaps.Count == 0 ? Longer(silence, TimeSpan.FromMinutes(30)) : Longer(silence, gaps[gaps.Count / 2] / 2);
    }

    /// <summary>0.9 to 1.1, always the same for one feed: feeds that were added together drift apart.</summary>
    private static double Jitter(FeedId feed)
    {
        // Knuth's multiplicative hash: neighbouring ids land far apart.
        var spread = unchecked((uint)feed.Value * 2654435761u) / (double)uint.MaxValue;
        return 0.9 + (0.2 * spread);
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
