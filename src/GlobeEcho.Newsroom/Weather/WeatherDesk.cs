using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>The door of the room Weather: forecasts and warnings, each with its age. Thread-safe.</summary>
public sealed class WeatherDesk(
    NewsArchive archive, WeatherStore store, WeatherWires wires, WeatherRound round, PlaceSearch search, TimeProvider clock, IOptions<WeatherOptions> options)
{
    /// <summary>Whose the places' names and positions are, from the geocoder and from our own list.</summary>
    public static Attribution PlacesFrom => GeocodingClient.From;

    private readonly WantedPlaces _wanted = new(options.Value.KeepPlaces * 2);

    /// <summary>
    /// What is kept of these places, in the same order, without waiting for anybody. A place that is not kept yet is noted as
    /// wanted and fetched soon; one that is kept and looked at stays fresh.
    /// </summary>
    public async Task<IReadOnlyList<PlaceWeather>> LookAsync(IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        _wanted.Look(places, now);
        IReadOnlyDictionary<PlaceId, KeptForecast> forecasts;
        IReadOnlyDictionary<string, KeptAlerts> alerts;
        var areas = places.Select(p => wires.AlertsFor(p)?.Area).ToList();
        await using (var session = await archive.ReadAsync(cancel))
        {
            forecasts = await store.FindAsync(session, places.Select(p => p.Id), cancel);
            alerts = await store.AlertsAsync(session, areas.OfType<string>(), cancel);
        }

        if (places.Any(p => forecasts.TryGetValue(p.Id, out var kept) ? kept.NextDue <= now : !_wanted.IsRefused(p.Id)))
            _wanted.Call();
        return places.Select((p, i) => Of(p, forecasts.GetValueOrDefault(p.Id), areas[i] is { } area ? alerts.GetValueOrDefault(area) : null, now)).ToList();
    }

    /// <summary>A place by its id; null when it is in no list the paper knows.</summary>
    public async Task<Place?> PlaceAsync(PlaceId id, CancellationToken cancel)
    {
        if ((Gazetteer.Find(id) ?? _wanted.Find(id)) is { } known)
            return known;
        await using var session = await archive.ReadAsync(cancel);
        return await store.PlaceAsync(session, id, cancel);
    }

    /// <summary>Places whose name begins with or is the words ("Minsk", "Paris, US"), the largest first; from the geocoder, or from our own list when it does not answer.</summary>
    public async Task<IReadOnlyList<Place>> SearchAsync(string words, CancellationToken cancel)
    {
        var (places, geocoded) = await search.FindAsync(words, cancel);
        if (geocoded)
            _wanted.Found(places);
        return places;
    }

    /// <summary>The place the operator has set for readers who have chosen none; null when there is none, or nobody knows it.</summary>
    public Place? Home() => options.Value.Place.Length == 0 ? null : Gazetteer.Search(options.Value.Place, 1).FirstOrDefault();

    /// <summary>Asks the providers for a batch of what is due. One round at a time.</summary>
    public Task<WeatherReport> RefreshAsync(CancellationToken cancel) => round.RunAsync(_wanted, cancel);

    /// <summary>Returns when a place is wanted that is not kept or is due, or after the time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _wanted.WaitAsync(atMost, clock, cancel);

    private PlaceWeather Of(Place place, KeptForecast? kept, KeptAlerts? alerts, DateTimeOffset now)
    {
        var inForce = (alerts?.Alerts ?? []).Where(a => a.Expires > now)
            .OrderByDescending(a => a.Severity).ThenByDescending(a => a.Area.Contains(place.Name, StringComparison.OrdinalIgnoreCase)).ThenBy(a => a.Onset ?? a.Sent).ToList();
        var trouble = kept is { Failures: > 0 } ? kept.FailureReason
            : kept is null && _wanted.IsRefused(place.Id) ? "Too many places are asked for just now."
            : null;
        return new PlaceWeather(place, kept?.Forecast, trouble, inForce, alerts?.Read);
    }
}
