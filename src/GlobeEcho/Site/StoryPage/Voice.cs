namespace GlobeEcho.Site.StoryPage;

/// <summary>A publisher in a story, with all its tellings in order.</summary>
/// <param name="Number">The number its marks carry on this page, counted from 1.</param>
/// <param name="Country">Where its address says it is at home; null where it does not.</param>
public sealed record Voice(int Number, string Name, string? Country, IReadOnlyList<ToldArticle> Tellings)
{
    /// <summary>Those that are printed under its own name; none for a publisher that only repeats others.</summary>
    public IEnumerable<ToldArticle> Own => Tellings.Where(t => !t.IsFolded);
}
