using System.Globalization;
using BenchmarkDotNet.Running;
using GlobeEcho.Bench;
using GlobeEcho.Bench.Fanout;
using GlobeEcho.Bench.Quality;
using GlobeEcho.Bench.Speed;

const string Usage =
    """
    GlobeEcho.Bench quality [--data DIR] [--update]   the measures against their floors in baseline.json
    GlobeEcho.Bench speed [BenchmarkDotNet's options]  micro-benchmarks
    GlobeEcho.Bench startup --data DIR                 from start to the first page, and idle memory
    GlobeEcho.Bench pass --feeds URL [--warm]          one pass from an empty archive, articles a second
    GlobeEcho.Bench fanout [--clients 1000,5000,10000] [--seconds 6] [--slow 1]   the price stream to many readers; --slow in per cent
    """;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

var rest = args.Skip(1).ToArray();
switch (args.FirstOrDefault())
{
    case "quality":
        return await QualityGate.RunAsync(Arguments.Value(rest, "--data"), rest.Contains("--update"), stop.Token);
    case "speed":
        BenchmarkSwitcher.FromAssembly(typeof(QualityGate).Assembly).Run(rest);
        return 0;
    case "startup" when Arguments.Value(rest, "--data") is { } data:
        return await StartupTimes.RunAsync(data, stop.Token);
    case "pass" when Arguments.Value(rest, "--feeds") is { } feeds:
        return rest.Contains("--warm") ? await WarmPassTimes.RunAsync(feeds, stop.Token) : await PassTimes.RunAsync(feeds, stop.Token);
    case "fanout":
        return await FanoutTimes.RunAsync(
            [.. (Arguments.Value(rest, "--clients") ?? "1000,5000,10000").Split(',').Select(c => int.Parse(c, CultureInfo.InvariantCulture))],
            int.Parse(Arguments.Value(rest, "--seconds") ?? "6", CultureInfo.InvariantCulture),
            int.Parse(Arguments.Value(rest, "--slow") ?? "1", CultureInfo.InvariantCulture),
            stop.Token);
    case "fanout-server":
        return await FanoutServer.RunAsync(stop.Token);
    case "fanout-readers":
        return await FanoutTimes.ReadAsync(rest, stop.Token);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
