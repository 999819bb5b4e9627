using System.Security.Cryptography;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>The door of the room Feeds: who publishes, and what has arrived.</summary>
public sealed class FeedDesk(
    NewsArchive archive, FeedStore store, Fetcher fetcher, TimeProvider clock, IOptions<FeedsOptions> options, ILogger<FeedDesk> log)
{
    private const string Accept =
        "application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    private readonly FeedSchedule _schedule = new(options.Value);

    /// <summary>Asks the feeds that are due, a batch of them, and keeps what is new. A feed that fails costs only itself.</summary>
    public async Task<GatherReport> GatherAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        IReadOnlyList<Feed> due;
        await using (var session = await archive.ReadAsync(cancel))
            due = await store.DueAsync(session, clock.GetUtcNow(), options.Value.Batch, cancel);

        int done = 0, fresh = 0, unchanged = 0, failed = 0, entries = 0;
        progress?.Report((0, due.Count));
        var several = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Concurrency, CancellationToken = cancel };
        await Parallel.ForEachAsync(due, several, async (feed, stop) =>
        {
            var answer = await fetcher.FetchAsync(new FetchRequest(feed.Address, feed.ETag, feed.LastModified, Accept), stop);
            var outcome = Judge(feed, answer, clock.GetUtcNow());
            Interlocked.Add(ref entries, await SaveAsync(feed, outcome, stop));
            Interlocked.Increment(ref outcome.After.Health.Failures > 0 ? ref failed : ref outcome.Document is null ? ref unchanged : ref fresh);
            progress?.Report((Interlocked.Increment(ref done), due.Count));
        });
        return new GatherReport(due.Count, fresh, unchanged, failed, entries);
    }

    /// <summary>Asks an address and reads the answer as a feed, without keeping anything.</summary>
    public async Task<FeedTrial> TryAsync(Uri address, CancellationToken cancel)
    {
        switch (await fetcher.FetchAsync(new FetchRequest(address, Accept: Accept), cancel))
        {
            case FetchResult.Fresh fresh:
                return FeedParser.Parse(fresh.Body, fresh.ContentType, fresh.Address) switch
                {
                    FeedParseResult.Parsed parsed => new FeedTrial.Reads(parsed.Document, fresh.Address, fresh.MovedPermanently),
                    FeedParseResult.NotAFeed not => new FeedTrial.NotAFeed(not.Reason, FeedLinks.Find(fresh.Body, fresh.ContentType, fresh.Address)),
                    var other => throw new InvalidOperationException($"A feed cannot parse to {other}."),
                };
            case FetchResult.Refused refused:
                return new FeedTrial.NoAnswer(refused.Reason);
            case FetchResult.Failed failed:
                return new FeedTrial.NoAnswer(failed.Reason);
            case FetchResult.Gone:
                return new FeedTrial.NoAnswer("The publisher says that it is gone for good.");
            case FetchResult.NotModified:
                return new FeedTrial.NoAnswer("The server says that nothing has changed, though it was not asked for changes.");
            case var other:
                throw new InvalidOperationException($"A fetch cannot end as {other}.");
        }
    }

    public async Task<IReadOnlyList<FeedStatus>> StatusAsync(CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.StatusAsync(session, cancel);
    }

    /// <summary>Adds the feeds whose address is not known yet; returns how many.</summary>
    public async Task<int> AddAsync(IEnumerable<FeedListing> listings, CancellationToken cancel)
    {
        var added = 0;
        await using var session = await archive.WriteAsync(cancel);
        foreach (var listing in listings)
        {
            var publisher = await store.PublisherAsync(session, listing.PublisherName, listing.Home, listing.Language, cancel);
            if (await store.AddAsync(session, publisher, listing.Address, listing.Title, listing.Section, clock.GetUtcNow(), cancel))
                added++;
        }

        await session.CommitAsync(cancel);
        return added;
    }

    /// <summary>Forgets a feed and its entries that were not read; its articles stay. False when there is no such feed.</summary>
    public async Task<bool> RemoveAsync(FeedId feed, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        var removed = await store.RemoveAsync(session, feed, cancel);
        await session.CommitAsync(cancel);
        return removed;
    }

    /// <summary>Entries whose page is to be read now, oldest first.</summary>
    public async Task<IReadOnlyList<FeedEntry>> WaitingAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.WaitingAsync(session, clock.GetUtcNow(), limit, cancel);
    }

    /// <summary>Records what came of an entry's page, in the caller's transaction.</summary>
    public Task SettleAsync(ArchiveSession session, FeedEntryId entry, EntryState state, string? reason, DateTimeOffset nextTry, CancellationToken cancel) =>
        store.MarkEntryAsync(session, entry, state, reason, nextTry, cancel);

    /// <summary>The feed as it stands after an answer, and the document when it brought a new one.</summary>
    private Outcome Judge(Feed feed, FetchResult answer, DateTimeOffset now)
    {
        switch (answer)
        {
            case FetchResult.Fresh fresh:
                return Judge(feed, fresh, now);
            case FetchResult.NotModified:
                return new Outcome(feed with { Health = _schedule.Unchanged(feed, now) }, null);
            case FetchResult.Gone:
                return new Outcome(feed with { Health = _schedule.Gone(feed, now) }, null);
            case FetchResult.Refused refused:
                return new Outcome(feed with { Health = _schedule.Failed(feed, refused.Reason, null, now) }, null);
            case FetchResult.Failed failed:
                return new Outcome(feed with { Health = _schedule.Failed(feed, failed.Reason, failed.RetryAfter, now) }, null);
            default:
                throw new InvalidOperationException($"A fetch cannot end as {answer}.");
        }
    }

    private Outcome Judge(Feed feed, FetchResult.Fresh fresh, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(fresh.Body));
        var asked = feed with { ETag = fresh.ETag, LastModified = fresh.LastModified, Address = fresh.MovedPermanently ? fresh.Address : feed.Address };
        if (hash == feed.ContentHash)
            return new Outcome(asked with { Health = _schedule.Unchanged(feed, now) }, null);
        return FeedParser.Parse(fresh.Body, fresh.ContentType, fresh.Address) switch
        {
            FeedParseResult.Parsed { Document: var document } => new Outcome(
                asked with
                {
                    Title = document.Title.Length > 0 ? document.Title : feed.Title,
                    ContentHash = hash,
                    Health = _schedule.Good(feed, document, now),
                },
                document),
            // The old validators stay: they belong to the last document that was read. So does the address, which led to no feed.
            FeedParseResult.NotAFeed not => new Outcome(feed with { Health = _schedule.Failed(feed, not.Reason, null, now) }, null),
            var other => throw new InvalidOperationException($"A feed cannot parse to {other}."),
        };
    }

    /// <summary>Health, title and entries in one transaction; returns how many entries were new.</summary>
    private async Task<int> SaveAsync(Feed before, Outcome outcome, CancellationToken cancel)
    {
        var (feed, document) = outcome;
        var added = 0;
        await using (var session = await archive.WriteAsync(cancel))
        {
            if (!await store.SaveAsync(session, feed, cancel))
                return 0;
            if (document is not null)
                added = await store.AddEntriesAsync(session, feed.Id, Wanted(document), clock.GetUtcNow(), cancel);
            await session.CommitAsync(cancel);
        }

        if (feed.Health.Gone)
            FeedsLog.Gone(log, feed.Address);
        else if (feed.Health.Failures > 0)
            FeedsLog.Failed(log, feed.Address, feed.Health.Failures, feed.Health.FailureReason ?? "");
        if (feed.Address != before.Address)
            FeedsLog.Moved(log, before.Address, feed.Address);
        if (document is not null)
            FeedsLog.Gathered(log, feed.Address, document.Items.Count, added);
        return added;
    }

    /// <summary>Without what is too old. A date that has not come yet is a slip, and the time of arrival stands for it.</summary>
    private List<FeedItem> Wanted(FeedDocument document)
    {
        var now = clock.GetUtcNow();
        var oldest = options.Value.MaxAgeDays == 0 ? DateTimeOffset.MinValue : now.AddDays(-options.Value.MaxAgeDays);
        return document.Items.Where(i => i.Published is null || i.Published >= oldest)
            .Select(i => i.Published > now ? i with { Published = now } : i).ToList();
    }

    private sealed record Outcome(Feed After, FeedDocument? Document);
}
