namespace GlobeEcho.Site.StoryPage;

/// <summary>A publisher in a story, with all its tellings in order.</summary>
/// <param name="Number">The number its marks carry on this page, counted from 1.</param>
public sealed record Voice(int Number, string Name, IReadOnlyList<ToldArticle> Tellings);
