namespace GlobeEcho.Newsroom.Feeds;

/// <summary>The list a new paper starts with: public feeds of news publishers on every continent.</summary>
public static class DefaultFeeds
{
    public static IReadOnlyList<FeedListing> Read()
    {
        using var stream = typeof(DefaultFeeds).Assembly.GetManifestResourceStream("GlobeEcho.Newsroom.Feeds.default-feeds.opml")
            ?? throw new InvalidOperationException("The built-in list of feeds is not in the program.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return OpmlReader.Read(copy.ToArray()) is OpmlResult.Read list
            ? list.Listings
            : throw new InvalidOperationException("The built-in list of feeds cannot be read.");
    }
}
