namespace GlobeEcho.Newsroom.Feeds;

/// <summary>One item as a feed tells it. Title and summary are plain text; the content is HTML as it came.</summary>
public sealed record FeedItem(
    string Guid,
    Uri Link,
    string Title,
    string? Summary,
    string? ContentHtml,
    string? Author,
    DateTimeOffset? Published);
