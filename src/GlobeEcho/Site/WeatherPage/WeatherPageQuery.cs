using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.Weather;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>Loads what the page of the weather prints.</summary>
public sealed class WeatherPageQuery(WeatherLook look, WeatherDesk desk, EditionDesk editions)
{
    // Nobody's town has a longer name.
    private const int LongestWords = 80;

    /// <param name="shown">Null for the reader's own place.</param>
    /// <param name="words">What the reader searches for; null or blank for nothing.</param>
    public async Task<WeatherPageContent> LoadAsync(Place? shown, WeatherChoice choice, string? words, CancellationToken cancel)
    {
        var place = shown ?? await look.MineAsync(choice, cancel);
        var yours = await look.ChosenAsync(choice, cancel);
        var capitals = WorldCapitals.All;
        IReadOnlyList<Place> all = new[] { place }.Concat(yours).Concat(capitals.SelectMany(c => c.Places)).DistinctBy(p => p.Id).ToList();
        var now = (await look.NowAsync(all, cancel)).ToDictionary(n => n.Place.Id);
        return new WeatherPageContent(
            now[place.Id],
            choice,
            yours.Select(p => now[p.Id]).ToList(),
            capitals.Select(c => (c.Region, (IReadOnlyList<PlaceNow>)c.Places.Select(p => now[p.Id]).ToList())).ToList(),
            await SearchAsync(words?.Trim(), cancel),
            (await editions.LatestAsync(cancel))?.MadeUp);
    }

    private async Task<SearchedPlaces?> SearchAsync(string? words, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(words))
            return null;
        var asked = words.Length <= LongestWords ? words : words[..LongestWords];
        return new SearchedPlaces(asked, await desk.SearchAsync(asked, cancel));
    }
}
