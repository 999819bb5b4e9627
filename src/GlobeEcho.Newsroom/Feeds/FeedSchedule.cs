using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Decides when a feed is asked again, and with it how it is doing. Pure: the same feed, answer and time give the same feed.</summary>
public sealed class FeedSchedule(FeedsOptions options)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(12);
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(30);

    // A server may ask for patience, but not for ever.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(7);

    private TimeSpan Minimum => TimeSpan.FromMinutes(options.MinimumMinutes);

    // An upper limit under the lower one means: always the lower one.
    private TimeSpan Maximum => TimeSpan.FromMinutes(Math.Max(options.MinimumMinutes, options.MaximumMinutes));

    /// <summary>After a document was read: as often as the feed publishes, and no oftener than it allows.</summary>
    /// <param name="freshUntil">Until when its server calls the answer fresh.</param>
    public Feed Good(Feed feed, FeedDocument document, DateTimeOffset? freshUntil, DateTimeOffset now)
    {
        var rhythm = feed.Rhythm.After(document, now);
        return Well(feed with { Rhythm = rhythm }, Wait(rhythm, now) ?? Unknown, freshUntil, now);
    }

    /// <summary>After an answer without news: by the rhythm that is known, or half as long again as the last wait.</summary>
    /// <param name="freshUntil">As for <see cref="Good"/>.</param>
    public Feed Unchanged(Feed feed, DateTimeOffset? freshUntil, DateTimeOffset now)
    {
        var last = feed.Health is { Failures: 0, LastTried: { } tried } && feed.Health.NextCheck > tried ? feed.Health.NextCheck - tried : Minimum;
        return Well(feed, Wait(feed.Rhythm, now) ?? (last * 1.5), freshUntil, now);
    }

    /// <summary>After a failure: 5 minutes, doubled each time up to 12 hours, and never before the server wants to be asked. It never gives up.</summary>
    /// <param name="fault">Null when it answered with something that is no feed.</param>
    public Feed Failed(Feed feed, string reason, FetchFault? fault, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var failures = feed.Health.Failures + 1;
        var wait = Shorter(FirstRetry * Math.Pow(2, Math.Min(failures - 1, 20)), LastRetry);
        wait *= Jitter(feed.Id);
        if (retryAfter is { } asked && asked > wait)
            wait = Shorter(asked, LongestPatience);
        return feed with
        {
            Health = feed.Health with { LastTried = now, NextCheck = now + wait, Failures = failures, FailureReason = reason, Fault = fault },
        };
    }

    /// <summary>The publisher took it down for good: never again.</summary>
    public Feed Gone(Feed feed, DateTimeOffset now) => feed with
    {
        Health = feed.Health with
        {
            LastTried = now,
            NextCheck = DateTimeOffset.MaxValue,
            Failures = feed.Health.Failures + 1,
            FailureReason = "The publisher says that this feed is gone for good.",
            Gone = true,
            Fault = null,
        },
    };

    private Feed Well(Feed feed, TimeSpan own, DateTimeOffset? freshUntil, DateTimeOffset now)
    {
        var jitter = Jitter(feed.Id);
        // What the feed brings of itself need not be fetched: a poll looks only whether the hub does what it promised.
        var wait = feed.Rhythm.PushedUntil > now ? Maximum * jitter : own * jitter;
        // A pause somebody asks for is only ever stretched.
        if (feed.Rhythm.Asked is { } pause)
            wait = Longer(wait, pause * (jitter + 0.1));
        if (freshUntil is { } fresh && fresh > now)
            wait = Longer(wait, (fresh - now) * (jitter + 0.1));
        wait = Longer(Minimum, Shorter(wait, Maximum));
        return feed with { Health = new FeedHealth(now, now, now + wait, 0, null, Gone: false) };
    }

    /// <summary>Half the usual gap between two items, and longer the longer the feed has been silent; null when it has no dates.</summary>
    private static TimeSpan? Wait(FeedRhythm rhythm, DateTimeOffset now) =>
        rhythm.Newest is { } newest ? Longer((now - newest) / 8, rhythm.Gap is { } gap ? gap / 2 : Unknown) : null;

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
