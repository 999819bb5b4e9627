using System.Text;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Bench.Feeds;

/// <summary>A parser of Feeds under hostile bytes, and what must hold of it for any. It throws where something does not.</summary>
internal sealed partial record FuzzTarget(string Name, Action<byte[]> Try, IReadOnlyList<string> Seeds)
{
    private static readonly Uri Address = new("https://paper.example/news/feed.xml");

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("feed", Feed, FuzzSeeds.Feeds),
        new("dates", Dates, FuzzSeeds.Dates),
        new("charset", Charset, FuzzSeeds.Feeds),
        new("opml", body => OpmlReader.Read(body), FuzzSeeds.Lists),
        new("links", body => FeedLinks.Find(body, "text/html", Address), FuzzSeeds.Pages),
        new("markup", Markup, FuzzSeeds.Markup),
    ];

    private static void Feed(byte[] body)
    {
        if (FeedParser.Parse(body, null, Address) is not FeedParseResult.Parsed { Document: var feed })
            return;
        Hold(feed.Items.Count <= FeedParser.MaxItems, "too many items");
        foreach (var item in feed.Items)
        {
            Hold(item.Link.Scheme is "http" or "https", "a link that is no web address");
            Hold(item.Title.Length is > 0 and <= 400 && item.Summary is not { Length: > 1001 }, "a title or summary of no length");
            Hold(item.Enclosures.All(e => e.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase)), "an enclosure that is no web address");
        }

        // The parts that are not shown are read as well, and everything they hold is written safely.
        FeedReading.Of(body, new FeedOrigin(Address, null), 50, part => PartAnswer.Of(part));
    }

    private static void Dates(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        Hold(FeedDates.Read(text) is not { } date || date.Offset == TimeSpan.Zero, "a date that is not in UTC");
    }

    private static void Charset(byte[] body)
    {
        var (text, name) = FeedCharset.Utf8Of(body, "text/xml");
        Hold(name.Length > 0, "a charset without a name");
        Hold(name == "utf-8" && text.Length <= body.Length || System.Text.Unicode.Utf8.IsValid(text.Span), "a text that is no UTF-8");
    }

    private static void Markup(byte[] body)
    {
        var safe = SafeMarkup.Write(Encoding.UTF8.GetString(body), Address.AbsoluteUri);
        Hold(SafeMarkup.Write(safe, Address.AbsoluteUri) == safe, "safe markup that changes when it is written again");
        Hold(!safe.Contains("<script", StringComparison.OrdinalIgnoreCase) && !Running().IsMatch(safe), "a script");
    }

    [GeneratedRegex(""" (href|src|cite|poster)="\s*(javascript|vbscript|data|file):""", RegexOptions.IgnoreCase)]
    private static partial Regex Running();

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
