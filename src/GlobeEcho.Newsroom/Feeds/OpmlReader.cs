namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Reads lists of feeds as feed readers export them. A folder is a section; a folder with <c>type="publisher"</c> holds several feeds of
/// one publisher; a feed that stands alone is a publisher of its own name.
/// </summary>
public static class OpmlReader
{
    private static readonly Uri Nowhere = new("http://list.invalid/");

    public static OpmlResult Read(byte[] body)
    {
        var document = MarkupReader.Read(FeedCharset.Decode(body, null), Nowhere);
        var root = document.First("opml");
        if (root is null)
            return new OpmlResult.NotOpml(document.Children switch
            {
                [] => "it holds no XML.",
                [var first, ..] => $"it begins with <{first.Name}>, not with <opml>.",
            });
        var listings = new List<FeedListing>();
        // Hand-written lists forget the body.
        Walk(root.First("body") ?? root, null, null, listings);
        return new OpmlResult.Read(listings.DistinctBy(l => l.Address).ToList());
    }

    private static void Walk(MarkupElement parent, string? section, MarkupElement? publisher, List<FeedListing> listings)
    {
        foreach (var outline in parent.All("outline"))
        {
            if (Address(outline) is { } address)
                listings.Add(Listing(outline, address, section, publisher));
            if (outline.Children.Count == 0)
                continue;
            if (outline.Attribute("type")?.Trim().ToLowerInvariant() == "publisher")
                Walk(outline, section, outline, listings);
            else
                Walk(outline, Address(outline) is null ? FeedText.OrNull(Name(outline)) ?? section : section, publisher, listings);
        }
    }

    private static FeedListing Listing(MarkupElement outline, Uri address, string? section, MarkupElement? publisher)
    {
        var title = FeedText.OrNull(Name(outline)) ?? address.Host;
        return new FeedListing(
            publisher is null ? title : FeedText.OrNull(Name(publisher)) ?? title,
            Home(outline) ?? (publisher is null ? null : Home(publisher)),
            FeedParser.Language(outline.Attribute("language") ?? publisher?.Attribute("language")),
            address,
            title,
            section);
    }

    private static Uri? Address(MarkupElement outline) => Absolute(outline.Attribute("xmlurl"));

    private static Uri? Home(MarkupElement outline) => Absolute(outline.Attribute("htmlurl"));

    private static Uri? Absolute(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static string Name(MarkupElement outline) =>
        FeedText.OrNull(FeedText.Literal(outline.Attribute("title"))) ?? FeedText.Literal(outline.Attribute("text"));
}
