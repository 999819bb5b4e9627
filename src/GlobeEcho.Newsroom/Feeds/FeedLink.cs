namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A link of a feed or an item, as Atom means it; an enclosure of RSS is one too.</summary>
/// <param name="Address">Absolute where the feed told what it counts from; never one that runs something.</param>
/// <param name="Rel">"alternate", "enclosure", "self" ...; an address for relations of one's own.</param>
/// <param name="Length">In bytes, as the feed says it.</param>
public sealed record FeedLink(string Address, string? Rel = null, string? Type = null, string? Language = null, string? Title = null, string? Length = null);
