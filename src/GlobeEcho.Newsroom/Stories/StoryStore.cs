using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>Stories and their tellings as rows. Owns story and telling.</summary>
public sealed class StoryStore
{
    private const string Columns =
        """
        s.id, s.headline, s.language, s.opened, s.last_telling AS lastTelling, s.telling_count AS tellingCount,
        s.publisher_count AS publisherCount, s.version
        """;

    /// <summary>The id the next new story gets. Ask inside the transaction that adds it.</summary>
    public async Task<StoryId> NextIdAsync(ArchiveSession session, CancellationToken cancel) =>
        new(await session.FirstAsync<long>("SELECT coalesce(max(id), 0) + 1 FROM story", null, cancel));

    /// <summary>Adds a story or writes its new state.</summary>
    public Task SaveAsync(ArchiveSession session, Story story, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO story (id, headline, language, opened, last_telling, telling_count, publisher_count, version)
            VALUES (@id, @headline, @language, @opened, @lastTelling, @tellingCount, @publisherCount, @version)
            ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, language = excluded.language, opened = excluded.opened,
              last_telling = excluded.last_telling, telling_count = excluded.telling_count, publisher_count = excluded.publisher_count,
              version = excluded.version
            """,
            new
            {
                id = story.Id.Value,
                headline = story.Headline,
                language = story.Language,
                opened = story.Opened.ToUnixTimeMilliseconds(),
                lastTelling = story.LastTelling.ToUnixTimeMilliseconds(),
                tellingCount = story.TellingCount,
                publisherCount = story.PublisherCount,
                version = story.Version,
            },
            cancel);

    /// <summary>Adds a telling, or moves the article to another story.</summary>
    public Task SaveAsync(ArchiveSession session, Telling telling, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO telling (article_id, story_id, publisher_id, published, joined, likeness, reason)
            VALUES (@article, @story, @publisher, @published, @joined, @likeness, @reason)
            ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, joined = excluded.joined,
              likeness = excluded.likeness, reason = excluded.reason
            """,
            new
            {
                article = telling.Article.Value,
                story = telling.Story.Value,
                publisher = telling.Publisher.Value,
                published = telling.Published.ToUnixTimeMilliseconds(),
                joined = telling.Joined.ToUnixTimeMilliseconds(),
                likeness = telling.Likeness,
                reason = telling.Reason,
            },
            cancel);

    /// <summary>Moves every telling of a story into another and leaves a redirect for ever.</summary>
    public async Task MergeAsync(ArchiveSession session, StoryId from, StoryId into, CancellationToken cancel)
    {
        var ids = new { from = from.Value, into = into.Value };
        await session.ExecuteAsync("UPDATE telling SET story_id = @into WHERE story_id = @from", ids, cancel);
        await session.ExecuteAsync("UPDATE story SET merged_into = @into WHERE id = @from OR merged_into = @from", ids, cancel);
    }

    /// <summary>Moves some tellings into another story, with the reason why they stand there.</summary>
    public Task MoveAsync(ArchiveSession session, IEnumerable<ArticleId> tellings, StoryId into, string reason, CancellationToken cancel) =>
        session.ExecuteAsync(
            "UPDATE telling SET story_id = @into, reason = @reason WHERE article_id IN @articles",
            new { into = into.Value, reason, articles = tellings.Select(t => t.Value).ToArray() },
            cancel);

    /// <summary>The story, or the one it was merged into; null when there never was one of that id.</summary>
    public async Task<Story?> FindAsync(ArchiveSession session, StoryId id, CancellationToken cancel) =>
        (await session.FirstAsync<Row>(
            $"SELECT {Columns} FROM story s WHERE s.id = (SELECT coalesce(merged_into, id) FROM story WHERE id = @id)", new { id = id.Value }, cancel))
        ?.ToStory();

