using System.Globalization;
using System.Text.Json;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// Open-Meteo.com, or a server of the operator's own that speaks like it. Several places go into one request; all times are asked for as seconds of UTC, so
/// that days of 23 and 25 hours come out right. The free service is for non-commercial use only and counts at most 10,000 calls a day: hence an hour
/// between two requests for one place.
/// </summary>
public sealed class OpenMeteoClient(Fetcher fetcher, TimeProvider clock, IOptions<WeatherOptions> options) : IForecastClient
{
    private const string Hourly = "temperature_2m,apparent_temperature,relative_humidity_2m,precipitation,precipitation_probability,weather_code,"
        + "wind_speed_10m,wind_gusts_10m,wind_direction_10m,pressure_msl,cloud_cover";

    private const int Days = 10;

    private static readonly Attribution From = new("Weather data by Open-Meteo.com", new Uri("https://open-meteo.com/"), "CC BY 4.0; non-commercial use");

    private static readonly TimeSpan LeastFresh = TimeSpan.FromHours(1);

    public ForecastSource Source => ForecastSource.OpenMeteo;

    public int PlacesAtOnce => 25;

    public async Task<IReadOnlyList<Answer<Forecast>>> AskAsync(IReadOnlyList<ForecastQuestion> questions, CancellationToken cancel)
    {
        var places = questions.Select(q => q.Place).ToList();
        var result = await fetcher.FetchAsync(new FetchRequest(Address(options.Value.OpenMeteo, places), Accept: "application/json"), cancel);
        var now = clock.GetUtcNow();
        var least = now + LeastFresh;
        var freshUntil = result is FetchResult.Fresh { FreshUntil: { } until } && until > least ? until : least;
        switch (Answer<IReadOnlyList<Reading<Forecast>>>.From(result, body => Read(body, places, now, freshUntil)))
        {
            case Answer<IReadOnlyList<Reading<Forecast>>>.Fresh fresh:
                return fresh.Value.Select(one => One(one, freshUntil)).ToList();
            case Answer<IReadOnlyList<Reading<Forecast>>>.Failed { IsRefusal: true, RetryAfter: null } when places.Count > 1:
                // One place that the service does not like must not take the others with it.
                var alone = new List<Answer<Forecast>>();
                foreach (var question in questions)
                    alone.AddRange(await AskAsync([question], cancel));
                return alone;
            case Answer<IReadOnlyList<Reading<Forecast>>>.Failed failed:
                return questions.Select(_ => (Answer<Forecast>)new Answer<Forecast>.Failed(failed.Reason, failed.RetryAfter)).ToList();
            case var other:
                throw new InvalidOperationException($"A question without validators cannot end as {other}.");
        }
    }

    /// <summary>The address of the forecasts of some places.</summary>
    public static Uri Address(Uri service, IReadOnlyList<Place> places) => new UriBuilder(service)
    {
        Query = $"latitude={Joined(places.Select(p => p.Latitude))}&longitude={Joined(places.Select(p => p.Longitude))}"
            + $"&hourly={Hourly}&timeformat=unixtime&timezone=GMT&forecast_days={Days.ToString(CultureInfo.InvariantCulture)}&wind_speed_unit=ms",
    }.Uri;

    /// <summary>Reads an answer for some places: one object for one place, a list of them for several. Each place is read by itself.</summary>
    public static Reading<IReadOnlyList<Reading<Forecast>>> Read(byte[] body, IReadOnlyList<Place> places, DateTimeOffset fetched, DateTimeOffset freshUntil) =>
        Reading<IReadOnlyList<Reading<Forecast>>>.Of(body, root =>
        {
            if (root.Field("error") is { ValueKind: JsonValueKind.True })
                return new Reading<IReadOnlyList<Reading<Forecast>>>.Unreadable($"Open-Meteo says: {root.Text("reason") ?? "error"}");
            var answers = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            return answers.Count == places.Count
                ? new Reading<IReadOnlyList<Reading<Forecast>>>.Read(places.Zip(answers, (p, a) => Read(a, p, fetched, freshUntil)).ToList())
                : new Reading<IReadOnlyList<Reading<Forecast>>>.Unreadable($"The answer is for {answers.Count} places, not for {places.Count}.");
        });

