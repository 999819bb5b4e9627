using GlobeEcho.Newsroom.Feeds.Markup;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Reads lists of feeds as feed readers export them. A folder is a section; a folder with <c>type="publisher"</c> holds several feeds of
/// one publisher; a feed that stands alone is a publisher of its own name.
/// </summary>
public static class OpmlReader
{
    // Folders in folders; what is deeper is read as if it stood here.
    private const int MaxDepth = 64;

    public static OpmlResult Read(byte[] body)
    {
        var reader = new MarkupReader(FeedCharset.Utf8Of(body, null).Text.Span);
        var scope = NameScope.Outside();
        var tag = new FeedField();
        var folders = new Stack<Outline>();
        var listings = new List<FeedListing>();
        string? root = null;
        for (var token = reader.Next(); token != MarkupToken.End; token = reader.Next())
        {
            if (token is not (MarkupToken.Open or MarkupToken.Close))
                continue;
            var name = scope.Element(reader.Value);
            if (token == MarkupToken.Close)
            {
                if (name == "outline" && folders.Count > 0)
                    folders.Pop();
                continue;
            }

            root ??= name;
            if (root != "opml" || name != "outline")
                continue;
            tag.Begin(ref reader, scope, name, null, null);
            var outline = Outline.Read(tag, folders.Count > 0 ? folders.Peek() : null);
            if (outline.Listing is { } listing)
                listings.Add(listing);
            if (!reader.IsEmpty && folders.Count < MaxDepth)
                folders.Push(outline);
        }

        return root == "opml" ? new OpmlResult.Read(listings.DistinctBy(l => l.Address).ToList())
            : new OpmlResult.NotOpml(root is null ? "it holds no XML." : $"it begins with <{root}>, not with <opml>.");
    }

    /// <summary>An outline as what it is to the outlines within it.</summary>
    /// <param name="Publisher">Whose feeds stand in it; null in a section.</param>
    private sealed record Outline(string? Section, string? Publisher, Uri? Home, string? Language, FeedListing? Listing)
    {
        public static Outline Read(FeedField tag, Outline? outer)
        {
            var name = FeedText.OrNull(FeedText.OrNull(FeedText.Literal(tag["title"])) ?? FeedText.Literal(tag["text"]));
            var (home, language) = (Absolute(tag["htmlurl"]), FeedParser.Language(tag["language"]));
            var address = Absolute(tag["xmlurl"]);
            var listing = address is null ? null : new FeedListing(
                outer?.Publisher ?? name ?? address.Host, home ?? outer?.Home, language ?? outer?.Language, address, name ?? address.Host, outer?.Section);
            if (tag["type"]?.Trim().ToLowerInvariant() == "publisher")
                return new Outline(outer?.Section, name, home, language, listing);
            return new Outline(address is null ? name ?? outer?.Section : outer?.Section, outer?.Publisher, outer?.Home, outer?.Language, listing);
        }
    }

    private static Uri? Absolute(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
