using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GlobeEcho.Bench.Speed;

/// <summary>From start to the first page over an archive that is there already, and the memory of a paper nobody reads.</summary>
internal static class StartupTimes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string data, CancellationToken cancel)
    {
        var (health, page, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < Medians.Runs; run++)
        {
            if (await OnceAsync(data, cancel) is not { } times)
                return 1;
            health.Add(times.Health.TotalMilliseconds);
            page.Add(times.Page.TotalMilliseconds);
            memory.Add(times.Megabytes);
        }

        Medians.Print("start to /health", "ms", health);
        Medians.Print("start to the first page served", "ms", page);
        Medians.Print($"resident memory after {Idle.TotalSeconds} s idle", "MB", memory);
        return 0;
    }

    private static async Task<(TimeSpan Health, TimeSpan Page, double Megabytes)?> OnceAsync(string data, CancellationToken cancel)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var started = Stopwatch.GetTimestamp();
        using var process = Child.Start("dotnet", [Places.Program, "serve", "--data", data, "--urls", address.AbsoluteUri]);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            while (!await AnswersAsync(client, cancel))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    await StopAsync(process);
                    Console.Error.WriteLine($"`globe-echo serve` did not come up: {(await errors).Trim()} {(await output).Trim()}");
                    return null;
                }

                await Task.Delay(5, cancel);
            }

            var health = Stopwatch.GetElapsedTime(started);
            using var front = await client.GetAsync("/", cancel);
            front.EnsureSuccessStatusCode();
            await front.Content.ReadAsByteArrayAsync(cancel);
            var page = Stopwatch.GetElapsedTime(started);
            await Task.Delay(Idle, cancel);
            return (health, page, Megabytes(process));
        }
        finally
        {
            await StopAsync(process);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync("/health", cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Megabytes(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        if (File.Exists(status) && File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line)
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) / 1024;
        process.Refresh();
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }

    private static async Task StopAsync(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
