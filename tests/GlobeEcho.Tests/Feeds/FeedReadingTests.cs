using System.Text;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Tests.Feeds;

/// <summary>What a document says, in the words of the one model that all formats are read into.</summary>
public sealed class FeedReadingTests
{
    private static readonly FeedOrigin Here = new(Given.Address, null);

    [Fact]
    public void Cdf_says_on_its_tags_what_others_say_in_elements()
    {
        var (channel, items) = Read(
            """
            <?XML version="1.0"?><CHANNEL HREF="http://lock.example/" BASE="http://lock.example/a/" LASTMOD="2024-05-24T18:30">
            <TITLE>Lock News</TITLE><ABSTRACT>All about locks</ABSTRACT><LOGO HREF="i.gif" STYLE="ICON"/>
            <ITEM HREF="one.html" LASTMOD="2024-05-23"><TITLE>The first lock</TITLE><ABSTRACT>It opens.</ABSTRACT></ITEM></CHANNEL>
            """);

        Assert.Equal(("Lock News", "All about locks", "http://lock.example/", "http://lock.example/a/i.gif"),
            (channel.Title?.Value, channel.Subtitle?.Value, channel.Link(), channel.Other("icon")));
        var item = Assert.Single(items);
        Assert.Equal(("The first lock", "It opens.", "http://lock.example/a/one.html"), (item.Title?.Value, item.Summary?.Value, item.Link()));
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), item.Updated?.Moment);
    }

    [Fact]
    public void Base_of_an_inner_element_counts_from_that_of_the_outer()
    {
        var (channel, items) = Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/top/"><link href="home"/><entry xml:base="in/"><link href="../x"/>
            <content type="html" xml:base="pics/">&lt;img src="a.png"></content></entry><entry><link href="y"/></entry></feed>
            """);

        Assert.Equal("https://paper.example/top/home", channel.Link());
        Assert.Equal(["https://paper.example/top/x", "https://paper.example/top/y"], items.Select(i => i.Link()));
        Assert.Equal("<img src=\"https://paper.example/top/in/pics/a.png\" />", items[0].Contents[0].Safe);
    }

    [Theory]
    [InlineData("http://b.example/c/", "http://b.example/c/x")]
    [InlineData("/d/", "https://paper.example/d/x")]
    [InlineData("javascript:alert(1)", "https://paper.example/news/x")]
    public void Content_location_is_where_addresses_count_from(string location, string address)
    {
        var items = new List<FeedPart>();
        FeedReading.Of(Encoding.UTF8.GetBytes("<rss><channel><item><link>x</link></item></channel></rss>"), Here with { ContentLocation = location }, 10, items.Add);

        Assert.Equal(address, Assert.Single(items).Link());
    }

    [Fact]
    public void Language_is_inherited_and_an_empty_one_ends_it()
    {
        var (channel, items) = Read("<feed xml:lang='de_AT'><entry><title>a</title><summary xml:lang='fr'>b</summary></entry><entry xml:lang=''><title>c</title></entry></feed>");

        Assert.Equal("de-AT", channel.Language);
        Assert.Equal(("de-AT", "fr"), (items[0].Title?.Language, items[0].Summary?.Language));
        Assert.Null(items[1].Title?.Language);
    }

    [Theory]
    [InlineData("type='text'", "a &lt;b&gt; c", "a <b> c", "text/plain")]
    [InlineData("type='html'", "a &lt;b&gt;c&lt;/b&gt;", "a <b>c</b>", "text/html")]
    [InlineData("type='xhtml'", "<div xmlns='http://www.w3.org/1999/xhtml'>a <b>c</b> &amp; d</div>", "a <b>c</b> &amp; d", "application/xhtml+xml")]
    [InlineData("type='xhtml'", "<h:div xmlns:h='http://www.w3.org/1999/xhtml'>a<h:br/></h:div>", "a<br />", "application/xhtml+xml")]
    [InlineData("type='application/octet-stream'", " PGI+\n YTwvYj4= ", "<b>a</b>", "text/html")]
    [InlineData("type='text/html' mode='base64'", "PGI+YTwvYj4=", "<b>a</b>", "text/html")]
    [InlineData("mode='base64'", "no base at all!", "no base at all!", "text/plain")]
    [InlineData("", "plain", "plain", "text/plain")]
    [InlineData("", "a &lt;b&gt;c&lt;/b&gt;", "a <b>c</b>", "text/html")]
    [InlineData("", "a <b>c</b>", "a <b>c</b>", "text/html")]
    public void Text_is_what_its_type_says(string attributes, string written, string value, string type)
    {
        var (channel, _) = Read($"<feed xmlns='http://www.w3.org/2005/Atom'><title {attributes}>{written}</title></feed>");

        Assert.Equal((value, type), (channel.Title?.Value, channel.Title?.Type));
    }

    [Fact]
    public void Namespace_counts_and_not_the_prefix()
    {
        var (channel, items) = Read(
            """
            <r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"><r:channel><r:title>P</r:title>
            <r:item><x:creator>Ada</x:creator><m:thumbnail url="/t.png"/><itunes:author>Bo</itunes:author><x:date>2024-05-24</x:date></r:item></r:channel></r:rss>
            """);

        Assert.Equal("P", channel.Title?.Value);
        Assert.Equal(["Ada"], items[0].Authors.Select(a => a.Name));
        Assert.Equal("https://paper.example/t.png", items[0].Pictures[0].Address);
        Assert.NotNull(items[0].Updated?.Moment);
    }

    [Fact]
    public void Picture_and_search_box_do_not_take_the_channels_words()
    {
        var (channel, items) = Read(
            "<rss><channel><image><title>I</title><link>/i</link><url>/i.png</url></image><textInput><title>S</title><link>/s</link></textInput><title>C</title><link>/c</link>"
            + "<item><source url='/src'>Wire</source><title>One</title><link>/1</link></item></channel></rss>");

        Assert.Equal(("C", "https://paper.example/c"), (channel.Title?.Value, channel.Link()));
        Assert.Equal(("I", "https://paper.example/i.png", "S"), (channel.Image?.Title?.Value, channel.Image?.Other("url"), channel.TextInput?.Title?.Value));
        Assert.Equal(("One", "Wire", "https://paper.example/src"), (items[0].Title?.Value, items[0].Source?.Title?.Value, items[0].Source?.Other("href")));
    }

    [Theory]
    [InlineData("Ada Quay (desk@paper.example)", "Ada Quay", "desk@paper.example")]
    [InlineData("desk+a@paper.example (Ada Quay)", "Ada Quay", "desk+a@paper.example")]
    [InlineData("Ada Quay <desk@paper.example>", "Ada Quay", "desk@paper.example")]
    [InlineData("desk@paper.example", null, "desk@paper.example")]
    [InlineData("@ada", "@ada", null)]
    public void Person_in_one_text_is_taken_apart(string written, string? name, string? email)
    {
        var person = FeedPerson.Read(written);

        Assert.Equal((name, email), (person.Name, person.Email));
    }

    [Theory]
    [InlineData("<georss:point>45.25 -71.5</georss:point>", "Point", "[-71.5,45.25]")]
    [InlineData("<georss:where><gml:Point><gml:pos>45.25 -71.5 30</gml:pos></gml:Point></georss:where>", "Point", "[-71.5,45.25,30]")]
    [InlineData("<geo:lat>45.25</geo:lat><geo:long>-71.5</geo:long>", "Point", "[-71.5,45.25]")]
    [InlineData("<georss:polygon>1 2 3 4 5 6</georss:polygon>", "", "")]
    [InlineData("<georss:point>here</georss:point>", "", "")]
    public void Places_are_read_longitude_first(string element, string kind, string position)
    {
        var (_, items) = Read($"<rss><channel><item>{element}</item></channel></rss>");

        Assert.Equal((kind, position), (items[0].Place!.Kind, items[0].Place!.Positions is [var first, ..] ? $"[{string.Join(',', first)}]" : ""));
    }

    [Theory]
    [InlineData("<title>One<link>/1</link><pubDate>Fri, 24 May 2024 18:30:00 GMT</pubDate>", "https://paper.example/1")]
    [InlineData("<title>One</title><link>/1</link></item></rss><item><title>Two</title>", null)]
    [InlineData("<title>One</title><link>/1</link", null)]
    public void Forgotten_ends_cost_no_more_than_they_must(string inner, string? never)
    {
        var (_, items) = Read($"<rss><channel><item>{inner}</item></channel></rss>");

        Assert.StartsWith("One", items[0].Title?.Value, StringComparison.Ordinal);
        Assert.True(never is null || items[0].Published is not null);
    }

    [Fact]
    public void Declared_text_is_used_and_what_multiplies_is_not()
    {
        var many = string.Concat(Enumerable.Repeat("&long;", 5_000));
        var (channel, _) = Read(
            $"<!DOCTYPE rss [<!ENTITY house 'The &#8220;House&#8221;'><!ENTITY long '{new string('x', 1_000)}'><!ENTITY a '&house;&house;'>]><rss><channel><title>&house; &a;</title><copyright>{many}</copyright></channel></rss>");

        Assert.Equal("The “House” &a;", channel.Title?.Value);
        Assert.InRange(channel.Rights!.Value.Length, 100_000, 130_000);
    }

    [Theory]
    [InlineData("it&acirc;&#128;&#153;s", "it’s")]
    [InlineData("it&#146;s", "it’s")]
    [InlineData("it\u00E2\u0080\u0099s", "it’s")]
    [InlineData("r&eacute;sum&eacute;", "résumé")]
    public void Conversions_that_were_forgotten_are_made_up_for(string written, string text)
    {
        var (channel, _) = Read($"<rss><channel><title>{written}</title></channel></rss>");

        Assert.Equal(text, channel.Title?.Value);
    }

    [Theory]
    [InlineData("text/xml", null, "us-ascii")]
    [InlineData("text/xml; charset=iso-8859-1", "utf-8", "iso-8859-1")]
    [InlineData("application/rss+xml", "iso-8859-1", "iso-8859-1")]
    [InlineData("application/rss+xml", null, "utf-8")]
    [InlineData("application/xml; charset=nonesuch", "koi8-r", "koi8-r")]
    public void Charset_is_named_as_rfc_7303_has_it(string header, string? prolog, string name)
    {
        var declared = prolog is null ? "" : $"<?xml version='1.0' encoding='{prolog}'?>";

        Assert.Equal(name, FeedCharset.Utf8Of(Encoding.ASCII.GetBytes(declared + "<rss/>"), header).Name);
    }

    [Theory]
    [InlineData("KOI8-R", "koi8-r", "Вода в реке поднялась на полметра, сообщили в порту")]
    [InlineData("windows-1251", "windows-1251", "Вода в реке поднялась на полметра, сообщили в порту")]
    [InlineData("EUC-KR", "euc-kr", "강의 물이 이틀 동안 오십 센티미터 올라갔다고 항구에서 전했다")]
    [InlineData("Shift_JIS", "shift_jis", "川の水位が二日間で五十センチ上がったと港が伝えている")]
    [InlineData("EUC-JP", "euc-jp", "川の水位が二日間で五十センチ上がったと港が伝えている")]
    [InlineData("GB2312", "gb2312", "港口的人说，这条河的水位在两天里上升了五十厘米，我们要小心")]
    [InlineData("Big5", "big5", "港口的人說，這條河的水位在兩天裡上升了五十公分，我們要小心")]
    [InlineData("windows-1255", "windows-1255", "המים בנהר עלו בחצי מטר, אמרו בנמל")]
    [InlineData("TIS-620", "windows-874", "น้ำในแม่น้ำสูงขึ้นครึ่งเมตรภายในสองวัน ท่าเรือแจ้งว่า")]
    public void Charset_that_nobody_declared_is_guessed(string name, string page, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (read, found) = FeedCharset.Utf8Of(Encoding.GetEncoding(page).GetBytes($"<rss><channel><title>{text}</title></channel></rss>"), null);

        Assert.Equal(name, found);
        Assert.Contains(text, Encoding.UTF8.GetString(read.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Product_keeps_what_readers_are_shown()
    {
        var feed = Given.Feed(
            """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P</title>
            <description>All of it</description><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/self"/><image><url>/logo.png</url></image>
            <item><title>T</title><link>/1</link><category>Sea</category><category>Sea</category><category>Wind</category><comments>/1#talk</comments>
            <pubDate>Fri, 24 May 2024 18:30:00 GMT</pubDate><atom:updated>2024-05-24T19:00:00Z</atom:updated><dc:language>fr</dc:language>
            <enclosure url="/a.mp3" type="audio/mpeg" length="9"/><media:thumbnail url="/s.jpg" width="10"/><media:thumbnail url="/l.jpg" width="900"/></item></channel></rss>
            """);

        Assert.Equal(("All of it", "https://paper.example/logo.png", "https://paper.example/self"), (feed.Description, feed.Image?.AbsoluteUri, feed.Self?.AbsoluteUri));
        Assert.Equal(["https://hub.example/"], feed.Hubs.Select(h => h.AbsoluteUri));
        var item = Assert.Single(feed.Items);
        Assert.Equal(["Sea", "Wind"], item.Categories);
        Assert.Equal(("https://paper.example/l.jpg", "https://paper.example/1#talk", "fr"), (item.LeadImage?.AbsoluteUri, item.Comments?.AbsoluteUri, item.Language));
        Assert.Equal(new FeedLink("https://paper.example/a.mp3", "enclosure", "audio/mpeg", Length: "9"), Assert.Single(item.Enclosures));
        Assert.Equal(new DateTimeOffset(2024, 5, 24, 19, 0, 0, TimeSpan.Zero), item.Updated);
    }

    [Fact]
    public void Json_that_breaks_off_keeps_its_whole_items()
    {
        var feed = Given.Feed("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/1","title":"One"},{"id":"2","url":"/2","tit""");

        Assert.Equal(["One"], feed.Items.Select(i => i.Title));
    }

    private static (FeedPart Channel, List<FeedPart> Items) Read(string text)
    {
        var items = new List<FeedPart>();
        var reading = FeedReading.Of(Encoding.UTF8.GetBytes(text), Here, 100, items.Add);
        Assert.Null(reading.Refusal);
        return (reading.Channel, items);
    }
}
