namespace GlobeEcho.Newsroom.Feeds;

/// <summary>An item of a feed whose page is to be read.</summary>
/// <param name="Guid">The feed's own name for the item; the link where it gives none.</param>
/// <param name="ContentHtml">The full text, where the feed carries it.</param>
/// <param name="Published">UTC; null when the feed gives no date that can be read.</param>
/// <param name="Attempts">Tries to read its page so far.</param>
public sealed record FeedEntry(
    FeedEntryId Id,
    Feed Feed,
    string Guid,
    Uri Link,
    string Title,
    string? Summary,
    string? ContentHtml,
    string? Author,
    DateTimeOffset? Published,
    DateTimeOffset Seen,
    int Attempts);
