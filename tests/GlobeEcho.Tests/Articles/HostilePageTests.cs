using System.Text;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Tests.Architecture;

namespace GlobeEcho.Tests.Articles;

public sealed class HostilePageTests
{
    private static readonly Uri Address = new("http://paper.invalid/story");

    private const int Seed = 20240524;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><font>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    [InlineData("<a href=x>")]
    [InlineData("</p></div>")]
    [InlineData("<p class=\"a b c d e f\">x")]
    [InlineData("<!--")]
    [InlineData("<div a='")]
    [InlineData("&#x110000;&notin;&")]
    public async Task Page_of_one_piece_over_and_over_ends_in_bounded_time(string piece)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(piece, 100_000)) + "end";
        // Throws when it has not ended after a minute.
        await Task.Run(() => ArticleExtractor.Extract(page, Address), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Page_of_fifty_million_bytes_is_refused_with_its_reason()
    {
        var result = ArticleExtractor.Extract(new byte[50_000_000], "text/html", Address);
        Assert.Contains("more than", Assert.IsType<ExtractionResult.NotAnArticle>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_pages_cut_and_mixed_at_random_never_throw_and_blocks_stay_within_the_text()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "sample"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(12).Select(File.ReadAllText).ToArray();
        var random = new Random(Seed);
        for (var run = 0; run < 400; run++)
        {
            var page = Mutated(pages[run % pages.Length], random);
            var found = ArticleExtractor.Extract(page, Address) switch
            {
                ExtractionResult.Extracted(var article) => article,
                ExtractionResult.NotAnArticle(_, var some) => some,
                _ => null,
            };
            Assert.All(found?.Body.Blocks ?? [], b => Assert.True(b.Span.LiesWithin(found!.Text)));
        }
    }

    private static string Mutated(string page, Random random)
    {
        string[] pieces = ["<", ">", "</div>", "<p>", "\"", "'", "<!--", "-->", "<script>", "</script>", "\0", "&", "&#", "<table>", "<td>", "\uD800", "]]>", "</a>", "<svg>"];
        for (var change = 0; change < 12; change++)
        {
            var at = random.Next(page.Length);
            page = random.Next(3) switch
            {
                0 => page[..at] + pieces[random.Next(pieces.Length)] + page[at..],
                1 => page.Remove(at, Math.Min(random.Next(200), page.Length - at)),
                _ => page[..at] + page.Substring(random.Next(page.Length / 2), random.Next(page.Length / 2)) + page[at..],
            };
        }

        return page;
    }

    [Fact]
    public void Script_that_never_closes_leaves_no_article() =>
        Assert.IsType<ExtractionResult.NotAnArticle>(ArticleExtractor.Extract("<html><body><script>var a = '" + new string('x', 100_000), Address));

    [Fact]
    public void Null_bytes_do_not_hide_an_article()
    {
        var page = Encoding.UTF8.GetBytes("<html><head><title>The ferry\0 sails again</title></head><body><h1>The ferry sails again</h1>"
            + string.Concat(Enumerable.Repeat("<p>The ferry\0 to the island left the harbour on time, with forty people and a goat on board.</p>", 1))
            + "<p>It had been laid up since the storm of last winter, when a wave broke the windows of its bridge and the pump failed.</p>"
            + "<p>The council paid for half of the repair; the islanders themselves collected the rest at dances and at three auctions.</p></body></html>");

        var read = Assert.IsType<ExtractionResult.Extracted>(ArticleExtractor.Extract(page, "text/html", Address));
        Assert.Contains("three auctions", read.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_page_is_no_article() => Assert.IsType<ExtractionResult.NotAnArticle>(ArticleExtractor.Extract("", Address));
}
