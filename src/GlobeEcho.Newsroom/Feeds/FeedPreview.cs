namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What was found at an address before anything is added.</summary>
/// <param name="Found">The feeds there that can be read, in the order the site names them.</param>
/// <param name="Reason">One plain sentence when there is none; null otherwise.</param>
public sealed record FeedPreview(IReadOnlyList<FeedSample> Found, string? Reason);
