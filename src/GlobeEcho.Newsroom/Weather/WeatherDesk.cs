using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>The door of the room Weather: forecasts and warnings, each with its age.</summary>
public sealed class WeatherDesk
{
    /// <summary>
    /// What is kept of these places, in the same order, without waiting for anybody. A place that is not kept yet is noted as
    /// wanted and fetched soon; one that is kept and looked at stays fresh.
    /// </summary>
    public Task<IReadOnlyList<PlaceWeather>> LookAsync(IReadOnlyList<Place> places, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>A place by its id; null when it is in no list the paper knows.</summary>
    public Task<Place?> PlaceAsync(PlaceId id, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Places whose name begins with or is the words ("Minsk", "Paris, US"), the largest first; from the geocoder, or from our own list when it does not answer.</summary>
    public Task<IReadOnlyList<Place>> SearchAsync(string words, CancellationToken cancel) => throw new NotSupportedException();
}
