using System.Globalization;
using System.Text.Json;

namespace GlobeEcho.Tests.Weather;

/// <summary>Documents of our own making in the shape of Locationforecast 2.0.</summary>
internal static class MetNorwayPages
{
    public const string Path = "/locationforecast/2.0/complete";

    /// <summary>Two and a half days of hours, then six-hour steps, then the lone moment at the end.</summary>
    public static string Forecast(DateTimeOffset from, double temperature = 12, string symbol = "rain", int hours = 60, int sixes = 25)
    {
        var series = new List<object>();
        var time = from;
        for (var i = 0; i < hours; i++, time = time.AddHours(1))
            series.Add(Entry(time, temperature + (i % 5), ("next_1_hours", Span(symbol, 0.4)), ("next_6_hours", Span(symbol, 2.4, 10, 16))));
        for (var i = 0; i < sixes; i++, time = time.AddHours(6))
            series.Add(Entry(time, temperature, ("next_6_hours", Span(symbol, 1.2, temperature - 3, temperature + 4)), ("next_12_hours", Span(symbol, null))));
        series.Add(Entry(time, temperature));
        return JsonSerializer.Serialize(new
        {
            type = "Feature",
            geometry = new { type = "Point", coordinates = new[] { 27.5667, 53.9, 220 } },
            properties = new
            {
                meta = new { updated_at = Moment(from.AddMinutes(-20)), units = new { air_temperature = "celsius", wind_speed = "m/s" } },
                timeseries = series,
            },
        });
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static object Span(string? symbol, double? precipitation, double? lowest = null, double? highest = null)
    {
        var details = new Dictionary<string, object>();
        if (precipitation is { } mm)
            (details["precipitation_amount"], details["probability_of_precipitation"]) = (mm, 71.5);
        if (lowest is { } low)
            details["air_temperature_min"] = low;
        if (highest is { } high)
            details["air_temperature_max"] = high;
        return symbol is null ? new { details } : new { summary = new { symbol_code = symbol }, details };
    }

    public static Dictionary<string, object> Entry(DateTimeOffset time, double temperature, params (string Name, object Span)[] spans)
    {
        var data = new Dictionary<string, object>
        {
            ["instant"] = new
            {
                details = new Dictionary<string, double>
                {
                    ["air_temperature"] = temperature,
                    ["relative_humidity"] = 63.2,
                    ["wind_speed"] = 4.1,
                    ["wind_speed_of_gust"] = 9.8,
                    ["wind_from_direction"] = 271.3,
                    ["air_pressure_at_sea_level"] = 1013.4,
                    ["cloud_area_fraction"] = 88.1,
                },
            },
        };
        foreach (var (name, span) in spans)
            data[name] = span;
        return new Dictionary<string, object> { ["time"] = Moment(time), ["data"] = data };
    }
}
