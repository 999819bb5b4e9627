namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Reads bytes as a feed: RSS, Atom or JSON Feed, in whatever state it comes. Pure. What can be told apart in a broken document is
/// kept; nothing outside the bytes is ever loaded.
/// </summary>
public static class FeedParser
{
    /// <summary>Items that are taken from one document; the rest is left out.</summary>
    public const int MaxItems = 500;

    /// <param name="contentType">The header as it came, for its charset.</param>
    /// <param name="address">Where the bytes came from; relative addresses count from it.</param>
    public static FeedParseResult Parse(ReadOnlyMemory<byte> body, string? contentType, Uri address)
    {
        var text = FeedCharset.Decode(body.Span, contentType);
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0)
            return new FeedParseResult.NotAFeed("The answer is empty.");
        if (start[0] is '{' or '[')
            return JsonFeedReader.Read(text, address);

        var document = MarkupReader.Read(text, address);
        if (Root(document, depth: 3) is { } root)
            return new FeedParseResult.Parsed(root.Name is "feed" or "atom:feed" ? AtomReader.Read(root) : RssReader.Read(root));
        return new FeedParseResult.NotAFeed(document.Children switch
        {
            [] => "The answer is plain text, not a feed.",
            var children when children.Any(c => c.Name is "html" or "xhtml:html" or "head" or "body") => "The answer is a web page, not a feed.",
            var children when children.Any(c => c.Name == "opml") => "The answer is a list of feeds (OPML), not a feed.",
            var children => $"The answer is XML, but no feed: it begins with <{children[0].Name}>.",
        });
    }

    /// <summary>A feed's root, also inside a stray element or two.</summary>
    private static MarkupElement? Root(MarkupElement parent, int depth)
    {
        foreach (var child in parent.Children)
        {
            if (child.Name is "rss" or "rdf:rdf" or "atom:rss" or "feed" or "atom:feed" or "channel")
                return child;
            if (depth > 1 && Root(child, depth - 1) is { } inner)
                return inner;
        }

        return null;
    }

    internal static IReadOnlyList<FeedItem> Bounded(IEnumerable<FeedItem?> items) =>
        items.OfType<FeedItem>().DistinctBy(i => i.Guid, StringComparer.Ordinal).Take(MaxItems).ToList();

    /// <summary>Fills what is missing from what is there: the name of the item, its title.</summary>
    internal static FeedItem Item(string? guid, Uri link, string title, string? summary, string? contentHtml, string? author, DateTimeOffset? published)
    {
        if (title.Length == 0)
            title = FeedText.FirstWords(summary ?? FeedText.Plain(contentHtml));
        if (title.Length == 0)
            title = link.Host + link.AbsolutePath;
        return new FeedItem(guid ?? link.AbsoluteUri, link, FeedText.Headline(title), summary, contentHtml, author, published);
    }

    internal static string? Language(string? said)
    {
        var tag = said?.Trim().Replace('_', '-') ?? "";
        return tag.Length is >= 2 and <= 20 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;
    }

    internal static bool IsHttp(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
