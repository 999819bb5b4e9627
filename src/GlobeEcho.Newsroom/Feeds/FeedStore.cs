using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Publishers, feeds and their entries as rows. Owns publisher, feed and feed_entry.</summary>
public sealed class FeedStore
{
    private const string FeedColumns =
        """
        f.id, f.address, f.title, f.section, f.etag, f.last_modified AS lastModified, f.content_hash AS contentHash,
        f.last_tried AS lastTried, f.last_good AS lastGood, f.next_check AS nextCheck, f.failures, f.failure_reason AS failureReason, f.gone,
        p.id AS publisherId, p.name AS publisherName, p.home AS publisherHome, p.language AS publisherLanguage
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

    /// <summary>Adds a feed that is due at once. Returns false when its address is known already.</summary>
    public async Task<bool> AddAsync(ArchiveSession session, PublisherId publisher, Uri address, string title, string? section, DateTimeOffset now, CancellationToken cancel) =>
        await session.ExecuteAsync(
            """
            INSERT INTO feed (publisher_id, address, title, section, added, next_check) VALUES (@publisher, @address, @title, @section, @now, @now)
            ON CONFLICT (address) DO NOTHING
            """,
            new { publisher = publisher.Value, address = address.AbsoluteUri, title, section, now = now.ToUnixTimeMilliseconds() },
            cancel) == 1;

    public async Task<bool> RemoveAsync(ArchiveSession session, FeedId feed, CancellationToken cancel) =>
        await session.ExecuteAsync("DELETE FROM feed WHERE id = @id", new { id = feed.Value }, cancel) == 1;

    public async Task<IReadOnlyList<Feed>> AllAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.QueryAsync<FeedRow>(
            $"SELECT {FeedColumns} FROM feed f JOIN publisher p ON p.id = f.publisher_id ORDER BY p.name COLLATE NOCASE, f.title", null, cancel))
        .Select(r => r.ToFeed()).ToList();

    /// <summary>Feeds whose time has come, the longest overdue first.</summary>
    public async Task<IReadOnlyList<Feed>> DueAsync(ArchiveSession session, DateTimeOffset now, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<FeedRow>(
            $"""
            SELECT {FeedColumns} FROM feed f JOIN publisher p ON p.id = f.publisher_id
            WHERE f.gone = 0 AND f.next_check <= @now ORDER BY f.next_check LIMIT @limit
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
              last_tried = @lastTried, last_good = @lastGood, next_check = @nextCheck, failures = @failures, failure_reason = @failureReason, gone = @gone
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
            },
            cancel) == 1;

    /// <summary>Adds the items not seen before in this feed; returns how many were new.</summary>
    public Task<int> AddEntriesAsync(ArchiveSession session, FeedId feed, IEnumerable<FeedItem> items, DateTimeOffset now, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO feed_entry (feed_id, guid, link, title, summary, content_html, author, published, seen)
            VALUES (@feed, @Guid, @link, @Title, @Summary, @ContentHtml, @Author, @published, @seen)
            ON CONFLICT (feed_id, guid) DO NOTHING
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
            }).ToList(),
            cancel);

    /// <summary>Entries whose page is to be read now, oldest first.</summary>
    public async Task<IReadOnlyList<FeedEntry>> WaitingAsync(ArchiveSession session, DateTimeOffset now, int limit, CancellationToken cancel)
    {
        var feeds = (await AllAsync(session, cancel)).ToDictionary(f => f.Id);
        var rows = await session.QueryAsync<EntryRow>(
            """
            SELECT id, feed_id AS feedId, guid, link, title, summary, content_html AS contentHtml, author, published, seen, attempts
            FROM feed_entry WHERE state = 0 AND next_try <= @now ORDER BY coalesce(published, seen), id LIMIT @limit
            """,
            new { now = now.ToUnixTimeMilliseconds(), limit },
            cancel);
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

    public async Task<IReadOnlyList<FeedStatus>> StatusAsync(ArchiveSession session, CancellationToken cancel)
    {
        var counts = (await session.QueryAsync<CountRow>(
            """
            SELECT feed_id AS feedId, sum(state = 0) AS waiting, sum(state = 1) AS read, sum(state = 2) AS refused,
              (SELECT reason FROM feed_entry r WHERE r.feed_id = e.feed_id AND r.reason IS NOT NULL ORDER BY r.id DESC LIMIT 1) AS lastReason
            FROM feed_entry e GROUP BY feed_id
            """,
            null,
            cancel)).ToDictionary(c => c.FeedId);
        return (await AllAsync(session, cancel)).Select(f => counts.TryGetValue(f.Id.Value, out var c)
            ? new FeedStatus(f, (int)c.Waiting, (int)c.Read, (int)c.Refused, c.LastReason)
            : new FeedStatus(f, 0, 0, 0, null)).ToList();
    }

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null;

    // Properties, not a constructor: SQLite gives a computed column no type while there are no rows.
    private sealed class CountRow
    {
        public long FeedId { get; init; }
        public long Waiting { get; init; }
        public long Read { get; init; }
        public long Refused { get; init; }
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
        public long PublisherId { get; init; }
        public required string PublisherName { get; init; }
        public string? PublisherHome { get; init; }
        public string? PublisherLanguage { get; init; }

        public Feed ToFeed() => new(
            new FeedId(Id),
            new Publisher(new PublisherId(PublisherId), PublisherName, PublisherHome is null ? null : new Uri(PublisherHome), PublisherLanguage),
            new Uri(Address),
            Title,
            Section,
            ETag,
            LastModified,
            ContentHash,
            new FeedHealth(Moment(LastTried), Moment(LastGood), DateTimeOffset.FromUnixTimeMilliseconds(NextCheck), Failures, FailureReason, Gone));
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
