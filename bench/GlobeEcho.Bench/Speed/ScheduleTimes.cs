using System.Diagnostics;
using System.Globalization;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Bench.Speed;

/// <summary>
/// The archive's part of asking feeds, without the network: due feeds are picked, judged by the schedule and written back, a batch in a
/// transaction, as the desk does it. Ten percent bring a document, two percent fail, the rest has not changed.
/// </summary>
internal static class ScheduleTimes
{
    private const int Batch = 2_000;
    private static readonly DateTimeOffset Start = new(2024, 5, 24, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(int feeds, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("globe-echo-schedule-");
        try
        {
            using var archive = NewsArchive.Open(folder.FullName);
            var (store, schedule, filling) = (new FeedStore(), new FeedSchedule(new FeedsOptions()), Stopwatch.GetTimestamp());
            await FillAsync(archive, feeds, cancel);
            Console.WriteLine(Text($"{feeds:N0} feeds added in {Stopwatch.GetElapsedTime(filling).TotalSeconds:0.0} s, {new FileInfo(archive.File).Length / 1e6:0} MB"));
            var (speed, work) = (new List<double>(), new List<double>());
            for (var run = 0; run <= Medians.Runs; run++)
            {
                // The first run is warm-up; each takes feeds that have not been asked yet, and later some again.
                var (taken, worked) = await AskAsync(archive, store, schedule, Start.AddHours(1 + (7 * run)), Math.Min(feeds, 50_000), cancel);
                if (run > 0)
                {
                    speed.Add(taken);
                    work.Add(worked);
                }

                Console.WriteLine(Text($"run {run}: {taken:N0} feeds/s, {worked:N0} a second of processor time, managed memory {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB, resident {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB"));
            }

            Medians.Print("picked and re-scheduled", "feeds/s", speed);
            // What the figure would be on a machine that does nothing else.
            Medians.Print("picked and re-scheduled", "feeds a second of processor time", work);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Rows as the store would write them, three feeds to a publisher, their first checks spread over an hour.</summary>
    private static async Task FillAsync(NewsArchive archive, int feeds, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        await session.ExecuteAsync(
            """
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 3 FROM n WHERE i + 3 < @feeds)
            INSERT INTO publisher (id, name, language) SELECT i / 3 + 1, 'Publisher ' || (i / 3), 'en' FROM n
            """,
            new { feeds },
            cancel);
        await session.ExecuteAsync(
            """
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @feeds)
            INSERT INTO feed (publisher_id, address, title, added, next_check)
            SELECT i / 3 + 1, 'https://p' || (i / 3) || '.example/feeds/' || (i % 3) || '.xml', 'Feed ' || i, @start, @start + (i * 7919 % 3600) * 1000 FROM n
            """,
            new { feeds, start = Start.ToUnixTimeMilliseconds() },
            cancel);
        await session.CommitAsync(cancel);
    }

    private static async Task<(double ASecond, double AProcessorSecond)> AskAsync(
        NewsArchive archive, FeedStore store, FeedSchedule schedule, DateTimeOffset now, int feeds, CancellationToken cancel)
    {
        var (started, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var done = 0;
        while (done < feeds)
        {
            IReadOnlyList<Feed> due;
            await using (var reading = await archive.ReadAsync(cancel))
                due = await store.DueAsync(reading, now, Batch, cancel);
            if (due.Count == 0)
                break;
            await using var session = await archive.WriteAsync(cancel);
            foreach (var feed in due)
                await store.SaveAsync(session, Judged(schedule, feed, now), cancel);
            await session.CommitAsync(cancel);
            done += due.Count;
        }

        return (done / Stopwatch.GetElapsedTime(started).TotalSeconds, done / (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
    }

    private static Feed Judged(FeedSchedule schedule, Feed feed, DateTimeOffset now) => (feed.Id.Value % 50) switch
    {
        0 => schedule.Failed(feed, "The server answered 503.", Newsroom.Fetching.FetchFault.Busy, null, now),
        <= 5 => schedule.Good(feed with { ETag = $"\"{now.Ticks}\"", ContentHash = new string('a', 64) }, Document(feed, now), null, now),
        _ => schedule.Unchanged(feed, null, now),
    };

    private static FeedDocument Document(Feed feed, DateTimeOffset now) => new(
        "RSS 2.0", feed.Title, null, null, null,
        Enumerable.Range(0, 20).Select(i => new FeedItem($"{i}", feed.Address, "T", null, null, null, now.AddHours(-i))).ToList());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
