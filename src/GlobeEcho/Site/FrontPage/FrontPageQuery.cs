using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;

namespace GlobeEcho.Site.FrontPage;

/// <summary>Loads what the front page prints.</summary>
public sealed class FrontPageQuery(EditionDesk editions, StoryBriefs briefs)
{
    // More never fits: eleven sections of four stories, six just in and five on top, with room for sections that are full.
    private const int Loaded = 120;

    /// <summary>Null before the first edition, or when none of its stories can be printed.</summary>
    /// <param name="since">When the reader looked last; null on a first visit.</param>
    public async Task<FrontPageContent?> LoadAsync(DateTimeOffset? since, CancellationToken cancel)
    {
        if (await editions.LatestAsync(cancel) is not { Placements.Count: > 0 } edition)
            return null;
        var stories = await briefs.LoadAsync(edition.Placements.Take(Loaded).ToList(), edition.MadeUp, since, cancel);
        return stories.Count == 0 ? null : FrontSetting.Set(edition.MadeUp, stories) with { Since = since };
    }
}
