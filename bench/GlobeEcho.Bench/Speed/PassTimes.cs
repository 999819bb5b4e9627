using System.Text.Json;

namespace GlobeEcho.Bench.Speed;

/// <summary>One whole pass from an empty archive, start of the process included, over a list of feeds on this machine.</summary>
internal static class PassTimes
{
    public static async Task<int> RunAsync(string feeds, CancellationToken cancel)
    {
        var allowed = new Dictionary<string, string>();
        if (Uri.TryCreate(feeds, UriKind.Absolute, out var address) && address.IsLoopback && !address.IsFile)
            allowed["Fetching__AllowedHosts__0"] = address.Authority;
        var (seconds, speed) = (new List<double>(), new List<double>());
        for (var run = 0; run < Medians.Runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("globe-echo-pass-");
            try
            {
                var pass = await Child.RunAsync("dotnet", [Places.Program, "pass", "--data", folder.FullName, "--feeds", feeds, "--json"], cancel, allowed);
                if (pass.ExitCode != 0 || Read(pass.Output) is not { } articles)
                {
                    Console.Error.WriteLine($"`globe-echo pass` ended with {pass.ExitCode} and told no number of articles: {pass.Errors} {pass.Output.Trim()}");
                    return 1;
                }

                seconds.Add(pass.Took.TotalSeconds);
                speed.Add(articles / pass.Took.TotalSeconds);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        Medians.Print("one pass", "s", seconds);
        Medians.Print("read, folded, written and made up", "articles/s", speed);
        return 0;
    }

    /// <summary>"report.read.read" of the pass's own report.</summary>
    private static double? Read(string output)
    {
        try
        {
            using var report = JsonDocument.Parse(output);
            return report.RootElement.GetProperty("report").GetProperty("read").GetProperty("read").GetDouble();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
