namespace GlobeEcho.Site.Syndication;

/// <summary>A feed of the paper, whatever the format.</summary>
/// <param name="Home">The page it is of.</param>
/// <param name="Self">Its own address.</param>
/// <param name="Items">Newest first.</param>
public sealed record SyndicatedFeed(string Title, string Description, Uri Home, Uri Self, IReadOnlyList<SyndicatedItem> Items);
