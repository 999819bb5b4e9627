namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What came of reading bytes as a list of feeds.</summary>
public abstract record OpmlResult
{
    private OpmlResult()
    {
    }

    /// <param name="Listings">In the list's order, each address once; empty when the list names no feed.</param>
    public sealed record Read(IReadOnlyList<FeedListing> Listings) : OpmlResult;

    /// <param name="Reason">One plain sentence.</param>
    public sealed record NotOpml(string Reason) : OpmlResult;
}
