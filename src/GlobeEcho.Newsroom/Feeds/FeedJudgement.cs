using System.Security.Cryptography;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Decides what an answer means for a feed. Pure.</summary>
internal sealed class FeedJudgement(FeedSchedule schedule)
{
    public FeedOutcome Of(Feed feed, FetchResult answer, DateTimeOffset now) => answer switch
    {
        FetchResult.Fresh fresh => Read(feed, fresh, now),
        FetchResult.NotModified same => Unchanged(feed, feed, same.Address ?? feed.Address, same.MovedPermanently, same.FreshUntil, now),
        FetchResult.Gone => new FeedOutcome(feed, schedule.Gone(feed, now)),
        FetchResult.Refused refused => new FeedOutcome(feed, schedule.Failed(feed, refused.Reason, refused.Fault, null, now)),
        FetchResult.Failed failed => new FeedOutcome(feed, schedule.Failed(feed, failed.Reason, failed.Fault, failed.RetryAfter, now)),
        _ => throw new InvalidOperationException($"A fetch cannot end as {answer}."),
    };

    private FeedOutcome Read(Feed feed, FetchResult.Fresh fresh, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(fresh.Body));
        var asked = feed with { ETag = fresh.ETag, LastModified = fresh.LastModified };
        if (hash == feed.ContentHash)
            return Unchanged(feed, asked, fresh.Address, fresh.MovedPermanently, fresh.FreshUntil, now);
        switch (FeedParser.Parse(fresh.Body, fresh.ContentType, fresh.Address, fresh.ContentLocation, fresh.ContentLanguage))
        {
            case FeedParseResult.Parsed { Document: var document }:
                var read = asked with { Title = document.Title.Length > 0 ? document.Title : feed.Title, ContentHash = hash };
                return new FeedOutcome(
                    feed,
                    FeedMove.Follow(schedule.Good(read, document, fresh.FreshUntil, now), fresh.Address, fresh.MovedPermanently, now),
                    document,
                    HubLinks.Find(fresh.Links, document, fresh.Address));
            case FeedParseResult.NotAFeed not:
                // The old validators stay: they belong to the last document that was read. So does the move, which led to no feed.
                return new FeedOutcome(feed, schedule.Failed(feed, not.Reason, null, null, now));
            case var other:
                throw new InvalidOperationException($"A feed cannot parse to {other}.");
        }
    }

    private FeedOutcome Unchanged(Feed before, Feed feed, Uri answered, bool permanently, DateTimeOffset? freshUntil, DateTimeOffset now) =>
        new(before, FeedMove.Follow(schedule.Unchanged(feed, freshUntil, now), answered, permanently, now));
}
