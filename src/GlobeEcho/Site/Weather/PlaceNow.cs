using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>The weather of a place as a page prints it at a moment: what is forecast for now, and how old that is.</summary>
/// <param name="Now">With the place's offset.</param>
/// <param name="Step">What is forecast for this hour; null when the forecast does not reach it.</param>
/// <param name="Days">From today on; empty before the first forecast and after the last one's end.</param>
public sealed record PlaceNow(
    PlaceWeather Weather, DateTimeOffset Now, ForecastStep? Step, IReadOnlyList<ForecastDay> Days, Nights Nights)
{
    /// <summary>After this long without a word from the provider a forecast is shown as an old one.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromHours(3);

    // A forecast that begins with the next hour is good enough for this one.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    public Place Place => Weather.Place;

    public bool IsOld => Weather.Forecast is { } forecast && Now - forecast.Fetched > Old;

    public bool IsNight => Nights.IsNight(Step is { } step && step.Start > Now ? step.Start : Now);

    public ForecastDay? Today => Days.FirstOrDefault(d => d.Start <= Now && Now < d.End);

    public ForecastDay? Tomorrow => Days.FirstOrDefault(d => d.Date == DateOnly.FromDateTime(Now.Date).AddDays(1));

    /// <summary>Whether today's lowest and highest leave out the hours that are over: the forecast began with this hour or the one before.</summary>
    public bool IsOnlyRest => Today is { IsWhole: false } && Weather.Forecast is { Steps: [var first, ..] } && first.Start > Now - Ahead;

    /// <summary>When the forecast was last fetched or confirmed, on the place's clock.</summary>
    public DateTimeOffset? AsOf => Weather.Forecast is { } forecast ? PlaceTime.Local(Place, forecast.Fetched) : null;

    /// <summary>The hour the values of <see cref="Step"/> are for, on the place's clock.</summary>
    public DateTimeOffset? For => Step is { } step ? PlaceTime.Local(Place, step.Start) : null;

    /// <summary>
    /// The warnings that are for the place: those that name it or its region. A European service warns by country and area, so the
    /// others of <see cref="PlaceWeather.Alerts"/> may be for anywhere in it; the US service is asked for the very point.
    /// </summary>
    public IReadOnlyList<WeatherAlert> Warnings => Weather.Alerts.Where(a => a.Country == "US" || Names(a, Place.Name) || Names(a, Place.Region)).ToList();

    /// <param name="days">The forecast's days, summed up.</param>
    public static PlaceNow Of(PlaceWeather weather, IReadOnlyList<ForecastDay> days, DateTimeOffset now)
    {
        var local = PlaceTime.Local(weather.Place, now);
        var left = days.Where(d => d.End > now).ToList();
        return new PlaceNow(weather, local, StepAt(weather.Forecast, now), left, Nights.Of(left));
    }

    private static bool Names(WeatherAlert alert, string? name) => name is not null && alert.Area.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static ForecastStep? StepAt(Forecast? forecast, DateTimeOffset now) =>
        forecast?.At(now) ?? forecast?.Steps.FirstOrDefault(s => s.Start > now && s.Start - now <= Ahead);
}
