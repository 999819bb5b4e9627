using System.Text.Json;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>
/// Editions as rows; the newest is the one that is printed. Of the older ones the last of each half hour stays for some days: readers
/// everywhere on earth find their morning and their evening. Owns edition.
/// </summary>
public sealed class EditionStore
{
    /// <summary>How long the last edition of a half hour is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(8);

    private const int Kept = 200;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

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
        await session.ExecuteAsync(
            """
            DELETE FROM edition WHERE id <= (SELECT max(id) FROM edition) - @Kept
              AND (made_up < @oldest OR id NOT IN (SELECT max(id) FROM edition GROUP BY made_up / @step))
            """,
            new { Kept, oldest = (edition.MadeUp - KeptFor).ToUnixTimeMilliseconds(), step = (long)Step.TotalMilliseconds },
            cancel);
    }

    /// <summary>When the oldest that is kept was made up; null when there is none.</summary>
    public async Task<DateTimeOffset?> FirstAsync(ArchiveSession session, CancellationToken cancel) =>
        await session.FirstAsync<long?>("SELECT min(made_up) FROM edition", null, cancel) is { } first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : null;

    /// <summary>The last edition made up at or before a moment; where there is none, the first one after it, up to an end (exclusive).</summary>
    public async Task<Edition?> AtAsync(ArchiveSession session, DateTimeOffset moment, DateTimeOffset end, CancellationToken cancel) =>
        (await session.FirstAsync<Row>(
            """
            SELECT made_up AS madeUp, placements FROM edition WHERE id = coalesce(
              (SELECT id FROM edition WHERE made_up <= @moment ORDER BY made_up DESC, id DESC LIMIT 1),
              (SELECT id FROM edition WHERE made_up < @end ORDER BY made_up, id LIMIT 1))
            """,
            new { moment = moment.ToUnixTimeMilliseconds(), end = end.ToUnixTimeMilliseconds() },
            cancel))?.ToEdition();

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
