namespace GlobeEcho.Newsroom.Feeds;

/// <param name="Scheme">The list of words the term is from, most often an address.</param>
/// <param name="Label">The term for people, where it differs.</param>
public sealed record FeedCategory(string Term, string? Scheme = null, string? Label = null);
