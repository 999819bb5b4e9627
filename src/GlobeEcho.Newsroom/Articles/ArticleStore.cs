using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Articles as rows, the search index over them, and their pages read again. Owns article, article_search and article_revision.</summary>
public sealed class ArticleStore
{
    private const string Columns =
        """
        a.id, a.publisher_id AS publisherId, a.publisher_name AS publisherName, a.address, a.headline, a.byline, a.published, a.arrived,
        a.language, a.lead_image AS leadImage, a.section, a.text,
        a.blocks, a.utc_offset AS utcOffset, a.modified, a.canonical, a.keywords, a.caption, a.credit, a.dateline, a.partial
        """;

    private const string RevisionColumns =
        """
        id, article_id AS articleId, noticed, headline_before AS headlineBefore, headline_after AS headlineAfter, outcome, attempts,
        next_try AS nextTry, read, text, revised_id AS revisedId
        """;

    /// <summary>Adds an article (its id is ignored). Returns false when its address is known already.</summary>
    public async Task<bool> AddAsync(ArchiveSession session, Article article, CancellationToken cancel) =>
        await session.ExecuteAsync(
            """
            INSERT INTO article (publisher_id, publisher_name, address, headline, byline, published, arrived, language, lead_image, section, text,
              blocks, utc_offset, modified, canonical, keywords, caption, credit, dateline, partial)
            VALUES (@publisher, @publisherName, @address, @headline, @byline, @published, @arrived, @language, @leadImage, @section, @text,
              @blocks, @utcOffset, @modified, @canonical, @keywords, @Caption, @Credit, @Dateline, @IsPartial)
            ON CONFLICT (address) DO NOTHING
            """,
            new
            {
                publisher = article.Publisher.Value,
                publisherName = article.PublisherName,
                address = article.Address.AbsoluteUri,
                headline = article.Headline,
                byline = JsonSerializer.Serialize(article.Byline),
                published = article.Published?.ToUnixTimeMilliseconds(),
                arrived = article.Arrived.ToUnixTimeMilliseconds(),
                language = article.Language,
                leadImage = article.LeadImage?.AbsoluteUri,
                section = article.Section,
                text = article.Text,
                blocks = BlockCoder.Write(article.Blocks),
                utcOffset = (int?)article.Details.UtcOffset?.TotalMinutes,
                modified = article.Details.Modified?.ToUnixTimeMilliseconds(),
                canonical = article.Details.Canonical?.AbsoluteUri,
                keywords = article.Details.Keywords.Count == 0 ? null : JsonSerializer.Serialize(article.Details.Keywords),
                article.Details.Caption,
                article.Details.Credit,
                article.Details.Dateline,
                article.Details.IsPartial,
            },
            cancel) == 1;

    public async Task<bool> KnowsAsync(ArchiveSession session, Uri address, CancellationToken cancel) =>
        await session.FirstAsync<long?>("SELECT id FROM article WHERE address = @address", new { address = address.AbsoluteUri }, cancel) is not null;

    /// <summary>In the order asked for; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Article>> FindAsync(ArchiveSession session, IReadOnlyCollection<ArticleId> ids, CancellationToken cancel)
    {
        var found = new Dictionary<long, Article>();
        // SQLite takes at most 32,766 parameters in one statement.
        foreach (var some in ids.Select(i => i.Value).Chunk(10_000))
        {
            foreach (var row in await session.QueryAsync<Row>($"SELECT {Columns} FROM article a WHERE a.id IN @some", new { some }, cancel))
                found[row.Id] = row.ToArticle();
        }

        return ids.Where(i => found.ContainsKey(i.Value)).Select(i => found[i.Value]).ToList();
    }

