namespace GlobeEcho.Newsroom.Feeds;

/// <summary>One item as a feed tells it. Title and summary are plain text; the content is HTML as it came.</summary>
public sealed record FeedItem(
    string Guid,
    Uri Link,
    string Title,
    string? Summary,
    string? ContentHtml,
    string? Author,
    DateTimeOffset? Published)
{
    /// <summary>When the publisher says that the item changed; null when it says only one time.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Of the item, where the feed says it of the item.</summary>
    public string? Language { get; init; }

    /// <summary>The publisher's own words for what the item is about, each once.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The picture the feed shows beside the item; it is never loaded from here.</summary>
    public Uri? LeadImage { get; init; }

    /// <summary>Recordings, films and papers that come with the item.</summary>
    public IReadOnlyList<FeedLink> Enclosures { get; init; } = [];

    /// <summary>Where readers talk about the item.</summary>
    public Uri? Comments { get; init; }
}
