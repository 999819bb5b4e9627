using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>Stories and their tellings as rows, and what is known of both. Owns story, telling and telling_name.</summary>
public sealed class StoryStore
{
    private const string Columns =
        """
        s.id, s.headline, s.language, s.opened, s.last_telling AS lastTelling, s.telling_count AS tellingCount,
        s.publisher_count AS publisherCount, s.voice_count AS voiceCount, s.version
        """;

    private const string TellingColumns =
        """
        article_id AS articleId, story_id AS storyId, publisher_id AS publisherId, published, joined, likeness, reason,
        echo_of AS echoOf, echo_kind AS echoKind, echo_share AS echoShare, agency
        """;

    /// <summary>The id the next new story gets. Ask inside the transaction that adds it.</summary>
    public async Task<StoryId> NextIdAsync(ArchiveSession session, CancellationToken cancel) =>
        new(await session.FirstAsync<long>("SELECT coalesce(max(id), 0) + 1 FROM story", null, cancel));

    /// <summary>Adds a story or writes its new state.</summary>
    public Task SaveAsync(ArchiveSession session, Story story, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO story (id, headline, language, opened, last_telling, telling_count, publisher_count, voice_count, version)
            VALUES (@id, @headline, @language, @opened, @lastTelling, @tellingCount, @publisherCount, @voiceCount, @version)
            ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, language = excluded.language, opened = excluded.opened,
              last_telling = excluded.last_telling, telling_count = excluded.telling_count, publisher_count = excluded.publisher_count,
              voice_count = excluded.voice_count, version = excluded.version
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
                voiceCount = story.VoiceCount,
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

    /// <summary>For each story the one it was merged into, or itself; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, StoryId>> RootsAsync(ArchiveSession session, IReadOnlyCollection<StoryId> ids, CancellationToken cancel) =>
        (await session.QueryAsync<RootRow>(
            "SELECT id, coalesce(merged_into, id) AS root FROM story WHERE id IN @ids", new { ids = ids.Select(i => i.Value).ToArray() }, cancel))
        .ToDictionary(r => new StoryId(r.Id), r => new StoryId(r.Root));

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

    public Task MarkWrittenAsync(ArchiveSession session, StoryId story, int version, string headline, string? language, CancellationToken cancel) =>
        session.ExecuteAsync(
            "UPDATE story SET written_version = @version, headline = @headline, language = @language WHERE id = @id",
            new { id = story.Value, version, headline, language },
            cancel);

    /// <summary>The tellings of some stories, in order of publishing.</summary>
    public async Task<IReadOnlyList<Telling>> TellingsAsync(ArchiveSession session, IReadOnlyCollection<StoryId> stories, CancellationToken cancel) =>
        (await session.QueryAsync<TellingRow>(
            $"SELECT {TellingColumns} FROM telling WHERE story_id IN @ids ORDER BY published, article_id",
            new { ids = stories.Select(s => s.Value).ToArray() },
            cancel)).Select(r => r.ToTelling()).ToList();

    /// <summary>The stories that hold some articles; articles without a story are left out.</summary>
    public async Task<IReadOnlyDictionary<ArticleId, StoryId>> StoriesOfAsync(ArchiveSession session, IReadOnlyCollection<ArticleId> articles, CancellationToken cancel) =>
        (await session.QueryAsync<TellingRow>(
            $"SELECT {TellingColumns} FROM telling WHERE article_id IN @ids",
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

    /// <summary>Tellings of a story whose text was not looked at for echoes yet.</summary>
    public async Task<IReadOnlyList<ArticleId>> UnprintedAsync(ArchiveSession session, StoryId story, CancellationToken cancel) =>
        (await session.QueryAsync<long>("SELECT article_id FROM telling WHERE story_id = @id AND print IS NULL", new { id = story.Value }, cancel))
        .Select(a => new ArticleId(a)).ToList();

    public async Task SavePrintAsync(ArchiveSession session, EchoEntry entry, IReadOnlyCollection<NameUse> names, CancellationToken cancel)
    {
        await session.ExecuteAsync(
            "UPDATE telling SET print = @print, agency = @agency WHERE article_id = @article",
            new { article = entry.Article.Value, print = entry.Print.ToBytes(), agency = entry.Agency },
            cancel);
        await session.ExecuteAsync(
            "INSERT INTO telling_name (name, article_id, written) VALUES (@name, @article, @written) ON CONFLICT DO NOTHING",
            names.Select(n => new { name = n.Name, article = entry.Article.Value, written = n.Written }).ToList(),
            cancel);
    }

    /// <summary>The prints of a story's tellings, in order of publishing; those that have none yet are left out.</summary>
    public async Task<IReadOnlyList<EchoEntry>> PrintsAsync(ArchiveSession session, StoryId story, CancellationToken cancel) =>
        (await session.QueryAsync<PrintRow>(
            "SELECT article_id AS articleId, print, agency FROM telling WHERE story_id = @id AND print IS NOT NULL ORDER BY published, article_id",
            new { id = story.Value },
            cancel)).Select(r => new EchoEntry(new ArticleId(r.ArticleId), EchoPrint.FromBytes(r.Print), r.Agency)).ToList();

    /// <summary>Writes what each telling repeats; null for one that repeats nothing any more.</summary>
    public Task SaveEchoesAsync(ArchiveSession session, IReadOnlyCollection<(ArticleId Article, Echo? Echo)> echoes, CancellationToken cancel) =>
        session.ExecuteAsync(
            "UPDATE telling SET echo_of = @of, echo_kind = @kind, echo_share = @share WHERE article_id = @article",
            echoes.Select(e => new { article = e.Article.Value, of = e.Echo?.Of.Value, kind = (int?)e.Echo?.Kind, share = e.Echo?.Share }).ToList(),
            cancel);

    /// <summary>The names most of a story's tellings hold, with their number.</summary>
    public async Task<IReadOnlyList<NameUse>> NamesAsync(ArchiveSession session, StoryId story, int most, CancellationToken cancel) =>
        (await session.QueryAsync<NameRow>(
            """
            SELECT n.name, min(n.written) AS written, count(*) AS tellings FROM telling t JOIN telling_name n ON n.article_id = t.article_id
            WHERE t.story_id = @id GROUP BY n.name ORDER BY tellings DESC, n.name LIMIT @most
            """,
            new { id = story.Value, most },
            cancel)).Select(r => new NameUse(r.Name, r.Written, r.Tellings)).ToList();

    /// <summary>The stories of the newest articles that hold a name, and how many of their tellings do.</summary>
    public async Task<IReadOnlyDictionary<StoryId, int>> NameHoldersAsync(ArchiveSession session, string name, int articles, CancellationToken cancel) =>
        (await session.QueryAsync<HolderRow>(
            """
            SELECT t.story_id AS storyId, count(*) AS tellings
            FROM (SELECT article_id FROM telling_name WHERE name = @name ORDER BY article_id DESC LIMIT @articles) n
            JOIN telling t ON t.article_id = n.article_id GROUP BY t.story_id
            """,
            new { name, articles },
            cancel)).ToDictionary(r => new StoryId(r.StoryId), r => r.Tellings);

    /// <summary>Stories whose address leads to another.</summary>
    public async Task<IReadOnlyList<StoryId>> RedirectsAsync(ArchiveSession session, StoryId to, CancellationToken cancel) =>
        (await session.QueryAsync<long>("SELECT id FROM story WHERE merged_into = @id ORDER BY id", new { id = to.Value }, cancel)).Select(i => new StoryId(i)).ToList();

    /// <summary>Makes a merged story one of its own again, and leads those that led to it back to it. Its tellings are the caller's to bring.</summary>
    public async Task ReviveAsync(ArchiveSession session, StoryId story, StoryId from, IReadOnlyCollection<StoryId> redirects, CancellationToken cancel)
    {
        await session.ExecuteAsync("UPDATE story SET merged_into = NULL WHERE id = @id", new { id = story.Value }, cancel);
        await session.ExecuteAsync(
            "UPDATE story SET merged_into = @id WHERE merged_into = @from AND id IN @redirects",
            new { id = story.Value, from = from.Value, redirects = redirects.Select(r => r.Value).ToArray() },
            cancel);
    }

    private sealed class RootRow
    {
        public long Id { get; init; }
        public long Root { get; init; }
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
        public int VoiceCount { get; init; }
        public int Version { get; init; }

        public Story ToStory() => new(
            new StoryId(Id),
            Headline,
            Language,
            DateTimeOffset.FromUnixTimeMilliseconds(Opened),
            DateTimeOffset.FromUnixTimeMilliseconds(LastTelling),
            TellingCount,
            PublisherCount,
            Version)
        {
            VoiceCount = VoiceCount,
        };
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
        public long? EchoOf { get; init; }
        public int? EchoKind { get; init; }
        public double? EchoShare { get; init; }
        public string? Agency { get; init; }

        public Telling ToTelling() => new(
            new ArticleId(ArticleId),
            new StoryId(StoryId),
            new PublisherId(PublisherId),
            DateTimeOffset.FromUnixTimeMilliseconds(Published),
            DateTimeOffset.FromUnixTimeMilliseconds(Joined),
            Likeness,
            Reason,
            EchoOf is { } of ? new Echo(new ArticleId(of), (EchoKind)EchoKind!.Value, EchoShare!.Value) : null,
            Agency);
    }

    private sealed class PrintRow
    {
        public long ArticleId { get; init; }
        public required byte[] Print { get; init; }
        public string? Agency { get; init; }
    }

    private sealed class NameRow
    {
        public required string Name { get; init; }
        public required string Written { get; init; }
        public int Tellings { get; init; }
    }

    private sealed class HolderRow
    {
        public long StoryId { get; init; }
        public int Tellings { get; init; }
    }
}
