using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Publishers, feeds, their entries and corrections as rows. Owns publisher, feed, feed_entry and correction.</summary>
public sealed class FeedStore
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    private const string FeedColumns =
        """
        f.id, f.address, f.title, f.section, f.etag, f.last_modified AS lastModified, f.content_hash AS contentHash,
        f.last_tried AS lastTried, f.last_good AS lastGood, f.next_check AS nextCheck, f.failures, f.failure_reason AS failureReason, f.gone,
        f.fault, f.paused, f.usual_gap AS usualGap, f.newest, f.asked_pause AS askedPause, f.pushed_until AS pushedUntil,
        f.moved_to AS movedTo, f.moved_since AS movedSince, f.moved_seen AS movedSeen,
        p.id AS publisherId, p.name AS publisherName, p.home AS publisherHome, p.language AS publisherLanguage, p.muted
        """;

    /// <summary>Finds the publisher of that name (whatever its case) or adds it.</summary>
    public async Task<PublisherId> PublisherAsync(ArchiveSession session, string name, Uri? home, string? language, CancellationToken cancel)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO publisher (name, home, language) VALUES (@name, @home, @language)
            ON CONFLICT (name) DO UPDATE SET home = coalesce(home, excluded.home), language = coalesce(language, excluded.language)
            """,
            new { name, home = home?.AbsoluteUri, language },
            cancel);
        return new PublisherId(await session.FirstAsync<long>("SELECT id FROM publisher WHERE name = @name", new { name }, cancel));
    }

    /// <summary>Adds a feed; its title is the listing's until it has been asked. Returns false when its address is known already.</summary>
    /// <param name="first">When it is asked first.</param>
    public async Task<bool> AddAsync(ArchiveSession session, PublisherId publisher, FeedListing listing, DateTimeOffset now, DateTimeOffset first, CancellationToken cancel) =>
        await session.ExecuteAsync(
            """
            INSERT INTO feed (publisher_id, address, title, section, added, next_check) VALUES (@publisher, @address, @title, @section, @now, @first)
            ON CONFLICT (address) DO NOTHING
            """,
            new
            {
                publisher = publisher.Value,
                address = listing.Address.AbsoluteUri,
                title = listing.Title,
                section = listing.Section,
                now = now.ToUnixTimeMilliseconds(),
                first = first.ToUnixTimeMilliseconds(),
            },
            cancel) == 1;

    public async Task<bool> RemoveAsync(ArchiveSession session, FeedId feed, CancellationToken cancel) =>
        await session.ExecuteAsync("DELETE FROM feed WHERE id = @id", new { id = feed.Value }, cancel) == 1;

    public async Task<bool> PauseAsync(ArchiveSession session, FeedId feed, bool paused, DateTimeOffset now, CancellationToken cancel) =>
        await session.ExecuteAsync(
            "UPDATE feed SET paused = @paused, next_check = CASE WHEN @paused = 0 AND paused = 1 THEN @now ELSE next_check END WHERE id = @id",
            new { id = feed.Value, paused, now = now.ToUnixTimeMilliseconds() },
            cancel) == 1;

    public async Task<bool> MuteAsync(ArchiveSession session, PublisherId publisher, bool muted, CancellationToken cancel) =>
        await session.ExecuteAsync("UPDATE publisher SET muted = @muted WHERE id = @id", new { id = publisher.Value, muted }, cancel) == 1;

    public async Task<IReadOnlySet<PublisherId>> MutedAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.QueryAsync<long>("SELECT id FROM publisher WHERE muted = 1", null, cancel)).Select(i => new PublisherId(i)).ToHashSet();

    /// <summary>Makes a feed due now.</summary>
    public Task HurryAsync(ArchiveSession session, FeedId feed, DateTimeOffset now, CancellationToken cancel) =>
        session.ExecuteAsync(
            "UPDATE feed SET next_check = min(next_check, @now) WHERE id = @id AND gone = 0", new { id = feed.Value, now = now.ToUnixTimeMilliseconds() }, cancel);

    /// <summary>Notes until when a hub brings the feed's news.</summary>
    /// <param name="good">When it brought some; null when it is only to be trusted no longer.</param>
    public Task MarkPushedAsync(ArchiveSession session, FeedId feed, DateTimeOffset? good, DateTimeOffset? until, CancellationToken cancel) =>
        session.ExecuteAsync(
            "UPDATE feed SET pushed_until = @until, last_good = coalesce(@good, last_good) WHERE id = @id",
            new { id = feed.Value, good = good?.ToUnixTimeMilliseconds(), until = until?.ToUnixTimeMilliseconds() },
            cancel);

    public async Task<int> CountAsync(ArchiveSession session, CancellationToken cancel) =>
        await session.FirstAsync<int>("SELECT count(*) FROM feed", null, cancel);

    /// <summary>Those of the addresses that a feed has already.</summary>
    public async Task<IReadOnlySet<Uri>> KnownAsync(ArchiveSession session, IEnumerable<Uri> addresses, CancellationToken cancel) =>
        (await session.QueryAsync<string>("SELECT address FROM feed WHERE address IN @some", new { some = addresses.Select(a => a.AbsoluteUri) }, cancel))
        .Select(a => new Uri(a)).ToHashSet();

    /// <summary>Feeds whose time has come, the longest overdue first.</summary>
    public async Task<IReadOnlyList<Feed>> DueAsync(ArchiveSession session, DateTimeOffset now, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<FeedRow>(
            $"""
            SELECT {FeedColumns} FROM feed f JOIN publisher p ON p.id = f.publisher_id
            WHERE f.gone = 0 AND f.paused = 0 AND f.next_check <= @now ORDER BY f.next_check LIMIT @limit
            """,
            new { now = now.ToUnixTimeMilliseconds(), limit },
            cancel)).Select(r => r.ToFeed()).ToList();

    /// <summary>
    /// Writes back title, address, validators and health after a try. An address that another feed has is not taken.
    /// Returns false when the feed was removed meanwhile.
    /// </summary>
    public async Task<bool> SaveAsync(ArchiveSession session, Feed feed, CancellationToken cancel) =>
        await session.ExecuteAsync(
            """
            UPDATE feed SET
              address = CASE WHEN EXISTS (SELECT 1 FROM feed o WHERE o.address = @address AND o.id <> @id) THEN address ELSE @address END,
              title = @title, etag = @etag, last_modified = @lastModified, content_hash = @contentHash,
              last_tried = @lastTried, last_good = @lastGood, next_check = @nextCheck, failures = @failures, failure_reason = @failureReason, gone = @gone,
              fault = @fault, usual_gap = @usualGap, newest = @newest, asked_pause = @askedPause, pushed_until = @pushedUntil,
              moved_to = @movedTo, moved_since = @movedSince, moved_seen = @movedSeen
            WHERE id = @id
            """,
            new
            {
                id = feed.Id.Value,
                address = feed.Address.AbsoluteUri,
                title = feed.Title,
                etag = feed.ETag,
                lastModified = feed.LastModified,
                contentHash = feed.ContentHash,
                lastTried = feed.Health.LastTried?.ToUnixTimeMilliseconds(),
                lastGood = feed.Health.LastGood?.ToUnixTimeMilliseconds(),
                nextCheck = feed.Health.NextCheck.ToUnixTimeMilliseconds(),
                failures = feed.Health.Failures,
                failureReason = feed.Health.FailureReason,
                gone = feed.Health.Gone,
                fault = (int?)feed.Health.Fault,
                usualGap = Milliseconds(feed.Rhythm.Gap),
                newest = feed.Rhythm.Newest?.ToUnixTimeMilliseconds(),
                askedPause = Milliseconds(feed.Rhythm.Asked),
                pushedUntil = feed.Rhythm.PushedUntil?.ToUnixTimeMilliseconds(),
                movedTo = feed.Move?.Target.AbsoluteUri,
                movedSince = feed.Move?.Since.ToUnixTimeMilliseconds(),
                movedSeen = feed.Move?.Seen ?? 0,
            },
            cancel) == 1;

    /// <summary>The entries of a feed that bear the name or the link of one of the items.</summary>
    internal async Task<IReadOnlyList<KnownEntry>> KnownEntriesAsync(ArchiveSession session, FeedId feed, IReadOnlyList<FeedItem> items, CancellationToken cancel) =>
        (await session.QueryAsync<KnownRow>(
            """
            SELECT id, guid, link, title, text_hash AS textHash, edits FROM feed_entry
            WHERE feed_id = @feed AND (guid IN (SELECT value FROM json_each(@guids)) OR link IN (SELECT value FROM json_each(@links)))
            """,
            new
            {
                feed = feed.Value,
                guids = JsonSerializer.Serialize(items.Select(i => i.Guid)),
                links = JsonSerializer.Serialize(items.Select(i => i.Link.AbsoluteUri)),
            },
            cancel)).Select(r => new KnownEntry(new FeedEntryId(r.Id), r.Guid, r.Link, r.Title, r.TextHash, r.Edits)).ToList();

    public Task AddEntriesAsync(ArchiveSession session, FeedId feed, IEnumerable<FeedItem> items, DateTimeOffset now, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO feed_entry (feed_id, guid, link, title, summary, content_html, author, published, seen, text_hash)
            VALUES (@feed, @Guid, @link, @Title, @Summary, @ContentHtml, @Author, @published, @seen, @textHash)
            ON CONFLICT (feed_id, guid, link) DO NOTHING
            """,
            items.Select(i => new
            {
                feed = feed.Value,
                i.Guid,
                link = i.Link.AbsoluteUri,
                i.Title,
                i.Summary,
                i.ContentHtml,
                i.Author,
                published = i.Published?.ToUnixTimeMilliseconds(),
                seen = now.ToUnixTimeMilliseconds(),
                textHash = EntryIdentity.HashOf(i),
            }).ToList(),
            cancel);

    /// <summary>
    /// Takes over what entries say now. What counts as a correction is noted. An article keeps the text that was read, which claims
    /// cite; only a page that could not be read waits to be tried once more.
    /// </summary>
    internal async Task EditEntriesAsync(ArchiveSession session, IReadOnlyList<EntryEdit> edits, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = edits.Select(e => new
        {
            id = e.Known.Id.Value,
            now = now.ToUnixTimeMilliseconds(),
            link = e.Item.Link.AbsoluteUri,
            e.Item.Title,
            e.Item.Summary,
            e.Item.ContentHtml,
            hash = e.TextHash,
            e.IsCorrection,
            e.TextChanged,
            waiting = (int)EntryState.Waiting,
            read = (int)EntryState.Read,
            refused = (int)EntryState.Refused,
            before = e.HeadlineChanged ? e.Known.Title : null,
            after = e.HeadlineChanged ? e.Item.Title : null,
        }).ToList();
        await session.ExecuteAsync(
            """
            INSERT INTO correction (entry_id, noticed, headline_before, headline_after, text_changed) VALUES (@id, @now, @before, @after, @TextChanged)
            """,
            rows.Where(r => r.IsCorrection).ToList(),
            cancel);
        await session.ExecuteAsync(
            """
            UPDATE feed_entry SET link = @link, title = @Title, summary = @Summary, text_hash = @hash, edits = edits + @IsCorrection,
              content_html = CASE WHEN state = @waiting OR (@IsCorrection = 1 AND state = @refused) THEN @ContentHtml END,
              state = CASE WHEN @IsCorrection = 1 AND state = @refused THEN @waiting ELSE state END,
              attempts = CASE WHEN @IsCorrection = 1 AND state <> @read THEN 0 ELSE attempts END,
              next_try = CASE WHEN @IsCorrection = 1 AND state <> @read THEN @now ELSE next_try END
            WHERE id = @id
            """,
            rows,
            cancel);
    }

    /// <summary>Noticed in a span (both ends inclusive), the newest first; of all publishers when none is named.</summary>
    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(
        ArchiveSession session, IReadOnlyCollection<PublisherId>? publishers, DateTimeOffset since, DateTimeOffset until, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<CorrectionRow>(
            """
            SELECT c.entry_id AS entryId, f.publisher_id AS publisherId, e.link, c.noticed,
              c.headline_before AS headlineBefore, c.headline_after AS headlineAfter, c.text_changed AS textChanged
            FROM correction c JOIN feed_entry e ON e.id = c.entry_id JOIN feed f ON f.id = e.feed_id
            WHERE c.noticed BETWEEN @since AND @until AND (@publishers IS NULL OR f.publisher_id IN (SELECT value FROM json_each(@publishers)))
            ORDER BY c.noticed DESC, c.id DESC LIMIT @limit
            """,
            new
            {
                since = since.ToUnixTimeMilliseconds(),
                until = until.ToUnixTimeMilliseconds(),
                publishers = publishers is null ? null : JsonSerializer.Serialize(publishers.Select(p => p.Value)),
                limit,
            },
            cancel)).Select(r => new Correction(
                new FeedEntryId(r.EntryId), new PublisherId(r.PublisherId), new Uri(r.Link), DateTimeOffset.FromUnixTimeMilliseconds(r.Noticed),
                r.HeadlineBefore, r.HeadlineAfter, r.TextChanged)).ToList();

    /// <summary>Entries whose page is to be read now, oldest first.</summary>
    public async Task<IReadOnlyList<FeedEntry>> WaitingAsync(ArchiveSession session, DateTimeOffset now, int limit, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<EntryRow>(
            """
            SELECT id, feed_id AS feedId, guid, link, title, summary, content_html AS contentHtml, author, published, seen, attempts
            FROM feed_entry WHERE state = 0 AND next_try <= @now ORDER BY coalesce(published, seen), id LIMIT @limit
            """,
            new { now = now.ToUnixTimeMilliseconds(), limit },
            cancel);
        var asked = rows.Select(r => r.FeedId).Distinct().ToList();
        var feeds = (await session.QueryAsync<FeedRow>(
            $"SELECT {FeedColumns} FROM feed f JOIN publisher p ON p.id = f.publisher_id WHERE f.id IN (SELECT value FROM json_each(@asked))",
            new { asked = JsonSerializer.Serialize(asked) },
            cancel)).Select(r => r.ToFeed()).ToDictionary(f => f.Id);
        return rows.Select(r => r.ToEntry(feeds[new FeedId(r.FeedId)])).ToList();
    }

    /// <summary>Records what came of an entry's page. A waiting entry is tried again at <paramref name="nextTry"/>.</summary>
    public Task MarkEntryAsync(ArchiveSession session, FeedEntryId entry, EntryState state, string? reason, DateTimeOffset nextTry, CancellationToken cancel) =>
        session.ExecuteAsync(
            // The full text has done its work once the page is settled.
            """
            UPDATE feed_entry SET state = @state, reason = @reason, next_try = @nextTry, attempts = attempts + 1,
              content_html = CASE WHEN @state = 0 THEN content_html END
            WHERE id = @id
            """,
            new { id = entry.Value, state = (int)state, reason, nextTry = nextTry.ToUnixTimeMilliseconds() },
            cancel);

    /// <summary>All feeds by publisher and title, or the one with an address.</summary>
    public async Task<IReadOnlyList<FeedStatus>> StatusAsync(ArchiveSession session, Uri? address, DateTimeOffset now, CancellationToken cancel)
    {
        var asked = new { address = address?.AbsoluteUri, recent = (now - Recent).ToUnixTimeMilliseconds() };
        var counts = (await session.QueryAsync<CountRow>(
            """
            SELECT feed_id AS feedId, sum(state = 0) AS waiting, sum(state = 1) AS read, sum(state = 2) AS refused,
              sum(coalesce(published, seen) >= @recent) AS recent,
              (SELECT reason FROM feed_entry r WHERE r.feed_id = e.feed_id AND r.reason IS NOT NULL ORDER BY r.id DESC LIMIT 1) AS lastReason
            FROM feed_entry e WHERE @address IS NULL OR feed_id = (SELECT id FROM feed WHERE address = @address) GROUP BY feed_id
            """,
            asked,
            cancel)).ToDictionary(c => c.FeedId);
        var feeds = await session.QueryAsync<FeedRow>(
            $"""
            SELECT {FeedColumns} FROM feed f JOIN publisher p ON p.id = f.publisher_id
            WHERE @address IS NULL OR f.address = @address ORDER BY p.name COLLATE NOCASE, f.title
            """,
            asked,
            cancel);
        return feeds.Select(r => r.ToFeed()).Select(f => counts.TryGetValue(f.Id.Value, out var c)
            ? new FeedStatus(f, (int)c.Waiting, (int)c.Read, (int)c.Refused, c.LastReason, Math.Round(c.Recent / Recent.TotalDays, 1))
            : new FeedStatus(f, 0, 0, 0, null)).ToList();
    }

    private static long? Milliseconds(TimeSpan? span) => span is { } s ? (long)s.TotalMilliseconds : null;

    private static TimeSpan? Span(long? milliseconds) => milliseconds is { } m ? TimeSpan.FromMilliseconds(m) : null;

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null;

    // Properties, not a constructor: SQLite gives a computed column no type while there are no rows.
    private sealed class CountRow
    {
        public long FeedId { get; init; }
        public long Waiting { get; init; }
        public long Read { get; init; }
        public long Refused { get; init; }
        public long Recent { get; init; }
        public string? LastReason { get; init; }
    }

    private sealed class FeedRow
    {
        public long Id { get; init; }
        public required string Address { get; init; }
        public required string Title { get; init; }
        public string? Section { get; init; }
        public string? ETag { get; init; }
        public string? LastModified { get; init; }
        public string? ContentHash { get; init; }
        public long? LastTried { get; init; }
        public long? LastGood { get; init; }
        public long NextCheck { get; init; }
        public int Failures { get; init; }
        public string? FailureReason { get; init; }
        public bool Gone { get; init; }
        public int? Fault { get; init; }
        public bool Paused { get; init; }
        public long? UsualGap { get; init; }
        public long? Newest { get; init; }
        public long? AskedPause { get; init; }
        public long? PushedUntil { get; init; }
        public string? MovedTo { get; init; }
        public long? MovedSince { get; init; }
        public int MovedSeen { get; init; }
        public long PublisherId { get; init; }
        public required string PublisherName { get; init; }
        public string? PublisherHome { get; init; }
        public string? PublisherLanguage { get; init; }
        public bool Muted { get; init; }

        public Feed ToFeed() => new(
            new FeedId(Id),
            new Publisher(new PublisherId(PublisherId), PublisherName, PublisherHome is null ? null : new Uri(PublisherHome), PublisherLanguage, Muted),
            new Uri(Address),
            Title,
            Section,
            ETag,
            LastModified,
            ContentHash,
            new FeedHealth(
                Moment(LastTried), Moment(LastGood), DateTimeOffset.FromUnixTimeMilliseconds(NextCheck), Failures, FailureReason, Gone, (FetchFault?)Fault),
            new FeedRhythm(Span(UsualGap), Moment(Newest), Span(AskedPause), Moment(PushedUntil)),
            MovedTo is null ? null : new FeedMove(new Uri(MovedTo), Moment(MovedSince) ?? DateTimeOffset.UnixEpoch, MovedSeen),
            Paused);
    }

    private sealed class KnownRow
    {
        public long Id { get; init; }
        public required string Guid { get; init; }
        public required string Link { get; init; }
        public required string Title { get; init; }
        public string? TextHash { get; init; }
        public int Edits { get; init; }
    }

    private sealed class CorrectionRow
    {
        public long EntryId { get; init; }
        public long PublisherId { get; init; }
        public required string Link { get; init; }
        public long Noticed { get; init; }
        public string? HeadlineBefore { get; init; }
        public string? HeadlineAfter { get; init; }
        public bool TextChanged { get; init; }
    }

    private sealed class EntryRow
    {
        public long Id { get; init; }
        public long FeedId { get; init; }
        public required string Guid { get; init; }
        public required string Link { get; init; }
        public required string Title { get; init; }
        public string? Summary { get; init; }
        public string? ContentHtml { get; init; }
        public string? Author { get; init; }
        public long? Published { get; init; }
        public long Seen { get; init; }
        public int Attempts { get; init; }

        public FeedEntry ToEntry(Feed feed) => new(
            new FeedEntryId(Id), feed, Guid, new Uri(Link), Title, Summary, ContentHtml, Author, Moment(Published), DateTimeOffset.FromUnixTimeMilliseconds(Seen), Attempts);
    }
}
