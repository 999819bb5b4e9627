using System.Text;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

/// <summary>Feeds and pages that mix what should not be mixed, or are built to cost more than they are worth.</summary>
public sealed class MixedFeedTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("application/xml; charset=utf-8")]
    public void One_byte_of_another_charset_spoils_no_other_letter(string? contentType)
    {
        var body = Encoding.UTF8.GetBytes("<rss><channel><item><title>Élysée wählt §</title><link>/1</link></item></channel></rss>");
        var sign = Array.IndexOf(body, (byte)0xC2);
        byte[] mixed = [.. body[..sign], .. body[(sign + 1)..]];

        Assert.Equal("Élysée wählt §", Assert.Single(Given.Feed(mixed, contentType).Items).Title);
    }

    [Fact]
    public void Json_with_line_ends_inside_its_strings_is_read()
    {
        var item = Assert.Single(Given.Feed("{\"version\": \"https://jsonfeed.org/version/1.1\",\n\"items\": [{\"url\": \"/1\", \"title\": \"Two\nlines\tand a tab\"}]}").Items);

        Assert.Equal("Two lines and a tab", item.Title);
    }

    [Fact]
    public void Page_names_its_feeds_in_order_and_once()
    {
        Assert.Equal(
            ["https://cdn.example/a/all.rss", "https://paper.example/sport.atom"],
            Links("""
                <html><head><base href='https://cdn.example/a/'>
                <LINK REL="Alternate home" TYPE='application/rss+xml; charset=utf-8' HREF=all.rss>
                <link href="all.rss" rel="alternate" type="application/rss+xml"/>
                <link rel="alternate" type="application/atom+xml" href="https://paper.example/sport.atom">
                <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" type="text/xml" href="/s.xml">
                <!-- <link rel="alternate" type="application/rss+xml" href="/old.rss"> -->
                <script>var s = '<link rel="alternate" type="application/rss+xml" href="/script.rss">';</script>
                <link rel="alternate" type="application/rss+xml" href="javascript:feed()">
                </head>
                """));
    }

    [Fact]
    public void Page_without_its_outer_tags_is_a_web_page_all_the_same() =>
        Assert.Equal("The answer is a web page, not a feed.", Given.Refusal("<!doctype html><title>Paper</title><p>Rain."));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<link ")]
    [InlineData("<link rel='alternate' type=\"")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    public void Page_that_is_all_nesting_or_open_ends_is_looked_through_all_the_same(string piece)
    {
        const string Link = "<link rel=alternate type=application/rss+xml href=/feed>";

        Assert.Equal(["https://paper.example/feed"], Links(Link + string.Concat(Enumerable.Repeat(piece, 100_000))));
    }

    private static IEnumerable<string> Links(string page) =>
        FeedLinks.Find(Encoding.UTF8.GetBytes(page), "text/html", Given.Address).Select(l => l.AbsoluteUri);
}
