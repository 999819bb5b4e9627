namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A feed that could be added, as it reads now.</summary>
/// <param name="Address">Where it is for good, after permanent redirects.</param>
/// <param name="EntriesADay">By the times of its newest items; null when they have none.</param>
/// <param name="Newest">The newest items' headlines, five at most.</param>
/// <param name="Known">It is in the list already.</param>
public sealed record FeedSample(
    Uri Address, FeedDocument Document, DateTimeOffset? Latest, double? EntriesADay, IReadOnlyList<string> Newest, bool Known)
{
    /// <summary>What is added when the operator says no more: its own title as the publisher's name.</summary>
    public FeedListing Listing => new(Title, Document.Home, Document.Language, Address, Title, null);

    public string Title => Document.Title.Length > 0 ? Document.Title : Address.Host;
}
