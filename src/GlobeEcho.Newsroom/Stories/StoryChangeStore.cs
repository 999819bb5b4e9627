using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories.Changes;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>What was split, merged and moved, as rows. Owns story_change.</summary>
internal sealed class StoryChangeStore
{
    private const string Columns =
        "id, made, kind, by_editor AS byEditor, story_id AS storyId, other_id AS otherId, articles, redirects, why, undone";

    /// <summary>Adds a change (its id is ignored) and returns it with its id.</summary>
    public async Task<StoryChange> AddAsync(ArchiveSession session, StoryChange change, CancellationToken cancel)
    {
        var id = await session.FirstAsync<long>(
            """
            INSERT INTO story_change (made, kind, by_editor, story_id, other_id, articles, redirects, why)
            VALUES (@made, @kind, @byEditor, @story, @other, @articles, @redirects, @why) RETURNING id
            """,
            new
            {
                made = change.Made.ToUnixTimeMilliseconds(),
                kind = (int)change.Kind,
                byEditor = change.ByEditor,
                story = change.Story.Value,
                other = change.Other.Value,
                articles = JsonSerializer.Serialize(change.Articles.Select(a => a.Value)),
                redirects = JsonSerializer.Serialize(change.Redirects.Select(r => r.Value)),
                why = change.Why,
            },
            cancel);
        return change with { Id = new StoryChangeId(id) };
    }

    public async Task<StoryChange?> FindAsync(ArchiveSession session, StoryChangeId id, CancellationToken cancel) =>
        (await session.FirstAsync<ChangeRow>($"SELECT {Columns} FROM story_change WHERE id = @id", new { id = id.Value }, cancel))?.ToChange();

    /// <summary>Changes that touched one of some stories, or any where none are named; newest first.</summary>
    public async Task<IReadOnlyList<StoryChange>> FindAsync(ArchiveSession session, IReadOnlyCollection<StoryId>? stories, int most, CancellationToken cancel) =>
        (await session.QueryAsync<ChangeRow>(
            $"SELECT {Columns} FROM story_change{(stories is null ? "" : " WHERE story_id IN @ids OR other_id IN @ids")} ORDER BY id DESC LIMIT @most",
            new { ids = (stories ?? []).Select(s => s.Value).ToArray(), most },
            cancel)).Select(r => r.ToChange()).ToList();

    public Task MarkUndoneAsync(ArchiveSession session, StoryChangeId change, DateTimeOffset when, CancellationToken cancel) =>
        session.ExecuteAsync("UPDATE story_change SET undone = @when WHERE id = @id", new { id = change.Value, when = when.ToUnixTimeMilliseconds() }, cancel);

    /// <summary>Grows with everything an editor does: a memory of stories that was built at another number is out of date.</summary>
    public Task<long> RevisionAsync(ArchiveSession session, CancellationToken cancel) =>
        session.FirstAsync<long>("SELECT coalesce(sum(by_editor + (undone IS NOT NULL)), 0) FROM story_change", null, cancel);

    /// <summary>Pairs of stories that are never to be joined by the folding, by the ids they had.</summary>
    public async Task<IReadOnlyList<(StoryId One, StoryId Other)>> PartedAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.QueryAsync<PairRow>(
            """
            SELECT DISTINCT story_id AS one, other_id AS other FROM story_change
            WHERE (kind IN (1, 3) AND by_editor AND undone IS NULL) OR (kind = 2 AND NOT by_editor AND undone IS NOT NULL)
            ORDER BY one, other
            """,
            null,
            cancel)).Select(r => (new StoryId(r.One), new StoryId(r.Other))).ToList();

    /// <summary>Stories the folding never parts, by the ids they had: an editor brought their tellings together.</summary>
    public async Task<IReadOnlyList<StoryId>> WholeAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.QueryAsync<long>(
            """
            SELECT other_id FROM story_change WHERE kind IN (2, 3) AND by_editor AND undone IS NULL
            UNION SELECT story_id FROM story_change WHERE kind = 1 AND undone IS NOT NULL
            ORDER BY 1
            """,
            null,
            cancel)).Select(s => new StoryId(s)).ToList();

    private sealed class ChangeRow
    {
        public long Id { get; init; }
        public long Made { get; init; }
        public int Kind { get; init; }
        public bool ByEditor { get; init; }
        public long StoryId { get; init; }
        public long OtherId { get; init; }
        public required string Articles { get; init; }
        public required string Redirects { get; init; }
        public string? Why { get; init; }
        public long? Undone { get; init; }

        public StoryChange ToChange() => new(
            new StoryChangeId(Id),
            DateTimeOffset.FromUnixTimeMilliseconds(Made),
            (ChangeKind)Kind,
            ByEditor,
            new StoryId(StoryId),
            new StoryId(OtherId),
            (JsonSerializer.Deserialize<long[]>(Articles) ?? []).Select(a => new ArticleId(a)).ToList(),
            (JsonSerializer.Deserialize<long[]>(Redirects) ?? []).Select(r => new StoryId(r)).ToList(),
            Why,
            Undone is { } undone ? DateTimeOffset.FromUnixTimeMilliseconds(undone) : null);
    }

    private sealed class PairRow
    {
        public long One { get; init; }
        public long Other { get; init; }
    }
}