    /// <summary>Articles no story has taken yet, in the order they are to be folded: as they were published, whatever page came first.</summary>
    public async Task<IReadOnlyList<Article>> UnfoldedAsync(ArchiveSession session, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            $"SELECT {Columns} FROM article a WHERE a.folded = 0 ORDER BY coalesce(a.published, a.arrived), a.address LIMIT @limit", new { limit }, cancel))
        .Select(r => r.ToArticle()).ToList();

    public Task MarkFoldedAsync(ArchiveSession session, IEnumerable<ArticleId> articles, CancellationToken cancel) =>
        session.ExecuteAsync("UPDATE article SET folded = 1 WHERE id = @id", articles.Select(a => new { id = a.Value }).ToList(), cancel);

    /// <summary>Articles that hold all the words, best first. The words are a reader's: no query language.</summary>
    /// <param name="without">Publishers whose articles are left out.</param>
    public async Task<IReadOnlyList<ArticleId>> SearchAsync(
        ArchiveSession session, IEnumerable<string> words, IReadOnlySet<PublisherId> without, int limit, CancellationToken cancel)
    {
        var query = string.Join(' ', words.Select(w => '"' + w.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
        if (query.Length == 0)
            return [];
        var rows = await session.QueryAsync<long>(
            """
            SELECT rowid FROM article_search WHERE article_search MATCH @query
              AND (@without = '[]' OR (SELECT publisher_id FROM article WHERE id = rowid) NOT IN (SELECT value FROM json_each(@without)))
            ORDER BY bm25(article_search, 4.0, 1.0) LIMIT @limit
            """,
            new { query, limit, without = JsonSerializer.Serialize(without.Select(p => p.Value)) },
            cancel);
        return rows.Select(r => new ArticleId(r)).ToList();
    }

    /// <summary>The articles of some addresses; unknown ones are left out.</summary>
    internal async Task<IReadOnlyList<KnownPage>> FindAsync(ArchiveSession session, IReadOnlyCollection<Uri> addresses, CancellationToken cancel) =>
        (await session.QueryAsync<PageRow>(
            "SELECT id, publisher_id AS publisherId, address, arrived FROM article WHERE address IN (SELECT value FROM json_each(@some))",
            new { some = JsonSerializer.Serialize(addresses.Select(a => a.AbsoluteUri)) },
            cancel)).Select(r => new KnownPage(new ArticleId(r.Id), new PublisherId(r.PublisherId), new Uri(r.Address), DateTimeOffset.FromUnixTimeMilliseconds(r.Arrived))).ToList();

    /// <summary>Adds a revision, or writes what came of another try. Its id is ignored.</summary>
    public Task SaveAsync(ArchiveSession session, ArticleRevision revision, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO article_revision (article_id, noticed, headline_before, headline_after, outcome, attempts, next_try, read, text, revised_id, applied)
            VALUES (@article, @noticed, @HeadlineBefore, @HeadlineAfter, @outcome, @Attempts, @nextTry, @read, @Text, @revised, @applied)
            ON CONFLICT (article_id, noticed) DO UPDATE SET outcome = excluded.outcome, attempts = excluded.attempts, next_try = excluded.next_try,
              read = excluded.read, text = excluded.text, revised_id = excluded.revised_id, applied = excluded.applied
            """,
            new
            {
                article = revision.Article.Value,
                noticed = revision.Noticed.ToUnixTimeMilliseconds(),
                revision.HeadlineBefore,
                revision.HeadlineAfter,
                outcome = (int)revision.Outcome,
                revision.Attempts,
                nextTry = revision.NextTry.ToUnixTimeMilliseconds(),
                read = revision.Read.ToUnixTimeMilliseconds(),
                revision.Text,
                revised = revision.Revised?.Value,
                applied = !revision.Matters,
            },
            cancel);

    /// <summary>The revisions of some articles, be these the old texts or the new ones, in the order they were noticed.</summary>
    public async Task<IReadOnlyList<ArticleRevision>> RevisionsAsync(ArchiveSession session, IReadOnlyCollection<ArticleId> articles, CancellationToken cancel) =>
        (await session.QueryAsync<RevisionRow>(
            $"""
            WITH asked AS (SELECT value AS id FROM json_each(@some)),
              pages AS (SELECT id FROM asked UNION SELECT article_id FROM article_revision WHERE revised_id IN (SELECT id FROM asked))
            SELECT {RevisionColumns} FROM article_revision WHERE article_id IN (SELECT id FROM pages) ORDER BY noticed, id
            """,
            new { some = JsonSerializer.Serialize(articles.Select(a => a.Value)) },
            cancel)).Select(r => r.ToRevision()).ToList();

    /// <summary>Revisions that matter and whose digests have not followed yet, the oldest first.</summary>
    public async Task<IReadOnlyList<ArticleRevision>> UnappliedAsync(ArchiveSession session, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<RevisionRow>(
            $"SELECT {RevisionColumns} FROM article_revision WHERE applied = 0 ORDER BY id LIMIT @limit", new { limit }, cancel)).Select(r => r.ToRevision()).Where(r => r.Matters).ToList();

    public Task MarkAppliedAsync(ArchiveSession session, IEnumerable<ArticleRevision> revisions, CancellationToken cancel) =>
        session.ExecuteAsync("UPDATE article_revision SET applied = 1 WHERE id = @Id", revisions.Select(r => new { r.Id }).ToList(), cancel);

    public async Task<int> CountAsync(ArchiveSession session, CancellationToken cancel) =>
        await session.FirstAsync<int>("SELECT count(*) FROM article", null, cancel);

    private sealed class PageRow
    {
        public long Id { get; init; }
        public long PublisherId { get; init; }
        public required string Address { get; init; }
        public long Arrived { get; init; }
    }

    private sealed class RevisionRow
    {
        public long Id { get; init; }
        public long ArticleId { get; init; }
        public long Noticed { get; init; }
        public string? HeadlineBefore { get; init; }
        public string? HeadlineAfter { get; init; }
        public int Outcome { get; init; }
        public int Attempts { get; init; }
        public long NextTry { get; init; }
        public long Read { get; init; }
        public string? Text { get; init; }
        public long? RevisedId { get; init; }

        public ArticleRevision ToRevision() => new(
            Id,
            new ArticleId(ArticleId),
            DateTimeOffset.FromUnixTimeMilliseconds(Noticed),
            HeadlineBefore,
            HeadlineAfter,
            (RevisionOutcome)Outcome,
            Attempts,
            DateTimeOffset.FromUnixTimeMilliseconds(NextTry),
            DateTimeOffset.FromUnixTimeMilliseconds(Read),
            Text,
            RevisedId is { } revised ? new ArticleId(revised) : null);
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public long PublisherId { get; init; }
        public required string PublisherName { get; init; }
        public required string Address { get; init; }
        public required string Headline { get; init; }
        public required string Byline { get; init; }
        public long? Published { get; init; }
        public long Arrived { get; init; }
        public string? Language { get; init; }
        public string? LeadImage { get; init; }
        public string? Section { get; init; }
        public required string Text { get; init; }
        public byte[]? Blocks { get; init; }
        public int? UtcOffset { get; init; }
        public long? Modified { get; init; }
        public string? Canonical { get; init; }
        public string? Keywords { get; init; }
        public string? Caption { get; init; }
        public string? Credit { get; init; }
        public string? Dateline { get; init; }
        public bool Partial { get; init; }

        public Article ToArticle() => new(
            new ArticleId(Id),
            new PublisherId(PublisherId),
            PublisherName,
            new Uri(Address),
            Headline,
            JsonSerializer.Deserialize<string[]>(Byline) ?? [],
            Published is { } p ? DateTimeOffset.FromUnixTimeMilliseconds(p) : null,
            DateTimeOffset.FromUnixTimeMilliseconds(Arrived),
            Language,
            LeadImage is null ? null : new Uri(LeadImage),
            Section,
            Text)
        {
            Blocks = (Blocks is null ? null : BlockCoder.Read(Blocks, Text)) ?? ArticleBody.OfText(Text).Blocks,
            Details = new PageDetails(
                UtcOffset is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                Modified is { } m ? DateTimeOffset.FromUnixTimeMilliseconds(m) : null,
                Canonical is null ? null : new Uri(Canonical),
                Keywords is null ? [] : JsonSerializer.Deserialize<string[]>(Keywords) ?? [],
                Caption,
                Credit,
                Dateline,
                Partial),
        };
    }
}
