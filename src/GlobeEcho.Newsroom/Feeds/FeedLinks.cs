using AngleSharp.Html.Parser;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Finds the feeds that a web page says it has.</summary>
public static class FeedLinks
{
    // More than a page that means well names; a page could otherwise fill the screen.
    private const int Most = 10;

    /// <summary>The addresses of the page's alternate links that are feeds, in the page's order, each once.</summary>
    public static IReadOnlyList<Uri> Find(ReadOnlyMemory<byte> body, string? contentType, Uri address)
    {
        var page = new HtmlParser().ParseDocument(FeedCharset.Decode(body.Span, contentType));
        var from = Absolute(address, page.QuerySelector("base[href]")?.GetAttribute("href")) ?? address;
        return page.QuerySelectorAll("link[rel~='alternate' i][href]")
            .Where(l => l.GetAttribute("type")?.Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/feed+json"
                or "application/rdf+xml" or "application/json" or "text/xml" or "application/xml")
            .Select(l => Absolute(from, l.GetAttribute("href")))
            .OfType<Uri>().Distinct().Take(Most).ToList();
    }

    private static Uri? Absolute(Uri from, string? text) =>
        text is not null && Uri.TryCreate(from, text.Trim(), out var link) && link.Scheme is "http" or "https" ? link : null;
}
