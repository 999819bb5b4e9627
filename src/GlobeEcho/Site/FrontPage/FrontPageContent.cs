using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>What stands where on the front page.</summary>
/// <param name="Seconds">Beside the lead, each with about <paramref name="SecondCharacters"/> of text.</param>
/// <param name="Thirds">Under the lead, side by side.</param>
/// <param name="JustIn">The newest of the rest, newest first.</param>
/// <param name="Columns">The sections, from the left column to the right.</param>
public sealed record FrontPageContent(
    DateTimeOffset Made,
    StoryBrief Lead,
    IReadOnlyList<StoryBrief> Seconds,
    int SecondCharacters,
    IReadOnlyList<StoryBrief> Thirds,
    IReadOnlyList<StoryBrief> JustIn,
    IReadOnlyList<IReadOnlyList<FrontBlock>> Columns)
{
    /// <summary>When this reader looked last; null on a first visit.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Every story on the page, once.</summary>
    public IEnumerable<StoryBrief> Stories => [Lead, .. Seconds, .. Thirds, .. JustIn, .. Columns.SelectMany(c => c).SelectMany(b => b.Stories)];
}
