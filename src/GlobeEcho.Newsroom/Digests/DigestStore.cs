using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Digests as rows, one a story, and their versions. Owns digest and digest_version.</summary>
public sealed class DigestStore
{
    // Of a story that runs for weeks; the oldest kept is then what later ones are compared with.
    private const int MostVersions = 60;

    /// <summary>Writes the digest and keeps it as the version of its number.</summary>
    public async Task SaveAsync(ArchiveSession session, Digest digest, CancellationToken cancel, DigestCause cause = DigestCause.First)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO digest (story_id, story_version, written, language, headline, dropped, claims, number, author, fallback, standfirst, beside)
            VALUES (@story, @version, @written, @language, @headline, @dropped, @claims, @number, @author, @fallback, @standfirst, @beside)
            ON CONFLICT (story_id) DO UPDATE SET story_version = excluded.story_version, written = excluded.written,
              language = excluded.language, headline = excluded.headline, dropped = excluded.dropped, claims = excluded.claims,
              number = excluded.number, author = excluded.author, fallback = excluded.fallback,
              standfirst = excluded.standfirst, beside = excluded.beside
            """,
            new
            {
                story = digest.Story.Value,
                version = digest.StoryVersion,
                written = digest.Written.ToUnixTimeMilliseconds(),
                language = digest.Language,
                headline = digest.Headline,
                dropped = digest.Dropped,
                claims = StoredClaim.Written(digest.Claims),
                number = digest.Number,
                author = (int)digest.Author,
                fallback = digest.Fallback,
                standfirst = StoredClaim.Written(digest.Standfirst),
                beside = StoredBeside.Written(digest),
            },
            cancel);
        await session.ExecuteAsync(
            """
            INSERT INTO digest_version (story_id, number, written, cause, language, headline, claims, standfirst)
            VALUES (@story, @number, @written, @cause, @language, @headline, @claims, @standfirst)
            ON CONFLICT (story_id, number) DO UPDATE SET claims = excluded.claims, standfirst = excluded.standfirst
            """,
            new
            {
                story = digest.Story.Value,
                number = digest.Number,
                written = digest.Written.ToUnixTimeMilliseconds(),
                cause = (int)cause,
                language = digest.Language,
                headline = digest.Headline,
                claims = StoredClaim.Written(digest.Claims),
                standfirst = StoredClaim.Written(digest.Standfirst),
            },
            cancel);
        if (digest.Number > MostVersions)
            await session.ExecuteAsync("DELETE FROM digest_version WHERE story_id = @story AND number <= @last", new { story = digest.Story.Value, last = digest.Number - MostVersions }, cancel);
    }

    /// <summary>The versions of a story's digest in order; the oldest of a long story are gone.</summary>
    public async Task<IReadOnlyList<DigestVersion>> VersionsAsync(ArchiveSession session, StoryId story, CancellationToken cancel) =>
        (await session.QueryAsync<VersionRow>(
            "SELECT story_id AS storyId, number, written, cause, language, headline, claims, standfirst FROM digest_version WHERE story_id = @story ORDER BY number",
            new { story = story.Value },
            cancel)).Select(r => r.ToVersion()).ToList();

    /// <summary>
    /// What was printed at a moment, with every correction made since; where a digest is younger, its first version. Stories without a
    /// digest are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<StoryId, DigestVersion>> AtAsync(
        ArchiveSession session, IReadOnlyCollection<StoryId> stories, DateTimeOffset moment, CancellationToken cancel) =>
        (await session.QueryAsync<VersionRow>(
            """
            SELECT v.story_id AS storyId, v.number, v.written, v.cause, v.language, v.headline, v.claims, v.standfirst
            FROM json_each(@ids) asked JOIN digest_version v ON v.story_id = asked.value
            WHERE v.number = coalesce(
              (SELECT max(number) FROM digest_version WHERE story_id = asked.value AND (written <= @moment OR cause = @correction)),
              (SELECT min(number) FROM digest_version WHERE story_id = asked.value))
            """,
            new { ids = JsonSerializer.Serialize(stories.Select(s => s.Value)), moment = moment.ToUnixTimeMilliseconds(), correction = (int)DigestCause.Correction },
            cancel)).Select(r => r.ToVersion()).ToDictionary(v => v.Story);

    /// <summary>The digests of some stories; a story that has none yet is left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, Digest>> FindAsync(ArchiveSession session, IReadOnlyCollection<StoryId> stories, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            """
            SELECT story_id AS storyId, story_version AS storyVersion, written, language, headline, dropped, claims, number, author, fallback, standfirst, beside
            FROM digest WHERE story_id IN @ids
            """,
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
        public int Number { get; init; }
        public int Author { get; init; }
        public string? Fallback { get; init; }
        public string? Standfirst { get; init; }
        public string? Beside { get; init; }

        public Digest ToDigest()
        {
            var beside = StoredBeside.Read(Beside);
            return new Digest(
                new StoryId(StoryId),
                StoryVersion,
                DateTimeOffset.FromUnixTimeMilliseconds(Written),
                Language,
                Headline,
                StoredClaim.Read(Claims),
                Dropped,
                Number,
                (DigestAuthor)Author,
                Fallback)
            {
                Standfirst = StoredClaim.ReadOne(Standfirst),
                Disagreements = beside.Disagreements(),
                Quotes = beside.Quotes(),
            };
        }
    }

    private sealed class VersionRow
    {
        public long StoryId { get; init; }
        public int Number { get; init; }
        public long Written { get; init; }
        public int Cause { get; init; }
        public string? Language { get; init; }
        public required string Headline { get; init; }
        public required string Claims { get; init; }
        public string? Standfirst { get; init; }

        public DigestVersion ToVersion() =>
            new(new StoryId(StoryId), Number, DateTimeOffset.FromUnixTimeMilliseconds(Written), (DigestCause)Cause, Headline, Language, StoredClaim.Read(Claims))
            {
                Standfirst = StoredClaim.ReadOne(Standfirst),
            };
    }
}
