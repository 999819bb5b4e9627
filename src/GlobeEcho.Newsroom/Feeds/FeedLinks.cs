using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Finds the feeds that a web page says it has. The page's tags are looked through without building its tree, so that a page of any
/// shape costs no more than its length.
/// </summary>
public static partial class FeedLinks
{
    // More than a page that means well names; a page could otherwise fill the screen.
    private const int Most = 10;

    /// <summary>The addresses of the page's alternate links that are feeds, in the page's order, each once.</summary>
    public static IReadOnlyList<Uri> Find(ReadOnlyMemory<byte> body, string? contentType, Uri address)
    {
        var page = Hidden().Replace(FeedCharset.Decode(body.Span, contentType), "");
        var tags = Tag().Matches(page).Select(t => (Name: t.Groups["name"].Value.ToLowerInvariant(), Attributes: Attributes(t.Groups["rest"].Value))).ToList();
        var from = tags.Where(t => t.Name == "base").Select(t => Absolute(address, t.Attributes.GetValueOrDefault("href"))).FirstOrDefault(b => b is not null) ?? address;
        return tags.Where(t => t.Name == "link" && IsFeed(t.Attributes)).Select(t => Absolute(from, t.Attributes.GetValueOrDefault("href")))
            .OfType<Uri>().Distinct().Take(Most).ToList();
    }

    private static bool IsFeed(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("rel", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains("alternate", StringComparer.OrdinalIgnoreCase)
        && attributes.GetValueOrDefault("type", "").Split(';')[0].Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml"
            or "application/feed+json" or "application/rdf+xml" or "application/json" or "text/xml" or "application/xml";

    private static Dictionary<string, string> Attributes(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match m in Attribute().Matches(text))
            attributes.TryAdd(m.Groups["name"].Value, FeedText.Decode(m.Groups["value"].Value.Trim('"', '\'')));
        return attributes;
    }

    private static Uri? Absolute(Uri from, string? text) =>
        text is not null && Uri.TryCreate(from, text.Trim(), out var link) && link.Scheme is "http" or "https" ? link : null;

    // What a browser does not read as tags; an open end reaches to the end of the page.
    [GeneratedRegex(@"<!--.*?(-->|\z)|<(script|style|textarea)\b[^<>]*>.*?(</\2\s*>|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<(?<name>link|base)\s(?<rest>[^<>]*)>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<name>[a-z][a-z0-9:-]*)\s*=\s*(?<value>""[^""]*""|'[^']*'|[^\s""'<>]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();
}
