using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

public sealed class FeedParserTests
{
    [Fact]
    public void Rss_2_0_gives_all_its_fields()
    {
        var feed = Given.Feed(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel>
                <title>The Harbour Post</title><link>https://harbour.example/</link><language>en-gb</language><ttl>45</ttl>
                <item>
                  <guid isPermaLink="false">hp-1</guid><title>Ferry returns to service</title><media:title>A picture</media:title>
                  <link>https://harbour.example/ferry</link><pubDate>Fri, 24 May 2024 18:30:00 +0200</pubDate>
                  <description>&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; sails again.&lt;/p&gt;</description>
                  <content:encoded><![CDATA[<p>The ferry sails again & again.</p>]]></content:encoded>
                  <dc:creator>Ada Quay</dc:creator>
                </item>
              </channel>
            </rss>
            """);

        Assert.Equal("RSS 2.0", feed.Format);
        Assert.Equal("The Harbour Post", feed.Title);
        Assert.Equal(new Uri("https://harbour.example/"), feed.Home);
        Assert.Equal("en-gb", feed.Language);
        Assert.Equal(TimeSpan.FromMinutes(45), feed.TimeToLive);
        Assert.Equal(
            new FeedItem(
                "hp-1", new Uri("https://harbour.example/ferry"), "Ferry returns to service", "The ferry sails again.",
                "<p>The ferry sails again & again.</p>", "Ada Quay", new DateTimeOffset(2024, 5, 24, 16, 30, 0, TimeSpan.Zero)),
            Assert.Single(feed.Items));
    }

    [Fact]
    public void Rss_1_0_has_its_items_beside_the_channel()
    {
        var feed = Given.Feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="x"><title>Le Phare</title><link>https://phare.example/</link><d:language>fr</d:language></channel>
              <item rdf:about="https://phare.example/1"><title>La digue tient</title><link>https://phare.example/1</link><d:date>2024-05-24T10:00:00+02:00</d:date></item>
              <item rdf:about="https://phare.example/2"><title>Le port ferme</title></item>
            </rdf:RDF>
            """);

        Assert.Equal(("RSS 1.0", "Le Phare", "fr"), (feed.Format, feed.Title, feed.Language));
        Assert.Equal(["https://phare.example/1", "https://phare.example/2"], feed.Items.Select(i => i.Link.AbsoluteUri));
        Assert.Equal(new DateTimeOffset(2024, 5, 24, 8, 0, 0, TimeSpan.Zero), feed.Items[0].Published);
    }

