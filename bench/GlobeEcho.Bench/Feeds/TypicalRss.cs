using System.Globalization;
using System.Net;
using System.Text;

namespace GlobeEcho.Bench.Feeds;

/// <summary>
/// Feeds as newspapers serve them, made up from a number: 30 to 60 items with summaries of plain or escaped HTML, half of them with the
/// full text, and the modules that most feeds use. The same number makes the same bytes.
/// </summary>
internal static class TypicalRss
{
    private static readonly string[] Words =
        ("the a of and to in on with for from after before over under ferry harbour council minister storm river bridge market price league match court "
        + "school hospital engine forest island border treaty vote budget strike railway airport summit water energy harvest village city coast "
        + "said told reported agreed opened closed rose fell began ended warned planned built found café “quoted” naïve – über").Split(' ');

    public static byte[] Make(int number)
    {
        var chance = new Chance((ulong)number + 1);
        var built = new StringBuilder();
        built.Append(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>The Example Post</title><link>https://post.example/</link><description>News of the example</description><language>en-gb</language>
            <atom:link href="https://post.example/rss" rel="self" type="application/rss+xml"/><lastBuildDate>Fri, 24 May 2024 18:30:00 GMT</lastBuildDate><ttl>15</ttl>

            """);
        var items = 30 + chance.Below(31);
        for (var i = 0; i < items; i++)
            Item(built, chance, (number * 100) + i);
        return Encoding.UTF8.GetBytes(built.Append("</channel></rss>\n").ToString());
    }

    private static void Item(StringBuilder built, Chance chance, int id)
    {
        var link = $"https://post.example/world/{id}-{Sentence(chance, 4).Replace(' ', '-').ToLowerInvariant()}?at_medium=RSS&amp;at_campaign=KARANGA";
        var when = new DateTime(2024, 5, 24, 18, 30, 0, DateTimeKind.Utc).AddMinutes(-id % 5000);
        built.Append("<item>\n  <title>").Append(Title(chance)).Append("</title>\n  <link>").Append(link).Append("</link>\n  <guid isPermaLink=\"false\">post-")
            .Append(id).Append("</guid>\n  <pubDate>").Append(when.ToString("r", CultureInfo.InvariantCulture)).Append("</pubDate>\n  <dc:creator><![CDATA[")
            .Append(Sentence(chance, 2)).Append("]]></dc:creator>\n  <category>").Append(Sentence(chance, 1)).Append("</category>\n");
        var summary = Sentence(chance, 20 + chance.Below(40));
        built.Append("  <description>").Append(chance.Below(2) == 0 ? WebUtility.HtmlEncode($"<p>{summary}</p><p><a href=\"{link}\">more</a></p>") : $"<![CDATA[{summary}]]>").Append("</description>\n");
        if (chance.Below(2) == 0)
        {
            built.Append("  <content:encoded><![CDATA[");
            for (var p = 0; p < 6 + chance.Below(10); p++)
                built.Append("<p>").Append(Sentence(chance, 30 + chance.Below(50))).Append(" <strong>").Append(Sentence(chance, 3)).Append("</strong> &amp; more.</p>\n");
            built.Append("<img src=\"https://cdn.example/").Append(id).Append(".jpg\" alt=\"\" width=\"800\" /></content>]]></content:encoded>\n");
        }

        built.Append("  <media:thumbnail width=\"240\" height=\"135\" url=\"https://cdn.example/").Append(id).Append("-240.jpg\"/>\n</item>\n");
    }

    private static string Title(Chance chance) => Sentence(chance, 8).Replace("–", "&amp;", StringComparison.Ordinal);

    private static string Sentence(Chance chance, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[chance.Below(Words.Length)]));
}
