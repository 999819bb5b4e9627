using BenchmarkDotNet.Attributes;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Bench.Speed;

/// <summary>One page of the sample wire an operation, decoded text in memory: its shortest article, the one in the middle, the longest, and the longest with its paragraphs ten times.</summary>
[MemoryDiagnoser]
public class ExtractBenchmarks
{
    private const int Times = 10;

    private static readonly Uri Address = new("https://paper.example/story");

    private string _html = "";

    [Params("short", "medium", "long", "ten long")]
    public string Page { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Places.Root, "sample"), "*.html", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Where(p => ArticleExtractor.Extract(p, Address) is ExtractionResult.Extracted).OrderBy(p => p.Length).ToList();
        _html = Page switch
        {
            "short" => pages[0],
            "medium" => pages[pages.Count / 2],
            "long" => pages[^1],
            _ => Repeated(pages[^1]),
        };
        Console.WriteLine($"// {Page}: {_html.Length} characters");
    }

    [Benchmark]
    public ExtractionResult Extract() => ArticleExtractor.Extract(_html, Address);

    /// <summary>A page whose paragraphs stand in it so many times.</summary>
    private static string Repeated(string page)
    {
        var (start, end) = (page.IndexOf("<p", StringComparison.Ordinal), page.LastIndexOf("</p>", StringComparison.Ordinal) + "</p>".Length);
        return page[..start] + string.Concat(Enumerable.Repeat(page[start..end], Times)) + page[end..];
    }
}
