using System.Threading.Channels;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>The door of the room Feeds: who publishes, and what has arrived.</summary>
public sealed class FeedDesk
{
    /// <summary>A hub's delivery is read up to this many bytes.</summary>
    public const int MostPushedBytes = 5_000_000;

    // Feeds saved in one transaction, at most: a commit costs as much as a dozen rows.
    private const int Chunk = 50;

    // Feeds of one host that are added together are first asked so far apart, and all within an hour.
    private static readonly TimeSpan HostSpacing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HostSpread = TimeSpan.FromHours(1);

    private readonly NewsArchive _archive;
    private readonly FeedStore _store;
    private readonly SubscriptionStore _subscriptions;
    private readonly Fetcher _fetcher;
    private readonly TimeProvider _clock;
    private readonly FeedsOptions _options;
    private readonly ILogger<FeedDesk> _log;
    private readonly FeedSchedule _schedule;
    private readonly FeedJudgement _judgement;
    private readonly FeedFinder _finder;
    private readonly Hubs _hubs;

    public FeedDesk(
        NewsArchive archive, FeedStore store, SubscriptionStore subscriptions, Fetcher fetcher, TimeProvider clock, IOptions<FeedsOptions> options, ILogger<FeedDesk> log)
    {
        (_archive, _store, _subscriptions, _fetcher, _clock, _options, _log) = (archive, store, subscriptions, fetcher, clock, options.Value, log);
        _schedule = new FeedSchedule(_options);
        _judgement = new FeedJudgement(_schedule);
        _finder = new FeedFinder(fetcher, clock);
        _hubs = new Hubs(archive, subscriptions, fetcher, clock, _options.Callback);
    }

