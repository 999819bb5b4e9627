using System.Diagnostics;
using System.Globalization;

namespace GlobeEcho.Bench.Fanout;

/// <summary>How many readers one process of the paper serves: delay, processor and memory for each, beside the plain way.</summary>
internal static class FanoutTimes
{
    private const int WarmReaders = 200;

    // The settings of GlobeEcho.csproj that a process of the bench would not have.
    private static readonly Dictionary<string, string> AsTheProgram = new() { ["DOTNET_TieredPGO"] = "0" };
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(IReadOnlyList<int> clients, int seconds, int slowPercent, CancellationToken cancel)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores for server and readers together; loopback, HTTP/1.1, 20 prices, 4 Hz, {seconds} s each.");
        Console.WriteLine("server   readers   slow   frames/s   cpu    RSS/reader   live/reader      p50       p99       max   missed   lost");
        foreach (var count in clients)
        {
            await OnceAsync("paper", "/live/quotes", count, 0, seconds, cancel);
            if (slowPercent > 0)
                await OnceAsync("paper", "/live/quotes", count, Math.Max(1, count * slowPercent / 100), seconds, cancel);
            await OnceAsync("plain", "/plain", count, 0, seconds, cancel);
        }

        return 0;
    }

    private static async Task OnceAsync(string name, string path, int count, int slow, int seconds, CancellationToken cancel)
    {
        using var server = Child.Start(Environment.ProcessPath!, Self("fanout-server"), AsTheProgram, input: true);
        try
        {
            var address = new Uri(await server.StandardOutput.ReadLineAsync(cancel) ?? throw new InvalidOperationException("The server said nothing."));
            using var http = new HttpClient { BaseAddress = address };
            // What the first readers cost is code, not readers.
            using (await FanoutClients.ConnectAsync(address, path, WarmReaders, 0, cancel))
                await Task.Delay(Settle, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
            var (_, managed) = await StatsAsync(http, true, cancel);
            var resident = Resident(server);

            var reader = await Child.RunAsync(
                Environment.ProcessPath!,
                Self("fanout-readers", address.AbsoluteUri, path, $"{count}", $"{slow}", $"{seconds}", $"{server.Id}", $"{managed}", $"{resident}"),
                cancel,
                // A read is answered on the thread that saw it come: the fewer threads the readers need, the more is left to the server.
                new Dictionary<string, string> { ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1" });
            if (reader.ExitCode != 0)
                throw new InvalidOperationException($"The readers failed: {reader.Errors}");
            Console.Write($"{name,-6}{reader.Output}");
        }
        finally
        {
            server.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await server.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                server.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The readers' own process: connects, waits until it is calm, counts for some seconds and prints one line.</summary>
    public static async Task<int> ReadAsync(string[] args, CancellationToken cancel)
    {
        var (address, path) = (new Uri(args[0]), args[1]);
        var numbers = args[2..].Select(a => long.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var (count, slow, seconds, managed, resident) = ((int)numbers[0], (int)numbers[1], numbers[2], numbers[4], numbers[5]);
        using var server = Process.GetProcessById((int)numbers[3]);
        using var http = new HttpClient { BaseAddress = address };
        using var clients = await FanoutClients.ConnectAsync(address, path, count, slow, cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var trickle = clients.ReadSlowlyAsync(stop.Token);
        await Task.Delay(Settle, cancel);

        var (before, _) = await StatsAsync(http, false, cancel);
        var started = Stopwatch.GetTimestamp();
        clients.Begin();
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancel);
        clients.Tally.End();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (after, _) = await StatsAsync(http, false, cancel);
        var grown = Resident(server) - resident;
        var (_, live) = await StatsAsync(http, true, cancel);
        await stop.CancelAsync();
        await trickle.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var tally = clients.Tally;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count,10:N0}{slow,7:N0}{tally.Frames / took,11:N0}{(after - before) / took,6:N2}{grown / 1024.0 / count,11:N1} KB{(live - managed) / 1024.0 / count,11:N1} KB{tally.Percentile(0.5),7:N1} ms{tally.Percentile(0.99),7:N1} ms{tally.Percentile(1),7:N1} ms{tally.Missed,9:N0}{clients.Lost,7:N0}"));
        return 0;
    }

    private static async Task<(double Seconds, long Managed)> StatsAsync(HttpClient http, bool managed, CancellationToken cancel)
    {
        var parts = (await http.GetStringAsync($"/stats?managed={managed}", cancel)).Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string[] Self(params string[] arguments) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(FanoutTimes).Assembly.Location, .. arguments] : arguments;

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }
}
