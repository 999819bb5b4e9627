using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.WeatherPage;

namespace GlobeEcho.Tests.Site;

/// <summary>Forecasts made up by a rule: sixty hours by the hour, then steps of six hours up to ten days, the last without a length of its own.</summary>
public static class InventedWeather
{
    public static readonly Attribution From = new("Data from the Invented Weather Office", new Uri("https://weather.example/terms"), "CC BY 4.0");

    private static readonly Sky[] Mild =
    [
        new(SkyKind.Clear), new(SkyKind.Fair), new(SkyKind.PartlyCloudy), new(SkyKind.Cloudy), new(SkyKind.Rain, SkyStrength.Light),
        new(SkyKind.RainShowers, SkyStrength.Moderate, true), new(SkyKind.Rain, SkyStrength.Heavy), new(SkyKind.PartlyCloudy), new(SkyKind.Fair),
    ];

    private static readonly Sky[] Cold =
    [
        new(SkyKind.Cloudy), new(SkyKind.Snow, SkyStrength.Light), new(SkyKind.Snow), new(SkyKind.FreezingRain, SkyStrength.Light), new(SkyKind.Sleet),
        new(SkyKind.RimeFog), new(SkyKind.PartlyCloudy), new(SkyKind.Clear), new(SkyKind.SnowShowers, SkyStrength.Heavy),
    ];

    public static Place Minsk => Known(625144);

    public static Place Known(int id) => Gazetteer.Find(new PlaceId(id))!;

    /// <summary>The world's capitals and Murmansk: Warsaw under warnings, Minsk with an old forecast after a failed try, Ottawa not fetched yet.</summary>
    public static async Task FillAsync(NewsArchive archive, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var place in WorldCapitals.All.SelectMany(c => c.Places).Append(Known(524305)).Where(p => p.Name != "Ottawa"))
        {
            var old = place.Name == "Minsk";
            await KeepAsync(archive, Of(place, old ? now.AddHours(-9) : now.AddMinutes(-12)), cancel, old ? "the server answered 503 (Service Unavailable)" : null);
        }

        var warsaw = Known(756135);
        await KeepAsync(
            archive,
            "meteoalarm:poland",
            [
                Alert(warsaw, now, AlertSeverity.Severe, "Orange wind warning") with { Area = "Mazowieckie, with Warsaw" },
                Alert(warsaw, now, AlertSeverity.Moderate, "Thunderstorms", 6, 20) with { Area = "Warsaw" },
                Alert(warsaw, now, AlertSeverity.Minor, "Ground frost", 6, 12) with { Area = "Suwałki" },
            ],
            now.AddMinutes(-7),
            cancel);
    }

    /// <summary>Keeps a forecast as if it had been fetched; with a reason, as if the try after it had failed.</summary>
    public static async Task KeepAsync(NewsArchive archive, Forecast forecast, CancellationToken cancel, string? trouble = null)
    {
        var store = new WeatherStore();
        await using var session = await archive.WriteAsync(cancel);
        await store.LookAsync(session, forecast.Place, forecast.Fetched, forecast.Fetched, 1000, cancel);
        await store.SaveAsync(session, ForecastSource.MetNorway, forecast, null, null, forecast.FreshUntil, cancel);
        if (trouble is not null)
            await store.FailAsync(session, forecast.Place.Id, ForecastSource.MetNorway, 1, trouble, forecast.FreshUntil.AddHours(1), cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>Keeps the warnings of an area as if they had been read.</summary>
    public static async Task KeepAsync(NewsArchive archive, string area, IReadOnlyList<WeatherAlert> alerts, DateTimeOffset read, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        await new WeatherStore().SaveAsync(session, new KeptAlerts(area, alerts, read, null, null, read.AddMinutes(15), 0, null), cancel);
        await session.CommitAsync(cancel);
    }

    public static Forecast Of(Place place, DateTimeOffset fetched, Func<ForecastStep, ForecastStep>? change = null)
    {
        var start = new DateTimeOffset(fetched.Ticks - (fetched.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var steps = Enumerable.Range(0, 60).Select(h => Step(place, start.AddHours(h), 1)).ToList();
        // The longer steps begin at a whole six hours of UTC, as the providers' do.
        var six = start.AddHours(60);
        while (six.Hour % 6 != 0)
        {
            steps.Add(Step(place, six, 1));
            six = six.AddHours(1);
        }

        steps.AddRange(Enumerable.Range(0, 30).Select(s => Step(place, six.AddHours(6 * s), 6)));
        return new Forecast(place, From, fetched.AddMinutes(-38), fetched, fetched.AddMinutes(31), steps.Select(change ?? (s => s)).ToList());
    }

    public static WeatherAlert Alert(Place place, DateTimeOffset now, AlertSeverity severity, string what, int begins = -2, int ends = 14) => new(
        $"urn:invented:{what}", "Invented Weather Office", what, severity, "Minsk and Brest regions", place.Country, now.AddHours(-3), now.AddHours(begins), now.AddHours(ends),
        "Gusts of up to 24 m/s are expected. Branches may fall; keep away from trees and scaffolds.\nDo not park under trees.", new Uri("https://weather.example/warning"), From);

    private static ForecastStep Step(Place place, DateTimeOffset at, int hours)
    {
        var season = Math.Cos(2 * Math.PI * (at.DayOfYear - 200) / 365) * Math.Sign(place.Latitude == 0 ? 1 : place.Latitude);
        var solar = at.Hour + (at.Minute / 60d) + (place.Longitude / 15);
        var mean = 27 - (0.42 * Math.Abs(place.Latitude)) + (season * 0.22 * Math.Abs(place.Latitude));
        var drift = 2.5 * Math.Sin((at.ToUnixTimeSeconds() / 86400d / 1.7) + place.Id.Value);
        var temperature = mean + drift + (4.5 * Math.Cos(2 * Math.PI * (solar - 15) / 24));
        var spell = (int)(((at.ToUnixTimeSeconds() / 3600 / 7) + place.Id.Value) % 9);
        var sky = (temperature < 2 ? Cold : Mild)[spell];
        var wet = sky.Kind >= SkyKind.Drizzle;
        var amount = wet ? sky.Strength switch { SkyStrength.Light => 0.3, SkyStrength.Heavy => 2.6, _ => 1.1 } * (1 + (0.5 * Math.Sin(at.Hour))) : 0;
        var wind = 4 + (3 * Math.Sin(at.ToUnixTimeSeconds() / 3600d / 9)) + (sky.Thunder ? 5 : 0);
        return new ForecastStep
        {
            Start = at,
            Length = TimeSpan.FromHours(hours),
            Temperature = Math.Round(temperature, 1),
            Apparent = Math.Round(temperature - 1.6, 1),
            Lowest = hours > 1 ? Math.Round(temperature - 1.4, 1) : null,
            Highest = hours > 1 ? Math.Round(temperature + 1.4, 1) : null,
            Humidity = wet ? 91 : 62,
            Precipitation = Math.Round(amount * hours, 1),
            PrecipitationChance = wet ? 55 + (spell * 4) : spell * 3,
            WindSpeed = Math.Round(wind, 1),
            WindGust = Math.Round(wind * 1.7, 1),
            WindFrom = (spell * 47 + at.Hour * 4) % 360,
            Pressure = 1008.4 + spell,
            CloudCover = sky.Kind == SkyKind.Clear ? 0 : sky.Kind == SkyKind.Fair ? 22 : 88,
            Sky = sky,
        };
    }
}
