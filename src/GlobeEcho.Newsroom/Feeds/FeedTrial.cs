namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What came of trying an address as a feed; nothing of it is saved.</summary>
public abstract record FeedTrial
{
    private FeedTrial()
    {
    }

    /// <param name="Address">Where the feed is, after redirects.</param>
    /// <param name="MovedPermanently">The address asked for has changed for good.</param>
    public sealed record Reads(FeedDocument Document, Uri Address, bool MovedPermanently) : FeedTrial;

    /// <param name="Reason">One plain sentence.</param>
    /// <param name="Feeds">Feeds that the page at the address names.</param>
    public sealed record NotAFeed(string Reason, IReadOnlyList<Uri> Feeds) : FeedTrial;

    /// <param name="Reason">One plain sentence.</param>
    public sealed record NoAnswer(string Reason) : FeedTrial;
}
