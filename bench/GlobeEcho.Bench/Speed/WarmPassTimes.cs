using System.Diagnostics;
using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Bench.Speed;

/// <summary>
/// Passes one after another in one process, each over an empty archive of its own: the first as a new program, the later ones as a paper
/// that has been running. Feeds, pages and archive are as in <see cref="PassTimes"/>.
/// </summary>
internal static class WarmPassTimes
{
    public static async Task<int> RunAsync(string feeds, CancellationToken cancel)
    {
        var (cold, warm) = (0.0, new List<double>());
        for (var run = 0; run <= 2 * Medians.Runs; run++)
        {
            var speed = await PassAsync(new Uri(feeds), cancel);
            if (run == 0)
                cold = speed;
            // The runtime compiles the busiest code anew in the background; the first half of the runs is its time.
            else if (run > Medians.Runs)
                warm.Add(speed);
        }

        Medians.Print("first pass of a process, its start not counted", "articles/s", [cold]);
        Medians.Print("later passes of the same process", "articles/s", warm);
        return 0;
    }

    private static async Task<double> PassAsync(Uri feeds, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("globe-echo-pass-");
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(
                [new("Archive:Folder", folder.FullName), new("Fetching:AllowedHosts:0", feeds.Authority)]).Build();
            await using var services = new ServiceCollection().AddLogging(l => l.ClearProviders()).AddNewsroom(configuration).BuildServiceProvider();
            if (await services.GetRequiredService<Fetcher>().FetchAsync(new FetchRequest(feeds), cancel) is not FetchResult.Fresh list
                || OpmlReader.Read(list.Body) is not OpmlResult.Read opml)
                throw new InvalidOperationException($"{feeds} is no list of feeds.");
            await services.GetRequiredService<FeedDesk>().AddAsync(opml.Listings, cancel);
            var started = Stopwatch.GetTimestamp();
            var report = await services.GetRequiredService<Newsroom.Newsroom>().RunAsync(null, cancel);
            return report.Read.Read / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
