using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>Editions as rows; the newest is the one that is printed. Owns edition.</summary>
public sealed class EditionStore
{
    private const int Kept = 200;

    public async Task SaveAsync(ArchiveSession session, Edition edition, CancellationToken cancel)
    {
        await session.ExecuteAsync(
            "INSERT INTO edition (made_up, placements) VALUES (@madeUp, @placements)",
            new
            {
                madeUp = edition.MadeUp.ToUnixTimeMilliseconds(),
                placements = JsonSerializer.Serialize(edition.Placements.Select(p => new StoredPlacement(p.Story.Value, p.Section.ToString(), p.Prominence))),
            },
            cancel);
        await session.ExecuteAsync("DELETE FROM edition WHERE id <= (SELECT max(id) FROM edition) - @Kept", new { Kept }, cancel);
    }

    /// <summary>The newest edition; null before the first pass.</summary>
    public async Task<Edition?> LatestAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.FirstAsync<Row>("SELECT made_up AS madeUp, placements FROM edition ORDER BY id DESC LIMIT 1", null, cancel))?.ToEdition();

    private sealed class Row
    {
        public long MadeUp { get; init; }
        public required string Placements { get; init; }

        public Edition ToEdition() => new(
            DateTimeOffset.FromUnixTimeMilliseconds(MadeUp),
            (JsonSerializer.Deserialize<StoredPlacement[]>(Placements) ?? [])
                .Select((p, rank) => new Placement(new StoryId(p.Story), Enum.Parse<Section>(p.Section), rank, p.Prominence)).ToList());
    }

    private sealed record StoredPlacement(long Story, string Section, double Prominence);
}
