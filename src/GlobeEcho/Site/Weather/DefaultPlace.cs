using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.Weather;

/// <summary>
/// The place on the masthead of a reader who has chosen none: the operator's; else the capital of the country the lead story
/// happens in; else the city of the paper's time zone; else London.
/// </summary>
public sealed class DefaultPlace(
    WeatherDesk desk, IOptions<SiteOptions> site, EditionDesk editions, StoryDesk stories, DigestDesk digests, TimeProvider clock)
{
    // Every page asks; the lead changes with an edition.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly PlaceId London = new(2643743);

    private volatile Found? _found;

    public async Task<Place> FindAsync(CancellationToken cancel)
    {
        if (desk.Home() is { } home)
            return home;
        var now = clock.GetUtcNow();
        if (_found is { } found && now - found.At < Kept)
            return found.Place;
        // What was said before there was a paper is not kept: on a clock that stands still it would stay for ever.
        if (await editions.LatestAsync(cancel) is not { } edition)
            return OfZone(site.Value.TimeZone);
        var place = await OfLeadAsync(edition, cancel) ?? OfZone(site.Value.TimeZone);
        _found = new Found(place, now);
        return place;
    }

    /// <summary>The city a time zone is named after ("Europe/Minsk"); London when the zone names none.</summary>
    public static Place OfZone(string zone)
    {
        var city = zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return Gazetteer.Search(city, 20).FirstOrDefault(p => p.TimeZone == zone) ?? Gazetteer.Find(London)!;
    }

    private async Task<Place?> OfLeadAsync(Edition edition, CancellationToken cancel)
    {
        if (edition is not { Placements: [var lead, ..] } || await stories.FindAsync(lead.Story, cancel) is not { } story)
            return null;
        var digest = (await digests.FindAsync([story.Id], cancel)).GetValueOrDefault(story.Id);
        return StoryPlace.Capital(story.Headline, digest?.Claims.Select(c => c.Text).FirstOrDefault());
    }

    private sealed record Found(Place Place, DateTimeOffset At);
}