    /// <summary>The sky of a WMO weather code as Open-Meteo uses it (table 4677, a part of it); Unknown for one that it does not use.</summary>
    public static Sky SkyOf(int code) => code switch
    {
        0 => new Sky(SkyKind.Clear),
        1 => new Sky(SkyKind.Fair),
        2 => new Sky(SkyKind.PartlyCloudy),
        3 => new Sky(SkyKind.Cloudy),
        45 => new Sky(SkyKind.Fog),
        48 => new Sky(SkyKind.RimeFog),
        51 or 53 or 55 => new Sky(SkyKind.Drizzle, (SkyStrength)((code - 51) / 2)),
        56 => new Sky(SkyKind.FreezingDrizzle, SkyStrength.Light),
        57 => new Sky(SkyKind.FreezingDrizzle, SkyStrength.Heavy),
        61 or 63 or 65 => new Sky(SkyKind.Rain, (SkyStrength)((code - 61) / 2)),
        66 => new Sky(SkyKind.FreezingRain, SkyStrength.Light),
        67 => new Sky(SkyKind.FreezingRain, SkyStrength.Heavy),
        71 or 73 or 75 => new Sky(SkyKind.Snow, (SkyStrength)((code - 71) / 2)),
        77 => new Sky(SkyKind.SnowGrains),
        80 or 81 or 82 => new Sky(SkyKind.RainShowers, (SkyStrength)(code - 80)),
        85 => new Sky(SkyKind.SnowShowers, SkyStrength.Light),
        86 => new Sky(SkyKind.SnowShowers, SkyStrength.Heavy),
        95 => new Sky(SkyKind.Thunderstorm, SkyStrength.Moderate, Thunder: true),
        96 => new Sky(SkyKind.Hail, SkyStrength.Light, Thunder: true),
        99 => new Sky(SkyKind.Hail, SkyStrength.Heavy, Thunder: true),
        _ => new Sky(SkyKind.Unknown),
    };

    private static string Joined(IEnumerable<double> degrees) => string.Join(',', degrees.Select(d => d.ToString("0.####", CultureInfo.InvariantCulture)));

    private static Answer<Forecast> One(Reading<Forecast> reading, DateTimeOffset freshUntil) => reading switch
    {
        Reading<Forecast>.Read read => new Answer<Forecast>.Fresh(read.Value, null, null, freshUntil),
        Reading<Forecast>.Unreadable bad => new Answer<Forecast>.Failed(bad.Reason),
        var other => throw new InvalidOperationException($"A document cannot read as {other}."),
    };

    private static Reading<Forecast> Read(JsonElement answer, Place place, DateTimeOffset fetched, DateTimeOffset freshUntil)
    {
        if (answer.Field("hourly").Field("time") is not { ValueKind: JsonValueKind.Array } times)
            return new Reading<Forecast>.Unreadable("The answer is no forecast: it has no hourly.time.");
        var steps = Steps(answer, times);
        return steps.Count == 0
            ? new Reading<Forecast>.Unreadable("The forecast has no hour that can be read.")
            : new Reading<Forecast>.Read(new Forecast(place, From, fetched, fetched, freshUntil, steps));
    }

    private static List<ForecastStep> Steps(JsonElement answer, JsonElement times)
    {
        var columns = Hourly.Split(',').ToDictionary(name => name, name => answer.Field("hourly").Field(name).Items().ToList());
        var east = TimeSpan.FromSeconds(answer.Field("utc_offset_seconds")?.Number(-86_400, 86_400) ?? 0);
        var starts = times.EnumerateArray().Select(t => Moment(t, east)).ToList();
        var steps = new List<ForecastStep>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            if (starts[i] is not { } start || (steps.Count > 0 && start < steps[^1].Start + steps[^1].Length))
                continue;
            // Falls and gusts are given for the hour before: those of this hour stand in the next row, and the last row is a moment only.
            var next = i + 1 < starts.Count && starts[i + 1] == start.AddHours(1) ? i + 1 : -1;
            var step = new ForecastStep
            {
                Start = start,
                Length = TimeSpan.FromHours(1),
                Temperature = Number("temperature_2m", i, -100, 70),
                Humidity = Number("relative_humidity_2m", i, 0, 100),
                Precipitation = Number("precipitation", next, 0, 2000),
                PrecipitationChance = Number("precipitation_probability", next, 0, 100),
                WindSpeed = Number("wind_speed_10m", i, 0, 150),
                WindGust = Number("wind_gusts_10m", next, 0, 150),
                WindFrom = Number("wind_direction_10m", i, 0, 360),
                Pressure = Number("pressure_msl", i, 800, 1100),
                CloudCover = Number("cloud_cover", i, 0, 100),
                Sky = Number("weather_code", i, 0, 99) is { } code ? SkyOf((int)code) : null,
            };
            var apparent = Number("apparent_temperature", i, -120, 90) ?? Apparent.Of(step.Temperature, step.Humidity, step.WindSpeed);
            if (step.Temperature is not null || step.Sky is not null)
                steps.Add(step with { Apparent = apparent });
        }

        return steps;

        double? Number(string name, int row, double least, double most) =>
            row >= 0 && row < columns[name].Count ? columns[name][row].Number(least, most) : null;
    }

    /// <summary>Seconds of UTC as we ask for; a server that writes ISO 8601 all the same means the clock that is so far east of UTC.</summary>
    private static DateTimeOffset? Moment(JsonElement time, TimeSpan east) => time.ValueKind switch
    {
        // Up to the year 2100.
        JsonValueKind.Number => time.Number(0, 4_102_444_800) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null,
        JsonValueKind.String => JsonFields.Moment(JsonFields.TextOf(time)) - east,
        _ => null,
    };
}
