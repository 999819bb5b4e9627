using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>A section's place on the front page.</summary>
/// <param name="Span">How many of the page's twelve columns it takes.</param>
/// <param name="More">How many stories of the section found no room here.</param>
public sealed record FrontBlock(Section Section, IReadOnlyList<StoryBrief> Stories, int Span, int More)
{
    /// <summary>The text of the block's first story: the fewer stories stand under it, the more; wide blocks take more.</summary>
    public int Characters => (Span / 3 * 340) - (70 * Math.Min(Stories.Count - 1, 4));
}
