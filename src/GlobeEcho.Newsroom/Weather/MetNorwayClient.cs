using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// Locationforecast 2.0 of the Norwegian Meteorological Institute (api.met.no), which covers the whole earth. Its terms: say who asks
/// (the Fetcher's User-Agent), at most four decimals, not again before Expires, then If-Modified-Since.
/// </summary>
public sealed class MetNorwayClient(Fetcher fetcher, TimeProvider clock, IOptions<WeatherOptions> options) : IForecastClient
{
    private static readonly Attribution From = new("Data from MET Norway", new Uri("https://www.met.no/en"), "NLOD 2.0, CC BY 4.0");

    // What an answer without Expires is good for.
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    public ForecastSource Source => ForecastSource.MetNorway;

    public int PlacesAtOnce => 1;

    public async Task<IReadOnlyList<Answer<Forecast>>> AskAsync(IReadOnlyList<ForecastQuestion> questions, CancellationToken cancel)
    {
        var answers = new List<Answer<Forecast>>(questions.Count);
        foreach (var (place, etag, lastModified) in questions)
        {
            var result = await fetcher.FetchAsync(new FetchRequest(Address(options.Value.MetNorway, place), etag, lastModified, "application/json"), cancel);
            var now = clock.GetUtcNow();
            var freshUntil = result is FetchResult.Fresh { FreshUntil: { } until } ? until : now + Usual;
            answers.Add(Answer<Forecast>.From(result, body => Read(body, place, now, freshUntil)));
        }

        return answers;
    }

    /// <summary>The address of a place's forecast.</summary>
    public static Uri Address(Uri service, Place place) => new UriBuilder(service)
    {
        Query = string.Create(CultureInfo.InvariantCulture, $"lat={place.Latitude:0.####}&lon={place.Longitude:0.####}"),
    }.Uri;

    /// <summary>Reads a document of Locationforecast, compact or complete.</summary>
    public static Reading<Forecast> Read(byte[] body, Place place, DateTimeOffset fetched, DateTimeOffset freshUntil) =>
        Reading<Forecast>.Of(body, root =>
        {
            var properties = root.Field("properties");
            if (properties.Field("timeseries") is not { ValueKind: JsonValueKind.Array })
                return new Reading<Forecast>.Unreadable("The answer is no forecast: it has no properties.timeseries.");
            var steps = Steps(properties.Field("timeseries").Items());
            if (steps.Count == 0)
                return new Reading<Forecast>.Unreadable("The forecast has no step that can be read.");
            var issued = properties.Field("meta").Moment("updated_at") ?? fetched;
            return new Reading<Forecast>.Read(new Forecast(place, From, issued, fetched, freshUntil, steps));
        });

    /// <summary>The sky of a symbol code, whatever stands behind its underscore; Unknown for a code that is not one of the 41.</summary>
    public static Sky SkyOf(string symbol)
    {
        // Two of the official codes are misspelt with a second s.
        var code = symbol.Split('_')[0].Replace("lightss", "lights", StringComparison.Ordinal);
        var calm = code switch
        {
            "clearsky" => SkyKind.Clear,
            "fair" => SkyKind.Fair,
            "partlycloudy" => SkyKind.PartlyCloudy,
            "cloudy" => SkyKind.Cloudy,
            "fog" => SkyKind.Fog,
            _ => SkyKind.Unknown,
        };
        if (calm != SkyKind.Unknown)
            return new Sky(calm);
        var strength = SkyStrength.Moderate;
        if (Take("light"))
            strength = SkyStrength.Light;
        else if (Take("heavy"))
            strength = SkyStrength.Heavy;
        var thunder = code.EndsWith("andthunder", StringComparison.Ordinal);
        var kind = (thunder ? code[..^"andthunder".Length] : code) switch
        {
            "rain" => SkyKind.Rain,
            "rainshowers" => SkyKind.RainShowers,
            "sleet" => SkyKind.Sleet,
            "sleetshowers" => SkyKind.SleetShowers,
            "snow" => SkyKind.Snow,
            "snowshowers" => SkyKind.SnowShowers,
            _ => SkyKind.Unknown,
        };
        return kind == SkyKind.Unknown ? new Sky(kind) : new Sky(kind, strength, thunder);

        bool Take(string start)
        {
            var has = code.StartsWith(start, StringComparison.Ordinal);
            code = has ? code[start.Length..] : code;
            return has;
        }
    }

    private static List<ForecastStep> Steps(IEnumerable<JsonElement> series)
    {
        var entries = series.Select(e => (Start: e.Moment("time"), Data: e.Field("data")))
            .Where(e => e is { Start: not null, Data: not null }).DistinctBy(e => e.Start).OrderBy(e => e.Start).ToList();
        var steps = new List<ForecastStep>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var untilNext = i + 1 < entries.Count ? entries[i + 1].Start!.Value - entries[i].Start!.Value : TimeSpan.MaxValue;
            if (Step(entries[i].Start!.Value, untilNext, entries[i].Data) is { } step)
                steps.Add(step);
        }

        return steps;
    }

    /// <summary>Null for an entry that is for a moment only: the last one of every forecast.</summary>
    private static ForecastStep? Step(DateTimeOffset start, TimeSpan untilNext, JsonElement? data)
    {
        var (span, hours) = new[] { 1, 6, 12 }.Select(h => (Span: data.Field($"next_{h}_hours"), Hours: h)).FirstOrDefault(s => s.Span is not null);
        if (span is null)
            return null;
        var length = TimeSpan.FromHours(hours);
        // Between the hourly and the longer steps a span may reach over the next step: what fell in it is then not known for this one.
        var whole = length <= untilNext;
        var now = data.Field("instant").Field("details");
        var later = span.Field("details");
        var step = new ForecastStep
        {
            Start = start,
            Length = whole ? length : untilNext,
            Temperature = Limits.Temperature(now, "air_temperature"),
            Lowest = whole ? Limits.Temperature(later, "air_temperature_min") : null,
            Highest = whole ? Limits.Temperature(later, "air_temperature_max") : null,
            Humidity = Limits.Percent(now, "relative_humidity"),
            Precipitation = whole ? Limits.Millimetres(later, "precipitation_amount") : null,
            PrecipitationChance = Limits.Percent(later, "probability_of_precipitation"),
            WindSpeed = Limits.Speed(now, "wind_speed"),
            WindGust = Limits.Speed(now, "wind_speed_of_gust"),
            WindFrom = Limits.Degrees(now, "wind_from_direction"),
            Pressure = Limits.Pressure(now, "air_pressure_at_sea_level"),
            CloudCover = Limits.Percent(now, "cloud_area_fraction"),
            Sky = span.Field("summary").Text("symbol_code") is { } symbol ? SkyOf(symbol) : null,
        };
        return step.Temperature is null && step.Sky is null ? null : step with { Apparent = Apparent.Of(step.Temperature, step.Humidity, step.WindSpeed) };
    }
}
