using System.Globalization;
using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>What the model has cost, a row a day. Owns model_use.</summary>
public sealed class ModelStore
{
    public async Task<long> UsedAsync(ArchiveSession session, DateOnly day, CancellationToken cancel) =>
        await session.FirstAsync<long?>("SELECT tokens FROM model_use WHERE day = @day", new { day = Text(day) }, cancel) ?? 0;

    public Task AddAsync(ArchiveSession session, DateOnly day, long tokens, CancellationToken cancel) =>
        session.ExecuteAsync(
            """
            INSERT INTO model_use (day, tokens, calls) VALUES (@day, @tokens, 1)
            ON CONFLICT (day) DO UPDATE SET tokens = tokens + excluded.tokens, calls = calls + 1
            """,
            new { day = Text(day), tokens },
            cancel);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
