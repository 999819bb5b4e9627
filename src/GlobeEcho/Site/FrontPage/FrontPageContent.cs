using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>What stands where on the front page.</summary>
/// <param name="Seconds">Beside the lead, with text.</param>
/// <param name="Thirds">Under the lead, side by side.</param>
/// <param name="JustIn">The newest of the rest, newest first.</param>
public sealed record FrontPageContent(
    DateTimeOffset Made,
    StoryBrief Lead,
    IReadOnlyList<StoryBrief> Seconds,
    IReadOnlyList<StoryBrief> Thirds,
    IReadOnlyList<StoryBrief> JustIn,
    IReadOnlyList<FrontBlock> Blocks);
