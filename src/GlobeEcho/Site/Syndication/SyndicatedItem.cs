namespace GlobeEcho.Site.Syndication;

/// <summary>One item of a feed, whatever the format.</summary>
/// <param name="Id">Never changes for the same item.</param>
/// <param name="Text">Plain.</param>
/// <param name="Html">The whole, as markup; null where the text is all.</param>
public sealed record SyndicatedItem(Uri Id, Uri Link, string Title, string Text, string? Html, DateTimeOffset Published);
