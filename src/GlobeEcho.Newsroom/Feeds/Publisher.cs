namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Who publishes. Several feeds of one publisher are one voice.</summary>
/// <param name="Home">The publisher's site, where the list of feeds names it.</param>
/// <param name="Language">ISO 639-1, as the list of feeds or the feed says; null when neither does.</param>
/// <param name="Muted">The pages print nothing it tells; its feeds are read all the same, and stories others tell as well stay.</param>
public sealed record Publisher(PublisherId Id, string Name, Uri? Home, string? Language, bool Muted = false);
