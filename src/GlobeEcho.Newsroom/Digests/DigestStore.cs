using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Digests as rows, one a story. Owns digest.</summary>
public sealed class DigestStore
{
    public Task SaveAsync(ArchiveSession session, Digest digest, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO digest (story_id, story_version, written, language, headline, dropped, claims)
            VALUES (@story, @version, @written, @language, @headline, @dropped, @claims)
            ON CONFLICT (story_id) DO UPDATE SET story_version = excluded.story_version, written = excluded.written,
              language = excluded.language, headline = excluded.headline, dropped = excluded.dropped, claims = excluded.claims
            """,
            new
            {
                story = digest.Story.Value,
                version = digest.StoryVersion,
                written = digest.Written.ToUnixTimeMilliseconds(),
                language = digest.Language,
                headline = digest.Headline,
                dropped = digest.Dropped,
                claims = JsonSerializer.Serialize(digest.Claims.Select(StoredClaim.From)),
            },
            cancel);

    /// <summary>The digests of some stories; a story that has none yet is left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, Digest>> FindAsync(ArchiveSession session, IReadOnlyCollection<StoryId> stories, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            "SELECT story_id AS storyId, story_version AS storyVersion, written, language, headline, dropped, claims FROM digest WHERE story_id IN @ids",
            new { ids = stories.Select(s => s.Value).ToArray() },
            cancel)).Select(r => r.ToDigest()).ToDictionary(d => d.Story);

    private sealed class Row
    {
        public long StoryId { get; init; }
        public int StoryVersion { get; init; }
        public long Written { get; init; }
        public string? Language { get; init; }
        public required string Headline { get; init; }
        public int Dropped { get; init; }
        public required string Claims { get; init; }

        public Digest ToDigest() => new(
            new StoryId(StoryId),
            StoryVersion,
            DateTimeOffset.FromUnixTimeMilliseconds(Written),
            Language,
            Headline,
            (JsonSerializer.Deserialize<StoredClaim[]>(Claims) ?? []).Select(c => c.ToClaim()).ToList(),
            Dropped);
    }

    private sealed record StoredClaim(string Text, int Paragraph, IReadOnlyList<StoredCitation> Citations)
    {
        public static StoredClaim From(Claim claim) =>
            new(claim.Text, claim.Paragraph, claim.Citations.Select(c => new StoredCitation(c.Article.Value, c.Span.Start, c.Span.Length)).ToList());

        public Claim ToClaim() => new(Text, Paragraph, Citations.Select(c => new Citation(new ArticleId(c.Article), new TextSpan(c.Start, c.Length))).ToList());
    }

    private sealed record StoredCitation(long Article, int Start, int Length);
}
