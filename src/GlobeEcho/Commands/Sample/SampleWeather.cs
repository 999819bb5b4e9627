using System.Globalization;
using System.Text.Json;

namespace GlobeEcho.Commands.Sample;

/// <summary>
/// Answers as MET Norway's Locationforecast does, for the cities of <c>sample/wires/weather.tsv</c>: hours for two and a half days,
/// then steps of six hours to the tenth day. The values are a script, not a forecast anybody made.
/// </summary>
internal sealed class SampleWeather
{
    private const int Hours = 60;
    private const int Days = 10;

    // Degrees; a request is for the nearest city of the script within this reach.
    private const double Reach = 0.3;

    private readonly List<City> _cities;
    private readonly DateTimeOffset _from;

    public SampleWeather(string file, DateTimeOffset now)
    {
        _cities = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(City.Read).ToList();
        _from = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
    }

    public IResult Answer(HttpContext http, double lat, double lon)
    {
        if (_cities.FirstOrDefault(c => Math.Abs(c.Latitude - lat) <= Reach && Math.Abs(c.Longitude - lon) <= Reach) is not { } city)
            return Results.Text("The sample has no weather for this place.", statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.LastModified = _from.ToString("R", CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "max-age=1800";
        return Results.Text(JsonSerializer.Serialize(Document(city)), "application/json");
    }

    private object Document(City city)
    {
        var steps = new List<object>();
        for (var hour = 0; hour < Hours; hour++)
            steps.Add(Step(city, _from.AddHours(hour), 1));
        // The six-hour steps begin at 0, 6, 12 and 18 o'clock UTC, as the real ones do.
        var next = _from.AddHours(Hours);
        for (next = next.AddHours((6 - (next.Hour % 6)) % 6); next < _from.AddDays(Days); next = next.AddHours(6))
            steps.Add(Step(city, next, 6));
        steps.Add(new { time = next, data = new { instant = new { details = Instant(city, next) } } });
        return new
        {
            type = "Feature",
            geometry = new { type = "Point", coordinates = new[] { city.Longitude, city.Latitude, 100 } },
            properties = new { meta = new { updated_at = _from, units = new { air_temperature = "celsius", wind_speed = "m/s" } }, timeseries = steps },
        };
    }

    private object Step(City city, DateTimeOffset time, int length)
    {
        var wet = city.Rain(Day(time), time.Hour);
        var span = new Dictionary<string, object>
        {
            ["summary"] = new { symbol_code = city.Symbol(Day(time), time.Hour) },
            ["details"] = new
            {
                precipitation_amount = Math.Round(wet.Millimetres * length, 1),
                probability_of_precipitation = wet.Chance,
                air_temperature_min = Enumerable.Range(0, length + 1).Min(h => Temperature(city, time.AddHours(h))),
                air_temperature_max = Enumerable.Range(0, length + 1).Max(h => Temperature(city, time.AddHours(h))),
            },
        };
        return new
        {
            time,
            data = new Dictionary<string, object> { ["instant"] = new { details = Instant(city, time) }, [$"next_{length}_hours"] = span },
        };
    }

    private object Instant(City city, DateTimeOffset time)
    {
        var warm = Temperature(city, time);
        return new
        {
            air_temperature = warm,
            relative_humidity = Math.Round(Math.Clamp(92 - (3.2 * (warm - city.Low)), 18, 97), 1),
            wind_speed = Math.Round(city.Wind * (0.75 + (0.5 * Warmth(city, time))), 1),
            wind_speed_of_gust = Math.Round(city.Wind * (1.3 + (0.9 * Warmth(city, time))), 1),
            wind_from_direction = Math.Round((city.From + (12 * Day(time)) + (2 * time.Hour)) % 360, 1),
            air_pressure_at_sea_level = Math.Round(city.Pressure - (0.8 * Day(time)) + (0.05 * time.Hour), 1),
            cloud_area_fraction = city.Rain(Day(time), time.Hour).Cloud,
        };
    }

    // Coldest at about five, warmest at about three in the afternoon by the sun, a little different from day to day.
    private double Temperature(City city, DateTimeOffset time) =>
        Math.Round(city.Low + ((city.High - city.Low) * Warmth(city, time)) + (1.6 * Math.Sin((Day(time) * 1.7) + city.Longitude)), 1);

    private static double Warmth(City city, DateTimeOffset time)
    {
        var sun = time.TimeOfDay.TotalHours + (city.Longitude / 15);
        return 0.5 + (0.5 * Math.Cos((sun - 15) / 24 * 2 * Math.PI));
    }

    private int Day(DateTimeOffset time) => Math.Clamp((int)(time.Date - _from.Date).TotalDays, 0, Days - 1);

    private sealed record City(double Latitude, double Longitude, double Low, double High, double Wind, double From, double Pressure, IReadOnlyList<string> Skies)
    {
        public static City Read(string line)
        {
            var c = line.Split('\t');
            return new City(Number(c[1]), Number(c[2]), Number(c[3]), Number(c[4]), Number(c[5]), Number(c[6]), Number(c[7]), c[8].Split(','));
        }

        public string Symbol(int day, int hour)
        {
            var sky = Skies[day];
            // Showers come and go: every other three hours are only cloudy.
            if (sky.Contains("showers", StringComparison.Ordinal) && hour / 3 % 2 == 1)
                sky = "partlycloudy";
            var sun = (hour + (Longitude / 15) + 24) % 24;
            var half = sun is >= 6 and < 20 ? "_day" : "_night";
            return sky is "clearsky" or "fair" or "partlycloudy" || sky.Contains("showers", StringComparison.Ordinal) ? sky + half : sky;
        }

        public (double Millimetres, int Chance, double Cloud) Rain(int day, int hour)
        {
            var sky = Symbol(day, hour);
            if (sky.StartsWith("heavyrain", StringComparison.Ordinal))
                return (3.4, 90, 98);
            if (sky.StartsWith("light", StringComparison.Ordinal))
                return (0.2, 45, 80);
            if (sky.StartsWith("rain", StringComparison.Ordinal) || sky.StartsWith("sleet", StringComparison.Ordinal))
                return (1.1, 75, 92);
            return (0, sky.StartsWith("clearsky", StringComparison.Ordinal) ? 1 : 8, Cover(sky));
        }

        private static double Cover(string sky) =>
            sky.StartsWith("clearsky", StringComparison.Ordinal) ? 4 : sky.StartsWith("fair", StringComparison.Ordinal) ? 22 : sky.StartsWith("partly", StringComparison.Ordinal) ? 55 : 96;

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
