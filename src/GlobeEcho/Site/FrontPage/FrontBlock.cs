using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>A section's place on the front page.</summary>
/// <param name="More">How many stories of the section found no room here.</param>
/// <param name="Characters">About how much text its first story prints.</param>
public sealed record FrontBlock(Section Section, IReadOnlyList<StoryBrief> Stories, int More, int Characters)
{
    public int Depth => 60 + FrontPage.Depth.OfItem(Stories[0], Characters) + Stories.Skip(1).Sum(s => FrontPage.Depth.OfLine(s, kicker: false)) + (More > 0 ? 33 : 0);
}
