using System.Text;
using System.Text.RegularExpressions;
using GlobeEcho.Bench.Feeds;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Bench.Fuzz;

/// <summary>A parser under hostile bytes, and what must hold of it for any. It throws where something does not.</summary>
/// <param name="Room">Whose it is, as the command line calls it.</param>
internal sealed partial record FuzzTarget(string Room, string Name, Action<byte[]> Try, IReadOnlyList<string> Seeds)
{
    private static readonly Uri Address = new("https://paper.example/news/feed.xml");

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("feeds", "feed", Feed, FuzzSeeds.Feeds),
        new("feeds", "dates", Dates, FuzzSeeds.Dates),
        new("feeds", "charset", Charset, FuzzSeeds.Feeds),
        new("feeds", "opml", body => OpmlReader.Read(body), FuzzSeeds.Lists),
        new("feeds", "links", body => FeedLinks.Find(body, "text/html", Address), FuzzSeeds.Pages),
        new("feeds", "markup", Markup, FuzzSeeds.Markup),
        new("articles", "article", Article, FuzzSeeds.Articles),
        new("articles", "piece", body => HoldBody(ArticleExtractor.BodyOf(Encoding.UTF8.GetString(body))), FuzzSeeds.Articles),
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

    private static void Article(byte[] body)
    {
        var found = ArticleExtractor.Extract(body, null, Address) switch
        {
            ExtractionResult.Extracted(var whole) => whole,
            ExtractionResult.NotAnArticle(_, var some) => some,
            var other => throw new InvalidOperationException($"no such result: {other}"),
        };
        if (found is null)
            return;
        HoldBody(found.Body);
        Hold(found.Byline.All(n => n.Length is > 0 and <= 80), "a name of no length");
        Hold(IsLine(found.Headline) && found.Headline.Length <= 400, "a headline that is no line");
        Hold(found.Byline.All(IsLine), "a name that is no line");
        Hold(found.Keywords.All(IsLine) && (found.Section is null || IsLine(found.Section)), "a keyword or section that is no line");
        foreach (var moment in new[] { found.Published, found.Modified })
            Hold(moment is not { } at || at.Year is >= 1990 and < 2100, "a date out of all reason");
        Hold(new[] { found.LeadImage, found.Canonical }.OfType<Uri>().All(a => a.Scheme is "http" or "https"), "an address that is no web address");
        Hold(found.Language is null or { Length: 2 }, "a language that is none");
    }

    /// <summary>Blocks stand side by side, divided by empty lines, and come back from the archive as they were.</summary>
    private static void HoldBody(ArticleBody body)
    {
        Hold(string.Join("\n\n", body.Blocks.Select(b => b.Span.Of(body.Text))) == body.Text, "blocks that do not make up their text");
        Hold(BlockCoder.Read(BlockCoder.Write(body.Blocks), body.Text)?.SequenceEqual(body.Blocks) == true, "blocks that do not come back");
        Hold(!body.Text.Contains('\0') && IsWhole(body.Text), "half a character");
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
                return false;
        }

        return true;
    }

    private static bool IsLine(string text) => !text.AsSpan().ContainsAny('\n', '\r', '\0');

    [GeneratedRegex(""" (href|src|cite|poster)="\s*(javascript|vbscript|data|file):""", RegexOptions.IgnoreCase)]
    private static partial Regex Running();

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
