using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>A section's place on the front page.</summary>
/// <param name="More">How many stories of the section found no room here.</param>
public sealed record FrontBlock(Section Section, IReadOnlyList<StoryBrief> Stories, int More)
{
    /// <summary>The text of the block's first story: the fewer stories stand under it, the more.</summary>
    public int Characters => 360 - (60 * Math.Min(Stories.Count - 1, 3));

    public int Depth => 60 + FrontPage.Depth.OfItem(Stories[0], Characters) + Stories.Skip(1).Sum(s => FrontPage.Depth.OfLine(s, kicker: false)) + (More > 0 ? 33 : 0);
}
