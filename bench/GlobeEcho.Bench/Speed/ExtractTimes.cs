using System.Diagnostics;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;
using SmartReader;

namespace GlobeEcho.Bench.Speed;

/// <summary>
/// Pages a CPU-second: decoded text in memory, one thread, processor time of the whole process (so collecting and compiling count). The
/// first pass is cold; the median is over the passes after it. Peers run on the same pages in the same process.
/// </summary>
internal static class ExtractTimes
{
    private static readonly Uri Address = new("http://page.invalid/story");

    public static int Run(string folder, int most, int passes)
    {
        var files = Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var pages = files.Where((_, i) => i % Math.Max(1, files.Count / most) == 0).Take(most).Select(Read).ToList();
        Console.WriteLine($"{pages.Count} pages, {pages.Average(p => p.Length) / 1000:0} thousand characters on average; TieredPGO {AppContext.GetData("System.Runtime.TieredPGO") ?? "default"}, {Environment.ProcessorCount} cores");
        Measure("ArticleExtractor.Extract", pages, passes, p => ArticleExtractor.Extract(p, Address));
        Measure("AngleSharp, the parse alone", pages, passes, p => new HtmlParser().ParseDocument(p).Dispose());
        Measure("SmartReader", pages, passes, p =>
        {
            using var reader = new Reader(Address.AbsoluteUri, p);
            reader.GetArticle();
        });
        Stages(pages);
        return 0;
    }

    /// <summary>What a page's time goes into, on the wall's clock, after the passes above.</summary>
    private static void Stages(List<string> pages)
    {
        var names = new[] { "parse", "blocks", "scan", "linked data", "metadata", "sums", "features", "score", "body", "judge" };
        var times = new long[names.Length];
        foreach (var page in pages)
        {
            var stage = 0;
            var last = Stopwatch.GetTimestamp();
            void Lap()
            {
                var now = Stopwatch.GetTimestamp();
                times[stage++] += now - last;
                last = Stopwatch.GetTimestamp();
            }

            var tree = PageParser.Parse(page);
            Lap();
            var list = BlockReader.Read(tree);
            Lap();
            var scan = new PageScan(list);
            Lap();
            var said = JsonLd.Read(scan.Scripts);
            Lap();
            var facts = MetadataReader.Read(scan, said, Address);
            Lap();
            var sums = new BlockSums(list);
            Lap();
            var studied = new StudiedPage(Address, scan, said, list, sums, facts, new PageHints(-1, facts.Headline, facts.Description, facts.Byline, null));
            _ = BlockFeatures.Of(list, sums, studied.Hints);
            Lap();
            var scores = BlockScorer.Score(list, sums, studied.Hints);
            Lap();
            var body = BodyChoice.Of(studied, scores);
            Lap();
            _ = PageJudgement.Of(studied, scores, body);
            Lap();
        }

        Console.WriteLine("microseconds a page: " + string.Join(", ", names.Select((n, i) => $"{n} {times[i] * 1e6 / Stopwatch.Frequency / pages.Count:0}")) + " (score includes the features once more)");
    }

    private static void Measure(string name, List<string> pages, int passes, Action<string> extract)
    {
        var rates = new List<double>();
        for (var pass = 0; pass < passes; pass++)
        {
            using var own = Process.GetCurrentProcess();
            var before = own.TotalProcessorTime;
            foreach (var page in pages)
                extract(page);
            own.Refresh();
            rates.Add(pages.Count / (own.TotalProcessorTime - before).TotalSeconds);
        }

        var warm = rates.Skip(1).Order().ToList();
        Console.WriteLine($"{name,-32} first pass {rates[0],6:0}, median of passes 2 to {passes} {warm[warm.Count / 2],6:0} (least {warm[0]:0}, most {warm[^1]:0}) pages a CPU-second");
    }

    private static string Read(string file)
    {
        using var raw = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var body = new MemoryStream();
        plain.CopyTo(body);
        return PageEncoding.Decode(body.ToArray(), null);
    }
}
