using System.Text;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

public sealed class BrokenFeedTests
{
    [Fact]
    public void Truncated_feed_gives_its_whole_items()
    {
        var feed = Given.Feed("<rss><channel><title>P</title><item><title>One</title><link>/1</link></item><item><title>Two</title><link>/2</link><descr");

        Assert.Equal(["One"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public void Every_cut_of_a_feed_is_read_without_an_exception()
    {
        const string Text = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><title a='b'>P</title><!-- c --><item><title><![CDATA[x]]>&amp;</title><link>/1</link></item></channel></rss>";

        for (var length = 1; length < Text.Length; length++)
            Assert.NotNull(FeedParser.Parse(Encoding.UTF8.GetBytes(Text[..length]), null, Given.Address));
    }

    [Theory]
    [InlineData("<item><title>One</title><link>/1</link><item><title>Two</title><link>/2</link></item>")]
    [InlineData("<item><title>One</title><link>/1</link><description>a <br> b <p> c</description></item><item><title>Two</title><link>/2</link></item>")]
    [InlineData("<item><title>One</wrong></title><link>/1</link></item></stray><item><title>Two</title><link>/2</link></item>")]
    [InlineData("<item><title>One</title><link>/1</link><odd attribute=bare other></item><item><title>Two</title><link>/2</link></item>")]
    [InlineData("<item><TITLE>One</TITLE><link>/1</link></item><item><title>Two</title><link>/2</link><undeclared:x>y</undeclared:x></item>")]
    public void Ill_formed_xml_keeps_its_items(string items)
    {
        Assert.Equal(["One", "Two"], Given.Feed($"<rss><channel>{items}</channel></rss>").Items.Select(i => i.Title));
    }

    [Fact]
    public void Inline_markup_in_a_description_is_text()
    {
        Assert.Equal("Rain and wind.", Given.Item("<link>/1</link><title>T</title><description><p>Rain <b>and</b> wind.</p></description>").Summary);
    }

    [Fact]
    public void Control_characters_are_left_out()
    {
        Assert.Equal("Storm warning", Given.Item("<link>/1</link><title>Storm\u0001 war\u000Bning\u0000</title>").Title);
    }

    [Fact]
    public void Billion_laughs_stay_unlaughed()
    {
        var item = Assert.Single(Given.Feed(
            """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;"><!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;">]>
            <rss><channel><item><title>Joke &lol2; end</title><link>/1</link></item></channel></rss>
            """).Items);

        Assert.Equal("Joke &lol2; end", item.Title);
    }

    [Fact]
    public void External_entity_is_not_loaded()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "the key of the safe");
            var feed = Given.Feed(
                $"""
                <!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % y SYSTEM "http://127.0.0.1:1/y">%y;]>
                <rss><channel><title>&x;</title><item><title>T &x;</title><link>/1</link></item></channel></rss>
                """);

            Assert.Equal(("&x;", "T &x;"), (feed.Title, feed.Items[0].Title));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Depth_beyond_the_limit_is_harmless()
    {
        var deep = string.Concat(Enumerable.Repeat("<d>", 100_000));

        Assert.Equal("T", Given.Item($"<title>T</title><link>/1</link><x>{deep}</x>").Title);
    }

    [Theory]
    [InlineData("<!DOCTYPE [>")]
    [InlineData("<script ")]
    [InlineData("&lt;script ")]
    [InlineData("&lt;!--")]
    [InlineData("<a b='")]
    [InlineData("<a xmlns:p='q'>")]
    [InlineData("</x>")]
    [InlineData("&amp;amp;")]
    [InlineData("<![CDATA[")]
    public void Endless_repetition_after_an_item_is_harmless(string repeated)
    {
        var feed = Given.Feed($"<rss><channel><item><title>T</title><link>/1</link></item><description>{string.Concat(Enumerable.Repeat(repeated, 200_000))}");

        Assert.Equal("T", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Endless_title_is_cut()
    {
        var title = Given.Item($"<title>{string.Concat(Enumerable.Repeat("&lt;script tide ", 100_000))}</title><link>/1</link>").Title;

        Assert.InRange(title.Length, 350, 400);
    }

    [Fact]
    public void Deep_json_is_refused()
    {
        Assert.Contains("broken", Given.Refusal($$"""{"items":{{new string('[', 100_000)}}"""), StringComparison.Ordinal);
    }
}
