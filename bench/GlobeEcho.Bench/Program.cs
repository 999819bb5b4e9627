using BenchmarkDotNet.Running;
using GlobeEcho.Bench;
using GlobeEcho.Bench.Quality;
using GlobeEcho.Bench.Speed;
using GlobeEcho.Bench.Training;

const string Usage =
    """
    GlobeEcho.Bench quality [--data DIR] [--update]   the measures against their floors in baseline.json
    GlobeEcho.Bench speed [BenchmarkDotNet's options]  micro-benchmarks
    GlobeEcho.Bench extract-speed [--pages DIR]        pages a CPU-second, ours and SmartReader's
    GlobeEcho.Bench train [--write FILE] [--folds 5]   learns which blocks are an article, checked on sites left out
    GlobeEcho.Bench startup --data DIR                 from start to the first page, and idle memory
    GlobeEcho.Bench pass --feeds URL [--warm]          one pass from an empty archive, articles a second
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
    case "train":
        return BlockTraining.Run(Arguments.Value(rest, "--data") ?? Places.Shared()!, Arguments.Value(rest, "--write"), Arguments.Whole(rest, "--folds", 5), rest);
    case "extract-speed":
        return ExtractTimes.Run(
            Arguments.Value(rest, "--pages") ?? Path.Combine(Places.Shared() ?? ".", "data/extraction/wcxb-dev/html"),
            Arguments.Whole(rest, "--most", 300), Arguments.Whole(rest, "--passes", 7));
    case "speed":
        BenchmarkSwitcher.FromAssembly(typeof(QualityGate).Assembly).Run(rest);
        return 0;
    case "startup" when Arguments.Value(rest, "--data") is { } data:
        return await StartupTimes.RunAsync(data, stop.Token);
    case "pass" when Arguments.Value(rest, "--feeds") is { } feeds:
        return rest.Contains("--warm") ? await WarmPassTimes.RunAsync(feeds, stop.Token) : await PassTimes.RunAsync(feeds, stop.Token);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
