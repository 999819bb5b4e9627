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

    [Theory]
    [InlineData("<div>", 100_000, 60)]
    [InlineData("<p>The ferry sails again, and the goat with it.</p>", 100_000, 200)]
    public void Page_of_many_elements_takes_memory_by_its_length(string piece, int times, int most)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(piece, times));
        ArticleExtractor.Extract(page, Address);
        var before = GC.GetAllocatedBytesForCurrentThread();

        ArticleExtractor.Extract(page, Address);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) >> 20, 0, most);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("utf-7")]
    [InlineData("shift_jis")]
    [InlineData("euc-kr")]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("iso-2022-jp")]
    [InlineData("iso-2022-kr")]
    [InlineData("windows-1251")]
    [InlineData("x-user-defined")]
    [InlineData("nonsense")]
    public void Bytes_that_are_no_text_in_the_charset_they_name_are_read_all_the_same(string charset)
    {
        var random = new Random(Seed);
        for (var run = 0; run < 20; run++)
        {
            var noise = new byte[4000];
            random.NextBytes(noise);
            byte[] page = [.. Encoding.ASCII.GetBytes($"<html><head><meta charset={charset}></head><body><p>"), .. noise];
            ArticleExtractor.Extract(page, run % 2 == 0 ? null : $"text/html; charset={charset}", Address);
        }
    }

    [Theory]
    [InlineData("<style>")]
    [InlineData("<textarea>")]
    [InlineData("<!--")]
    [InlineData("<svg><style>")]
    [InlineData("<template>")]
    [InlineData("<p title=\"")]
    public void What_stands_before_an_element_that_never_closes_is_read(string open)
    {
        const string Story = "<html><head><title>The ferry sails again</title></head><body><h1>The ferry sails again</h1>"
            + "<p>It had been laid up since the storm of last winter, when a wave broke the windows of its bridge and the pump failed.</p>"
            + "<p>The council paid for half of the repair; the islanders themselves collected the rest at dances and at three auctions.</p>"
            + "<p>The ferry to the island left the harbour on time, with forty people and a goat on board, and nobody was sick.</p>";

        var read = Assert.IsType<ExtractionResult.Extracted>(ArticleExtractor.Extract(Story + open + new string('x', 100_000), Address));

        Assert.Contains("three auctions", read.Article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", read.Article.Text, StringComparison.Ordinal);
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
