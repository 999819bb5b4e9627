namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A feed as a list of feeds (OPML) names it, before the paper has asked for it.</summary>
public sealed record FeedListing(string PublisherName, Uri? Home, string? Language, Uri Address, string Title, string? Section);
