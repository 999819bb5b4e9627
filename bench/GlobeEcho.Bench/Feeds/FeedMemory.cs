using System.Globalization;

namespace GlobeEcho.Bench.Feeds;

/// <summary>
/// What a large feed adds to the memory of the program: its peak while <c>feeds check</c> fetches and reads the feed, less the peak with
/// a small one. Each is run three times; the medians count.
/// </summary>
internal static class FeedMemory
{
    private const int Runs = 3;

    public static async Task<int> RunAsync(string large, string small, string maxBytes, CancellationToken cancel)
    {
        var (most, least) = (await PeakAsync(large, maxBytes, cancel), await PeakAsync(small, maxBytes, cancel));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{large}: peak {most / 1e6:0.0} MB; {small}: peak {least / 1e6:0.0} MB; the large feed adds {(most - least) / 1e6:0.0} MB"));
        return 0;
    }

    private static async Task<long> PeakAsync(string feed, string maxBytes, CancellationToken cancel)
    {
        var peaks = new List<long>();
        for (var run = 0; run < Runs; run++)
        {
            var data = Directory.CreateTempSubdirectory("globe-echo-memory-");
            try
            {
                var environment = new Dictionary<string, string>
                {
                    ["Fetching__MaxBytes"] = maxBytes,
                    ["Fetching__AllowedHosts__0"] = new Uri(feed).Authority,
                };
                using var program = Child.Start("dotnet", [Places.Program, "feeds", "check", feed, "--data", data.FullName, "--json"], environment);
                var output = program.StandardOutput.ReadToEndAsync(cancel);
                var errors = program.StandardError.ReadToEndAsync(cancel);
                long peak = 0;
                // The system keeps the peak; it is gone with the process, so it is asked for again and again.
                while (!program.HasExited)
                {
                    program.Refresh();
                    peak = Math.Max(peak, Peak(program.Id));
                    await Task.Delay(5, cancel);
                }

                if (program.ExitCode != 0)
                    throw new InvalidOperationException($"feeds check {feed} ended with {program.ExitCode}: {await output} {await errors}");
                peaks.Add(peak);
            }
            finally
            {
                data.Delete(recursive: true);
            }
        }

        peaks.Sort();
        return peaks[Runs / 2];
    }

    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // The process ended between the question and the answer.
            return 0;
        }
    }
}
