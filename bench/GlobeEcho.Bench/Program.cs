using System.Globalization;
using BenchmarkDotNet.Running;
using GlobeEcho.Bench;
using GlobeEcho.Bench.Fanout;
using GlobeEcho.Bench.Feeds;
using GlobeEcho.Bench.Fuzz;
using GlobeEcho.Bench.Peers;
using GlobeEcho.Bench.Quality;
using GlobeEcho.Bench.Speed;
using GlobeEcho.Bench.Training;

const string Usage =
    """
    GlobeEcho.Bench quality [--data DIR] [--update]   the measures against their floors in baseline.json
    GlobeEcho.Bench speed [BenchmarkDotNet's options]  micro-benchmarks
    GlobeEcho.Bench extract-speed [--pages DIR]        pages a CPU-second, ours and SmartReader's
    GlobeEcho.Bench peers [--data DIR] [--passes 5]    our extractor, SmartReader and Readability on the same pages: quality and speed
    GlobeEcho.Bench train [--write FILE] [--folds 5]   learns which blocks are an article, checked on sites left out
    GlobeEcho.Bench digest-train [--write FILE] [--repeats 10]   learns which words a digest needs, checked on stories left out
    GlobeEcho.Bench gate                               the digests' gate on real sentences, true and made false
    GlobeEcho.Bench train-fold [--fit FILE] [--cross] [--grid] [--confused SET]  learns when stories join, merge and part, checked on topics left out
    GlobeEcho.Bench word-shares FILE                   counts how many articles at large hold a word, for the folding
    GlobeEcho.Bench fold-speed < bulk.jsonl            articles folded a CPU second along a stream
    GlobeEcho.Bench startup --data DIR                 from start to the first page, and idle memory
    GlobeEcho.Bench pass --feeds URL [--warm]          one pass from an empty archive, articles a second
    GlobeEcho.Bench fanout [--clients 1000,5000,10000] [--seconds 6] [--slow 1]   the price stream to many readers; --slow in per cent
    GlobeEcho.Bench schedule --feeds NUMBER            due feeds picked and re-scheduled in an archive of so many
    GlobeEcho.Bench day --feeds NUMBER                 a simulated day: requests a minute, in all and per host
    GlobeEcho.Bench feed-speed                         typical RSS, megabytes a CPU second
    GlobeEcho.Bench feed-memory --feed URL --small URL [--max-bytes N]  what a large feed adds to the program's memory
    GlobeEcho.Bench fuzz feeds|articles [--minutes N] [--seed N]  mutated documents through every parser of the room
    GlobeEcho.Bench fuzz seeds TARGET DIR              the documents it begins with, as files
    GlobeEcho.Bench fuzz afl TARGET                    one target under AFL++ (bench/fuzz.sh)
    GlobeEcho.Bench echoes FOLDER                      the labelled pairs of articles, told apart and scored
    GlobeEcho.Bench feeds CASES                        answers for a file of feed cases (.gz is read too), a line each
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
    case "digest-train":
        return DigestTraining.Run(Arguments.Value(rest, "--data") ?? Places.Shared()!, Arguments.Value(rest, "--write"), Arguments.Whole(rest, "--repeats", 10));
    case "gate":
        return GateVariants.Run(Arguments.Value(rest, "--data") ?? Places.Shared()!);
    case "train-fold":
        return FoldTraining.Run(Arguments.Value(rest, "--data") ?? Places.Shared()!, rest);
    case "word-shares" when rest is [var table, ..]:
        return WordCounts.Run(Arguments.Value(rest, "--shared") ?? Places.Shared()!, table);
    case "fold-speed":
        return FoldSpeed.Run(Console.In, Arguments.Whole(rest, "--days", 7), Arguments.Whole(rest, "--memory", 10_000));
    case "extract-speed":
        return ExtractTimes.Run(
            Arguments.Value(rest, "--pages") ?? Path.Combine(Places.Shared() ?? ".", "data/extraction/wcxb-dev/html"),
            Arguments.Whole(rest, "--most", 300), Arguments.Whole(rest, "--passes", 7));
    case "peers":
        return await PeerTrials.RunAsync(Arguments.Value(rest, "--data") ?? Places.Shared(), Arguments.Whole(rest, "--passes", 5), stop.Token);
    case "speed":
        BenchmarkSwitcher.FromAssembly(typeof(QualityGate).Assembly).Run(rest);
        return 0;
    case "feeds" when rest is [var cases]:
        return FeedAnswers.Write(cases, Console.Out);
    case "echoes" when rest is [var folder]:
        return EchoAnswers.Write(folder, Console.Out);
    case "feed-speed":
        return FeedSpeed.Run();
    case "feed-memory" when (Arguments.Value(rest, "--feed"), Arguments.Value(rest, "--small")) is ({ } large, { } small):
        return await FeedMemory.RunAsync(large, small, Arguments.Value(rest, "--max-bytes") ?? "40000000", stop.Token);
    case "fuzz":
        return FuzzRun.Run(rest, stop.Token) ?? Refuse();
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
    case "schedule" when int.TryParse(Arguments.Value(rest, "--feeds"), out var number):
        return await ScheduleTimes.RunAsync(number, stop.Token);
    case "day" when int.TryParse(Arguments.Value(rest, "--feeds"), out var number):
        return SimulatedDay.Run(number);
    default:
        return Refuse();
}

static int Refuse()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
