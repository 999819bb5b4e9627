namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A publisher's channel, with what is needed to ask for it again.</summary>
/// <param name="Section">The section the list of feeds puts it in, as written there; null when it names none.</param>
/// <param name="ContentHash">SHA-256 (hex) of the last document that was read: an unchanged one is not parsed again.</param>
public sealed record Feed(
    FeedId Id,
    Publisher Publisher,
    Uri Address,
    string Title,
    string? Section,
    string? ETag,
    string? LastModified,
    string? ContentHash,
    FeedHealth Health);
