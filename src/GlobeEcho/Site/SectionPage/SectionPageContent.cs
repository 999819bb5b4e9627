using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.SectionPage;

/// <param name="Made">Null before the first edition.</param>
/// <param name="Stories">In order of rank; may be empty.</param>
public sealed record SectionPageContent(Section Section, DateTimeOffset? Made, IReadOnlyList<StoryBrief> Stories);
