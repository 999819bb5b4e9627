using System.Text;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class HostilePageTests
{
    private static readonly Uri Address = new("http://paper.invalid/story");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><font>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Page_nested_without_end_is_refused(string tags)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(tags, 100_000)) + "end";

        var refused = Assert.IsType<ExtractionResult.NotAnArticle>(ArticleExtractor.Extract(page, Address));
        Assert.Contains("nested too deeply", refused.Reason, StringComparison.Ordinal);
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