    /// <summary>Asks the feeds that are due, a batch of them, and keeps what is new. A feed that fails costs only itself.</summary>
    public async Task<GatherReport> GatherAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        IReadOnlyList<Feed> due;
        await using (var session = await _archive.ReadAsync(cancel))
            due = await _store.DueAsync(session, _clock.GetUtcNow(), _options.Batch, cancel);
        var report = await Round.RunAsync(
            due, f => f.Address, _options.Concurrency, 2 * Chunk, AskAsync, outcomes => SaveAsync(outcomes, due.Count, progress, cancel), cancel);
        await _hubs.AskAsync(cancel);
        return report;
    }

    /// <summary>Asks an address and reads the answer as a feed, without keeping anything.</summary>
    public Task<FeedTrial> TryAsync(Uri address, CancellationToken cancel) => _finder.TryAsync(address, cancel);

    /// <summary>The feeds at an address, be it a feed's own or a site's, without keeping anything.</summary>
    public async Task<FeedPreview> PreviewAsync(Uri address, CancellationToken cancel)
    {
        var preview = await _finder.FindAsync(address, cancel);
        await using var session = await _archive.ReadAsync(cancel);
        var known = await _store.KnownAsync(session, preview.Found.Select(f => f.Address), cancel);
        return preview with { Found = preview.Found.Select(f => f with { Known = known.Contains(f.Address) }).ToList() };
    }

    public async Task<IReadOnlyList<FeedStatus>> StatusAsync(CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        var subscriptions = (await _subscriptions.AllAsync(session, cancel)).ToDictionary(s => s.Feed);
        return (await _store.StatusAsync(session, null, _clock.GetUtcNow(), cancel)).Select(s => s with { Subscription = subscriptions.GetValueOrDefault(s.Feed.Id) }).ToList();
    }

    /// <summary>One feed; null when no feed has the address.</summary>
    public async Task<FeedStatus?> StatusAsync(Uri address, CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        return (await _store.StatusAsync(session, address, _clock.GetUtcNow(), cancel)) is [var status]
            ? status with { Subscription = await _subscriptions.FindAsync(session, status.Feed.Id, cancel) }
            : null;
    }

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        return await _store.CountAsync(session, cancel);
    }

    /// <summary>Adds the feeds whose address is not known yet; returns how many.</summary>
    public async Task<int> AddAsync(IEnumerable<FeedListing> listings, CancellationToken cancel)
    {
        var (added, hosts, now) = (0, new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), _clock.GetUtcNow());
        await using var session = await _archive.WriteAsync(cancel);
        foreach (var listing in listings)
        {
            var publisher = await _store.PublisherAsync(session, listing.PublisherName, listing.Home, listing.Language, cancel);
            var before = hosts.GetValueOrDefault(listing.Address.Host);
            var first = _fetcher.IsOwn(listing.Address) ? now : now + TimeSpan.FromTicks((HostSpacing * before).Ticks % HostSpread.Ticks);
            if (!await _store.AddAsync(session, publisher, listing, now, first, cancel))
                continue;
            hosts[listing.Address.Host] = before + 1;
            added++;
        }

        await session.CommitAsync(cancel);
        return added;
    }

    /// <summary>Forgets a feed and its entries that were not read; its articles stay. False when there is no such feed.</summary>
    public Task<bool> RemoveAsync(FeedId feed, CancellationToken cancel) => WriteAsync(s => _store.RemoveAsync(s, feed, cancel), cancel);

    /// <summary>Asks a feed no more until it is resumed; resumed, it is due at once. False when there is no such feed.</summary>
    public Task<bool> PauseAsync(FeedId feed, bool paused, CancellationToken cancel) =>
        WriteAsync(s => _store.PauseAsync(s, feed, paused, _clock.GetUtcNow(), cancel), cancel);

    /// <summary>Takes a publisher's tellings off the pages, or puts them back. Its feeds are read all the same. False when there is none.</summary>
    public Task<bool> MuteAsync(PublisherId publisher, bool muted, CancellationToken cancel) => WriteAsync(s => _store.MuteAsync(s, publisher, muted, cancel), cancel);

    /// <summary>The publishers no page may print a telling of.</summary>
    public async Task<IReadOnlySet<PublisherId>> MutedAsync(CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        return await _store.MutedAsync(session, cancel);
    }

    /// <summary>Entries whose page is to be read now, oldest first.</summary>
    public async Task<IReadOnlyList<FeedEntry>> WaitingAsync(int limit, CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        return await _store.WaitingAsync(session, _clock.GetUtcNow(), limit, cancel);
    }

    /// <summary>Records what came of an entry's page, in the caller's transaction.</summary>
    public Task SettleAsync(ArchiveSession session, FeedEntryId entry, EntryState state, string? reason, DateTimeOffset nextTry, CancellationToken cancel) =>
        _store.MarkEntryAsync(session, entry, state, reason, nextTry, cancel);

    /// <summary>What publishers changed, noticed since a time (inclusive), the newest first.</summary>
    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(DateTimeOffset since, int limit, CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        return await _store.CorrectionsAsync(session, null, since, DateTimeOffset.MaxValue, limit, cancel);
    }

    /// <summary>What some publishers changed, noticed in a span (both ends inclusive), the newest first.</summary>
    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(
        IReadOnlyCollection<PublisherId> publishers, DateTimeOffset since, DateTimeOffset until, int limit, CancellationToken cancel)
    {
        await using var session = await _archive.ReadAsync(cancel);
        return await _store.CorrectionsAsync(session, publishers, since, until, limit, cancel);
    }

    /// <summary>Whether a hub that asks back at a callback is told yes (WebSub §5.3).</summary>
    /// <param name="lease">Null when the hub did not say.</param>
    public Task<bool> VerifyAsync(string token, string mode, string topic, TimeSpan? lease, CancellationToken cancel) => _hubs.VerifyAsync(token, mode, topic, lease, cancel);

    /// <summary>A hub says no to a subscription, or ends it.</summary>
    public Task DenyAsync(string token, string topic, string? reason, CancellationToken cancel) => _hubs.DenyAsync(token, topic, reason, cancel);

    /// <summary>Whether a callback is one of ours: asked before a delivery is read at all.</summary>
    public async Task<bool> ExpectsAsync(string token, CancellationToken cancel) => await _hubs.FindAsync(token, cancel) is not null;

    /// <summary>Takes a hub's delivery, if it is signed as agreed.</summary>
    public async Task<PushResult> ReceiveAsync(string token, string? signature, string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (await _hubs.FindAsync(token, cancel) is not { } subscription)
            return PushResult.Unknown;
        if (subscription.State != SubscriptionState.Verified || !HubSignature.IsValid(signature, subscription.Secret, body.Span))
        {
            FeedsLog.PushIgnored(_log, subscription.Topic);
            return PushResult.Ignored;
        }

        var document = FeedParser.Parse(body, contentType, subscription.Topic) is FeedParseResult.Parsed parsed ? parsed.Document : null;
        await using var session = await _archive.WriteAsync(cancel);
        if (document is null)
        {
            // Signed, but no feed: the hub only says that there is something, so the feed itself is asked.
            await _store.HurryAsync(session, subscription.Feed, _clock.GetUtcNow(), cancel);
            await session.CommitAsync(cancel);
            return PushResult.Ignored;
        }

        var until = await _hubs.TakenAsync(session, subscription, cancel);
        await _store.MarkPushedAsync(session, subscription.Feed, _clock.GetUtcNow(), until, cancel);
        var added = await TakeAsync(session, subscription.Feed, document, cancel);
        await session.CommitAsync(cancel);
        FeedsLog.Pushed(_log, subscription.Topic, document.Items.Count, added);
        return PushResult.Taken;
    }

    private async Task<FeedOutcome> AskAsync(Feed feed, CancellationToken cancel)
    {
        var answer = await _fetcher.FetchAsync(new FetchRequest(feed.Address, feed.ETag, feed.LastModified, FeedFinder.Accept), cancel);
        return _judgement.Of(feed, answer, _clock.GetUtcNow());
    }

    private async Task<GatherReport> SaveAsync(ChannelReader<FeedOutcome> outcomes, int total, IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var report = new GatherReport(total, 0, 0, 0, 0);
        var done = 0;
        progress?.Report((0, total));
        while (await outcomes.WaitToReadAsync(cancel))
        {
            var saved = new List<(FeedOutcome Outcome, int Added)>();
            await using (var session = await _archive.WriteAsync(cancel))
            {
                while (saved.Count < Chunk && outcomes.TryRead(out var outcome))
                    saved.Add((outcome, await SaveAsync(session, outcome, cancel)));
                await session.CommitAsync(cancel);
            }

            foreach (var (outcome, added) in saved)
            {
                Tell(outcome, added);
                report = Count(report, outcome, added);
                progress?.Report((++done, total));
            }
        }

        return report;
    }

    /// <summary>Returns how many entries were new.</summary>
    private async Task<int> SaveAsync(ArchiveSession session, FeedOutcome outcome, CancellationToken cancel)
    {
        // False: it was removed while it was asked.
        if (!await _store.SaveAsync(session, outcome.After, cancel) || outcome.Document is not { } document)
            return 0;
        await _hubs.NoteAsync(session, outcome.After.Id, outcome.Hub, cancel);
        var added = await TakeAsync(session, outcome.After.Id, document, cancel);
        // A poll that finds what the hub should have brought trusts it no longer.
        if (added > 0 && outcome.After.Rhythm.PushedUntil is not null)
            await _store.MarkPushedAsync(session, outcome.After.Id, null, null, cancel);
        return added;
    }

    /// <summary>New items become entries, changed ones corrections; returns how many were new.</summary>
    private async Task<int> TakeAsync(ArchiveSession session, FeedId feed, FeedDocument document, CancellationToken cancel)
    {
        var (items, now) = (Wanted(document), _clock.GetUtcNow());
        var (fresh, edited) = EntryIdentity.Sort(await _store.KnownEntriesAsync(session, feed, items, cancel), items);
        await _store.AddEntriesAsync(session, feed, fresh, now, cancel);
        await _store.EditEntriesAsync(session, edited, now, cancel);
        return fresh.Count;
    }

    /// <summary>Without what is too old. A date that has not come yet is a slip, and the time of arrival stands for it.</summary>
    private List<FeedItem> Wanted(FeedDocument document)
    {
        var now = _clock.GetUtcNow();
        var oldest = _options.MaxAgeDays == 0 ? DateTimeOffset.MinValue : now.AddDays(-_options.MaxAgeDays);
        return document.Items.Where(i => i.Published is null || i.Published >= oldest)
            .Select(i => i.Published > now ? i with { Published = now } : i).ToList();
    }

    private static GatherReport Count(GatherReport report, FeedOutcome outcome, int added) => outcome switch
    {
        { After.Health.Failures: > 0 } => report with { Failed = report.Failed + 1 },
        { Document: null } => report with { Unchanged = report.Unchanged + 1 },
        _ => report with { Fresh = report.Fresh + 1, NewEntries = report.NewEntries + added },
    };

    private void Tell(FeedOutcome outcome, int added)
    {
        var feed = outcome.After;
        if (feed.Health.Gone)
            FeedsLog.Gone(_log, feed.Address);
        else if (feed.Health.Failures > 0)
            FeedsLog.Failed(_log, feed.Address, feed.Health.Failures, feed.Health.FailureReason ?? "");
        if (feed.Address != outcome.Before.Address)
            FeedsLog.Moved(_log, outcome.Before.Address, feed.Address);
        if (outcome.Document is { } document)
            FeedsLog.Gathered(_log, feed.Address, document.Items.Count, added);
    }

    private async Task<bool> WriteAsync(Func<ArchiveSession, Task<bool>> change, CancellationToken cancel)
    {
        await using var session = await _archive.WriteAsync(cancel);
        var changed = await change(session);
        await session.CommitAsync(cancel);
        return changed;
    }
}