    /// <summary>In the order asked for; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Story>> FindAsync(ArchiveSession session, IReadOnlyCollection<StoryId> ids, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>($"SELECT {Columns} FROM story s WHERE s.id IN @ids", new { ids = ids.Select(i => i.Value).ToArray() }, cancel);
        var found = rows.ToDictionary(r => r.Id, r => r.ToStory());
        return ids.Where(i => found.ContainsKey(i.Value)).Select(i => found[i.Value]).ToList();
    }

    /// <summary>Stories with a telling published since a moment, newest telling first; merged ones are left out.</summary>
    public async Task<IReadOnlyList<Story>> RecentAsync(ArchiveSession session, DateTimeOffset since, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            $"SELECT {Columns} FROM story s WHERE s.merged_into IS NULL AND s.last_telling >= @since ORDER BY s.last_telling DESC, s.id LIMIT @limit",
            new { since = since.ToUnixTimeMilliseconds(), limit },
            cancel)).Select(r => r.ToStory()).ToList();

    /// <summary>Stories that changed since their digest was written, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Story>> UnwrittenAsync(ArchiveSession session, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            $"SELECT {Columns} FROM story s WHERE s.written_version < s.version AND s.merged_into IS NULL ORDER BY s.id LIMIT @limit", new { limit }, cancel))
        .Select(r => r.ToStory()).ToList();

    public Task MarkWrittenAsync(ArchiveSession session, StoryId story, int version, CancellationToken cancel) =>
        session.ExecuteAsync("UPDATE story SET written_version = @version WHERE id = @id", new { id = story.Value, version }, cancel);

    /// <summary>The tellings of some stories, in order of publishing.</summary>
    public async Task<IReadOnlyList<Telling>> TellingsAsync(ArchiveSession session, IReadOnlyCollection<StoryId> stories, CancellationToken cancel) =>
        (await session.QueryAsync<TellingRow>(
            """
            SELECT article_id AS articleId, story_id AS storyId, publisher_id AS publisherId, published, joined, likeness, reason
            FROM telling WHERE story_id IN @ids ORDER BY published, article_id
            """,
            new { ids = stories.Select(s => s.Value).ToArray() },
            cancel)).Select(r => r.ToTelling()).ToList();

    /// <summary>The stories that hold some articles; articles without a story are left out.</summary>
    public async Task<IReadOnlyDictionary<ArticleId, StoryId>> StoriesOfAsync(ArchiveSession session, IReadOnlyCollection<ArticleId> articles, CancellationToken cancel) =>
        (await session.QueryAsync<TellingRow>(
            """
            SELECT article_id AS articleId, story_id AS storyId, publisher_id AS publisherId, published, joined, likeness, reason
            FROM telling WHERE article_id IN @ids
            """,
            new { ids = articles.Select(a => a.Value).ToArray() },
            cancel)).ToDictionary(r => new ArticleId(r.ArticleId), r => new StoryId(r.StoryId));

    /// <summary>
    /// The stories folding has to know, those longest untold first: all told within a window before the newest telling, and before these the
    /// newest ones up to a number of articles, with the first that no longer fits and all told at its moment.
    /// </summary>
    public async Task<IReadOnlyList<StoryId>> MemoryAsync(ArchiveSession session, TimeSpan window, int articles, CancellationToken cancel) =>
        (await session.QueryAsync<long>(
            """
            WITH newest AS (
              SELECT id, last_telling, sum(telling_count) OVER (ORDER BY last_telling DESC ROWS UNBOUNDED PRECEDING) AS articles
              FROM story WHERE merged_into IS NULL)
            SELECT id FROM newest WHERE last_telling >= coalesce(
              (SELECT max(last_telling) FROM newest WHERE articles > @articles AND last_telling < (SELECT max(last_telling) FROM newest) - @window), 0)
            ORDER BY last_telling, id
            """,
            new { articles, window = (long)window.TotalMilliseconds },
            cancel)).Select(i => new StoryId(i)).ToList();

    /// <summary>Counts a story's tellings anew. The story must have one.</summary>
    public async Task<Story> RecountAsync(ArchiveSession session, Story story, CancellationToken cancel)
    {
        var count = await session.FirstAsync<CountRow>(
            """
            SELECT min(published) AS opened, max(published) AS last, count(*) AS tellings, count(DISTINCT publisher_id) AS publishers
            FROM telling WHERE story_id = @id
            """,
            new { id = story.Id.Value },
            cancel);
        return story with
        {
            Opened = DateTimeOffset.FromUnixTimeMilliseconds(count!.Opened),
            LastTelling = DateTimeOffset.FromUnixTimeMilliseconds(count.Last),
            TellingCount = count.Tellings,
            PublisherCount = count.Publishers,
        };
    }

    private sealed class CountRow
    {
        public long Opened { get; init; }
        public long Last { get; init; }
        public int Tellings { get; init; }
        public int Publishers { get; init; }
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public required string Headline { get; init; }
        public string? Language { get; init; }
        public long Opened { get; init; }
        public long LastTelling { get; init; }
        public int TellingCount { get; init; }
        public int PublisherCount { get; init; }
        public int Version { get; init; }

        public Story ToStory() => new(
            new StoryId(Id),
            Headline,
            Language,
            DateTimeOffset.FromUnixTimeMilliseconds(Opened),
            DateTimeOffset.FromUnixTimeMilliseconds(LastTelling),
            TellingCount,
            PublisherCount,
            Version);
    }

    private sealed class TellingRow
    {
        public long ArticleId { get; init; }
        public long StoryId { get; init; }
        public long PublisherId { get; init; }
        public long Published { get; init; }
        public long Joined { get; init; }
        public double Likeness { get; init; }
        public required string Reason { get; init; }

        public Telling ToTelling() => new(
            new ArticleId(ArticleId),
            new StoryId(StoryId),
            new PublisherId(PublisherId),
            DateTimeOffset.FromUnixTimeMilliseconds(Published),
            DateTimeOffset.FromUnixTimeMilliseconds(Joined),
            Likeness,
            Reason);
    }
}
