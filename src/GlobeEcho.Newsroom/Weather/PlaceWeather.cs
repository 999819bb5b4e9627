using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>All the paper knows of a place's weather now.</summary>
/// <param name="Forecast">The last good one, however old; null before the first.</param>
/// <param name="Trouble">Why the last try failed, in plain words; null when it did not.</param>
/// <param name="Alerts">In force or to come for the place, the most severe first.</param>
/// <param name="AlertsAsOf">When the warnings were last read; null when no service is known for the country, or none has answered yet.</param>
public sealed record PlaceWeather(
    Place Place, Forecast? Forecast, string? Trouble, IReadOnlyList<WeatherAlert> Alerts, DateTimeOffset? AlertsAsOf);
