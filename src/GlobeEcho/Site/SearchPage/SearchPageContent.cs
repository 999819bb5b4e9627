namespace GlobeEcho.Site.SearchPage;

/// <param name="Query">As the reader wrote it, cut to its limit; empty when nothing was asked.</param>
/// <param name="More">Whether more tellings hold the words than were looked at.</param>
public sealed record SearchPageContent(string Query, DateTimeOffset? Made, IReadOnlyList<FoundStory> Stories, bool More);
