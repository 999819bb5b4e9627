namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What came of reading bytes as a feed.</summary>
public abstract record FeedParseResult
{
    private FeedParseResult()
    {
    }

    public sealed record Parsed(FeedDocument Document) : FeedParseResult;

    /// <param name="Reason">Plain words for the feeds page.</param>
    public sealed record NotAFeed(string Reason) : FeedParseResult;
}
