namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A parsed feed, whatever its format. Addresses are absolute.</summary>
/// <param name="Format">"RSS 2.0", "RSS 1.0", "Atom 1.0", "JSON Feed 1.1" and so on.</param>
/// <param name="Language">As the feed says it, for example "en-GB".</param>
/// <param name="TimeToLive">How long the feed asks to be left alone (RSS ttl); null when it does not say.</param>
public sealed record FeedDocument(
    string Format,
    string Title,
    Uri? Home,
    string? Language,
    TimeSpan? TimeToLive,
    IReadOnlyList<FeedItem> Items)
{
    /// <summary>The charset the document was in.</summary>
    public string Charset { get; init; } = "utf-8";

    /// <summary>What the feed says it is about, as plain text.</summary>
    public string? Description { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The feed's own picture; it is never loaded from here.</summary>
    public Uri? Image { get; init; }

    /// <summary>The feed's own address, as it gives it.</summary>
    public Uri? Self { get; init; }

    /// <summary>Hubs that tell of changes (WebSub), in the feed's order.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];
}