    [Theory]
    [InlineData("<rss version='0.91'><channel><item><link>https://a.example/1</link><title>T</title></item></channel></rss>", "RSS 0.91")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><item><link>https://a.example/1</link><title>T</title></item></rdf:RDF>", "RSS 0.90")]
    [InlineData("<rss xmlns='http://www.w3.org/2005/Atom' version='2.0'><channel><item><link>https://a.example/1</link><title>T</title></item></channel></rss>", "RSS 2.0")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><link rel='alternate' href='https://a.example/1'/><title>T</title></entry></feed>", "Atom 0.3")]
    [InlineData("<feed><entry><link href='https://a.example/1'/><title>T</title></entry></feed>", "Atom 1.0")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"url":"https://a.example/1","title":"T"}]}""", "JSON Feed 1.0")]
    public void Older_dialects_are_read(string text, string format)
    {
        var feed = Given.Feed(text);

        Assert.Equal(format, feed.Format);
        var item = Assert.Single(feed.Items);
        Assert.Equal(("https://a.example/1", "T"), (item.Link.AbsoluteUri, item.Title));
    }

    [Fact]
    public void Atom_1_0_gives_all_its_fields()
    {
        var feed = Given.Feed(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://bote.example/welt/">
              <a:title type="html">Der &amp;amp; Bote</a:title><a:link rel="self" href="feed.atom"/><a:link href="/"/>
              <a:author><a:name>Redaktion</a:name></a:author>
              <a:entry>
                <a:id>tag:bote.example,2024:7</a:id><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Die <em>Elbe</em> steigt</div></a:title>
                <a:link rel="enclosure" href="ton.mp3"/><a:link rel="alternate" href="elbe"/>
                <a:published>2024-05-24T06:00:00Z</a:published><a:updated>2024-05-24T09:00:00Z</a:updated>
                <a:summary>Pegel &amp; Prognose</a:summary>
                <a:content type="xhtml"><div><p>Es regnet.</p></div></a:content>
              </a:entry>
            </a:feed>
            """);

        Assert.Equal(("Atom 1.0", "Der & Bote", "de"), (feed.Format, feed.Title, feed.Language));
        Assert.Equal(new Uri("https://bote.example/"), feed.Home);
        Assert.Equal(
            new FeedItem(
                "tag:bote.example,2024:7", new Uri("https://bote.example/welt/elbe"), "Die Elbe steigt", "Pegel & Prognose",
                "<p>Es regnet.</p>", "Redaktion", new DateTimeOffset(2024, 5, 24, 6, 0, 0, TimeSpan.Zero))
            {
                Updated = new DateTimeOffset(2024, 5, 24, 9, 0, 0, TimeSpan.Zero),
                Enclosures = feed.Items[0].Enclosures,
            },
            Assert.Single(feed.Items));
    }

    [Fact]
    public void Json_feed_1_1_gives_all_its_fields()
    {
        var feed = Given.Feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Lakeside","home_page_url":"https://lake.example/","language":"en-US","authors":[{"name":"Desk"}],
             "items":[{"id":"7","url":"/ice","title":"Ice is out","summary":"Early spring.","content_html":"<p>Early.</p>","date_published":"2024-05-24T12:40:00-04:00"},
                      {"id":"8","url":"/calm","content_text":"A calm day\n\non the lake","authors":[{"name":"Bo"},{"name":"Cy"}]},],}
            """);

        Assert.Equal(("JSON Feed 1.1", "Lakeside", "en-US"), (feed.Format, feed.Title, feed.Language));
        Assert.Equal(
            new FeedItem(
                "7", new Uri("https://paper.example/ice"), "Ice is out", "Early spring.", "<p>Early.</p>", "Desk",
                new DateTimeOffset(2024, 5, 24, 16, 40, 0, TimeSpan.Zero)),
            feed.Items[0]);
        Assert.Equal(("A calm day on the lake", "<p>A calm day</p><p>on the lake</p>", "Bo, Cy"), (feed.Items[1].Title, feed.Items[1].ContentHtml, feed.Items[1].Author));
    }

    [Fact]
    public void Missing_guid_is_the_link()
    {
        Assert.Equal("https://a.example/x", Given.Item("<link>https://a.example/x</link><title>T</title>").Guid);
    }

    [Fact]
    public void Missing_link_is_the_permanent_guid_and_no_other()
    {
        Assert.Equal("https://a.example/x", Given.Item("<guid>https://a.example/x</guid><title>T</title>").Link.AbsoluteUri);
        Assert.Empty(Given.Feed("<rss><channel><item><guid isPermaLink='false'>https://a.example/x</guid></item></channel></rss>").Items);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:desk@a.example")]
    [InlineData("")]
    public void Item_without_an_http_link_is_left_out(string link)
    {
        Assert.Empty(Given.Feed($"<rss><channel><item><title>T</title><link>{link}</link></item></channel></rss>").Items);
    }

    [Theory]
    [InlineData("/x", "https://paper.example/x")]
    [InlineData("x y", "https://paper.example/news/x%20y")]
    [InlineData("//other.example/x", "https://other.example/x")]
    [InlineData("\n https://a.example/x?a=1&amp;b=2 \n", "https://a.example/x?a=1&b=2")]
    public void Relative_and_untidy_links_become_addresses(string link, string address)
    {
        Assert.Equal(address, Given.Item($"<link>{link}</link><title>T</title>").Link.AbsoluteUri);
    }

    [Fact]
    public void Missing_title_is_the_first_words_of_the_summary()
    {
        var words = string.Join(' ', Enumerable.Repeat("tide", 60));
        var title = Given.Item($"<link>/x</link><description>{words}</description>").Title;

        Assert.EndsWith("tide…", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 80, 100);
    }

    [Theory]
    [InlineData("Fish &amp;amp; chips", "Fish & chips")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("Fish & chips", "Fish & chips")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; plan", "Bold plan")]
    [InlineData("<![CDATA[<b>Bold</b> plan]]>", "Bold plan")]
    [InlineData("The &amp;#8216;quoted&amp;#8217; word", "The ‘quoted’ word")]
    [InlineData("It&#146;s late", "It’s late")]
    [InlineData("Caf&eacute;&nbsp;closed", "Café closed")]
    [InlineData("  Two\n\t lines ", "Two lines")]
    [InlineData("Cold: 3 &lt; 5 and x &lt;b", "Cold: 3 < 5 and x <b")]
    [InlineData("A &lt;Wonderful&gt; day", "A <Wonderful> day")]
    public void Titles_become_plain_text(string written, string plain)
    {
        Assert.Equal(plain, Given.Item($"<link>/x</link><title>{written}</title>").Title);
    }

    [Fact]
    public void Summary_is_plain_and_has_at_most_a_thousand_characters()
    {
        var summary = Given.Item($"<link>/x</link><title>T</title><description>&lt;p&gt;{string.Join(' ', Enumerable.Repeat("water", 500))}</description>").Summary!;

        Assert.InRange(summary.Length, 990, 1000);
        Assert.StartsWith("water water", summary, StringComparison.Ordinal);
        Assert.EndsWith("water…", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_gives_at_most_500_items_each_once()
    {
        var items = string.Concat(Enumerable.Range(0, 700).Select(i => $"<item><title>T</title><link>/x{i / 2 * 2}</link><guid>g{i}</guid></item>"));
        var twice = "<item><title>T</title><link>/a</link></item><item><title>U</title><link>/a</link></item>";

        Assert.Equal(500, Given.Feed($"<rss><channel>{items}</channel></rss>").Items.Count);
        Assert.Single(Given.Feed($"<rss><channel>{twice}</channel></rss>").Items);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<!doctype html><html><body>Hello</body></html>", "web page")]
    [InlineData("Not found", "plain text")]
    [InlineData("<error>no</error>", "<error>")]
    [InlineData("{\"a\":1}", "no list of items")]
    [InlineData("{\"items\":[", "broken")]
    public void What_is_no_feed_is_told_in_plain_words(string text, string words)
    {
        Assert.Contains(words, Given.Refusal(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada Quay", "Ada Quay")]
    [InlineData("desk@a.example (Ada Quay)", "Ada Quay")]
    [InlineData("desk@a.example", null)]
    public void Author_is_a_name(string written, string? name)
    {
        Assert.Equal(name, Given.Item($"<link>/x</link><title>T</title><author>{written}</author>").Author);
    }
}
