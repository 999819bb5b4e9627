using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GlobeEcho.Bench.Quality;
using GlobeEcho.Newsroom.Articles;
using SmartReader;
using Spectre.Console;

namespace GlobeEcho.Bench.Peers;

/// <summary>
/// Our extractor and others on the same decoded pages in one run: quality by the score script, and pages a CPU second. What a peer
/// returns as HTML becomes text by the same rules as ours, a line for each block; its byline is divided into names by our parser.
/// </summary>
internal static class PeerTrials
{
    private static readonly Uri Nowhere = new("http://page.invalid/");

    private static readonly (string Name, string Folder, string Truth)[] Sets =
    [
        ("articles", "extraction/wcxb-dev/html", "extraction/wcxb-dev/truth.jsonl.gz"),
        ("segments", "extraction/segments-dev/html", "extraction/segments-dev/truth.jsonl.gz"),
        ("wire", "wire/html", "wire/index.jsonl"),
    ];

    /// <returns>1 when there is no data, 0 otherwise.</returns>
    public static async Task<int> RunAsync(string? shared, int passes, CancellationToken cancel)
    {
        if (shared is null)
        {
            Console.Error.WriteLine("There is no folder of measuring data here (--data DIR).");
            return 1;
        }

        var missing = await NodePeer.MissingAsync(cancel);
        if (missing is not null)
            Console.WriteLine($"@mozilla/readability is left out: {missing}");
        var scratch = Directory.CreateTempSubdirectory("globe-echo-peers-").FullName;
        try
        {
            Console.WriteLine($"TieredPGO {AppContext.GetData("System.Runtime.TieredPGO") ?? "default"}, {Environment.ProcessorCount} cores, {passes} passes; cold and warm are pages a CPU second in the first pass, and the median of the others");
            foreach (var (name, folder, truth) in Sets)
            {
                var pages = Read(Path.Combine(shared, "data", folder));
                var table = new Table().Title($"{name}, {pages.Count} pages").AddColumns("", "F1", "P", "R", "headline", "day", "byline", "cold", "warm");
                table.AddRow(await RowAsync("ours", Measure(pages, passes, Ours), shared, truth, scratch, cancel));
                table.AddRow(await RowAsync("SmartReader", Measure(pages, passes, OfSmartReader), shared, truth, scratch, cancel));
                if (missing is null)
                    table.AddRow(await RowAsync("Readability", await NodePeer.RunAsync(pages, passes, scratch, cancel), shared, truth, scratch, cancel));
                AnsiConsole.Write(table);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static PeerRun Measure(IReadOnlyList<PeerPage> pages, int passes, Func<PeerPage, PeerAnswer> extract)
    {
        var rates = new List<double>();
        var answers = new List<PeerAnswer>();
        for (var pass = 0; pass < passes; pass++)
        {
            answers.Clear();
            using var own = Process.GetCurrentProcess();
            var before = own.TotalProcessorTime;
            foreach (var page in pages)
                answers.Add(extract(page));
            own.Refresh();
            rates.Add(pages.Count / (own.TotalProcessorTime - before).TotalSeconds);
        }

        return new PeerRun(answers, rates);
    }

    private static PeerAnswer Ours(PeerPage page)
    {
        var found = ArticleExtractor.Extract(page.Html, Nowhere) switch
        {
            ExtractionResult.Extracted(var article) => article,
            ExtractionResult.NotAnArticle(_, var some) => some,
            _ => null,
        };
        return new PeerAnswer(page.Id, found?.Text ?? "", found?.Headline, found?.Byline ?? [], Day(found?.Published));
    }

    private static PeerAnswer OfSmartReader(PeerPage page)
    {
        using var reader = new Reader(Nowhere.AbsoluteUri, page.Html);
        var article = reader.GetArticle();
        return new PeerAnswer(
            page.Id, ArticleExtractor.TextOf(article.Content ?? ""), article.Title, BylineParser.Parse(article.Byline ?? article.Author),
            article.PublicationDate is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    private static string? Day(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string[]> RowAsync(string name, PeerRun run, string shared, string truth, string scratch, CancellationToken cancel)
    {
        var answers = Path.Combine(scratch, "answers.jsonl");
        await File.WriteAllLinesAsync(answers, run.Answers.Select(a => a.ToLine()), cancel);
        var score = await Child.RunAsync("python3", [Path.Combine(shared, "score", "extraction.py"), answers, Path.Combine(shared, "data", truth), "--json"], cancel);
        if (score.ExitCode != 0)
            throw new InvalidOperationException($"extraction.py ended with {score.ExitCode}: {score.Errors}");
        var scored = new TrialResult.Scored(JsonDocument.Parse(score.Output.TrimEnd().Split('\n')[^1]).RootElement, score.Took);
        // Of pages of many kinds, the articles.
        string Of(params string[] keys) =>
            keys.Select(k => scored.Of(Quality.Measure.Share("", k))).FirstOrDefault(v => v is not null)?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
        return
        [
            name, Of("types.article.f1", "all.f1"), Of("types.article.p", "all.p"), Of("types.article.r", "all.r"),
            Of("articles.headline.exact", "headline.exact"), Of("articles.published.right", "published.right"), Of("articles.byline.right", "byline.right"),
            run.Rates[0].ToString("0", CultureInfo.InvariantCulture), run.Warm.ToString("0", CultureInfo.InvariantCulture),
        ];
    }

    private static List<PeerPage> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.html.gz").Order(StringComparer.Ordinal).Select(f =>
        {
            using var plain = new GZipStream(File.OpenRead(f), CompressionMode.Decompress);
            using var body = new MemoryStream();
            plain.CopyTo(body);
            return new PeerPage(Path.GetFileName(f)[..^".html.gz".Length], Nowhere.AbsoluteUri, PageEncoding.Decode(body.ToArray(), null));
        })];
}
