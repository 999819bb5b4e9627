using System.Diagnostics;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Bench.Speed;

/// <summary>Articles folded a CPU second, along a stream: as fast at its end as at its start, or memory and cost grow.</summary>
internal static class FoldSpeed
{
    private const int Batch = 1_000;

    /// <param name="input">JSON Lines as bulk_articles.py writes them.</param>
    public static int Run(TextReader input, int days, int memory)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(days), memory);
        var (folded, stories, cpu, part, next) = (0, 0L, TimeSpan.Zero, TimeSpan.Zero, 10_000);
        var process = Process.GetCurrentProcess();
        var from = 0;
        while (Read(input, folded) is { Count: > 0 } batch)
        {
            process.Refresh();
            var start = process.TotalProcessorTime;
            foreach (var article in batch)
            {
                var decision = folding.Fold(article, stories + 1);
                if (decision is FoldDecision.Opened || decision.Parted is not null)
                    stories++;
            }

            process.Refresh();
            var took = process.TotalProcessorTime - start;
            cpu += took;
            part += took;
            folded += batch.Count;
            if (folded < next)
                continue;
            Console.WriteLine(FormattableString.Invariant(
                $"{folded,9:N0} articles: {folded / cpu.TotalSeconds,6:N0} a CPU second, {(folded - from) / part.TotalSeconds,6:N0} since {from:N0}; {folding.StoriesInMemory:N0} stories and {folding.TermsInMemory:N0} terms in memory, {GC.GetTotalMemory(true) / 1048576.0:N0} MB"));
            (from, part, next) = (folded, TimeSpan.Zero, next < 100_000 ? next + 10_000 : next + 100_000);
        }

        return 0;
    }

    private static List<FoldInput> Read(TextReader input, int folded)
    {
        var batch = new List<FoldInput>(Batch);
        while (batch.Count < Batch && input.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            batch.Add(new FoldInput(
                folded + batch.Count, row.GetProperty("headline").GetString(), row.GetProperty("text").GetString() ?? "", row.GetProperty("language").GetString(),
                row.GetProperty("published").GetDateTimeOffset(), row.GetProperty("publisher").GetString()));
        }

        return batch;
    }
}
