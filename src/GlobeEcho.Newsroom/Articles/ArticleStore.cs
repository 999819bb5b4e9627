using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Articles as rows, and the search index over them. Owns article and article_search.</summary>
public sealed class ArticleStore
{
    private const string Columns =
        """
        a.id, a.publisher_id AS publisherId, a.publisher_name AS publisherName, a.address, a.headline, a.byline, a.published, a.arrived,
        a.language, a.lead_image AS leadImage, a.section, a.text,
        a.blocks, a.utc_offset AS utcOffset, a.modified, a.canonical, a.keywords, a.caption, a.credit, a.dateline, a.partial
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

    public async Task<int> CountAsync(ArchiveSession session, CancellationToken cancel) =>
        await session.FirstAsync<int>("SELECT count(*) FROM article", null, cancel);

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
