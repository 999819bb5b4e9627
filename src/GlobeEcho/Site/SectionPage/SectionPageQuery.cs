using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.SectionPage;

/// <summary>Loads what a section's page prints.</summary>
public sealed class SectionPageQuery(EditionDesk editions, StoryBriefs briefs)
{
    // A page that is read to its end; what ranks lower is found by searching.
    private const int Printed = 80;

    public async Task<SectionPageContent> LoadAsync(Section section, CancellationToken cancel)
    {
        if (await editions.LatestAsync(cancel) is not { } edition)
            return new SectionPageContent(section, null, []);
        var placements = edition.Placements.Where(p => p.Section == section).Take(Printed).ToList();
        return new SectionPageContent(section, edition.MadeUp, await briefs.LoadAsync(placements, edition.MadeUp, cancel));
    }
}
