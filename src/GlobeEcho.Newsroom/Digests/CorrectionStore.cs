using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What corrections and the citation check did to digests, as rows. Owns digest_correction and gate_count.</summary>
public sealed class CorrectionStore
{
    public Task AddAsync(ArchiveSession session, DigestCorrection correction, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO digest_correction (story_id, article_id, publisher_name, outcome, noticed, written, headline_before, headline_after, claims)
            VALUES (@story, @article, @Publisher, @outcome, @noticed, @written, @HeadlineBefore, @HeadlineAfter, @claims)
            """,
            new
            {
                story = correction.Story.Value,
                article = correction.Article.Value,
                correction.Publisher,
                outcome = (int)correction.Outcome,
                noticed = correction.Noticed.ToUnixTimeMilliseconds(),
                written = correction.Written.ToUnixTimeMilliseconds(),
                correction.HeadlineBefore,
                correction.HeadlineAfter,
                claims = JsonSerializer.Serialize(correction.Claims.Select(c => new StoredClaim(c.Text, c.Fate.ToString()))),
            },
            cancel);

    /// <summary>The newest first; of all stories when none is named.</summary>
    public async Task<IReadOnlyList<DigestCorrection>> FindAsync(ArchiveSession session, StoryId? story, int limit, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            """
            SELECT story_id AS storyId, article_id AS articleId, publisher_name AS publisherName, outcome, noticed, written,
              headline_before AS headlineBefore, headline_after AS headlineAfter, claims
            FROM digest_correction WHERE @story IS NULL OR story_id = @story ORDER BY written DESC, id DESC LIMIT @limit
            """,
            new { story = story?.Value, limit },
            cancel)).Select(r => r.ToCorrection()).ToList();

    /// <summary>Adds to a day's counts.</summary>
    public Task CountAsync(ArchiveSession session, DateOnly day, IEnumerable<GateCount> counts, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO gate_count (day, reason, claims) VALUES (@day, @Reason, @Claims)
            ON CONFLICT (day, reason) DO UPDATE SET claims = claims + excluded.claims
            """,
            counts.Where(c => c.Claims > 0).Select(c => new { day = Text(day), c.Reason, c.Claims }).ToList(),
            cancel);

    /// <summary>Since a day (inclusive), the most frequent first.</summary>
    public async Task<IReadOnlyList<GateCount>> CountsAsync(ArchiveSession session, DateOnly since, CancellationToken cancel) =>
        (await session.QueryAsync<CountRow>(
            "SELECT reason, sum(claims) AS claims FROM gate_count WHERE day >= @since GROUP BY reason ORDER BY sum(claims) DESC, reason", new { since = Text(since) }, cancel))
        .Select(r => new GateCount(r.Reason, r.Claims)).ToList();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record StoredClaim(string Text, string Fate);

    private sealed class CountRow
    {
        public required string Reason { get; init; }
        public long Claims { get; init; }
    }

    private sealed class Row
    {
        public long StoryId { get; init; }
        public long ArticleId { get; init; }
        public required string PublisherName { get; init; }
        public int Outcome { get; init; }
        public long Noticed { get; init; }
        public long Written { get; init; }
        public string? HeadlineBefore { get; init; }
        public string? HeadlineAfter { get; init; }
        public required string Claims { get; init; }

        public DigestCorrection ToCorrection() => new(
            new StoryId(StoryId),
            new ArticleId(ArticleId),
            PublisherName,
            (RevisionOutcome)Outcome,
            DateTimeOffset.FromUnixTimeMilliseconds(Noticed),
            DateTimeOffset.FromUnixTimeMilliseconds(Written),
            HeadlineBefore,
            HeadlineAfter,
            (JsonSerializer.Deserialize<StoredClaim[]>(Claims) ?? []).Select(c => new TouchedClaim(c.Text, Enum.Parse<ClaimFate>(c.Fate))).ToList());
    }
}
