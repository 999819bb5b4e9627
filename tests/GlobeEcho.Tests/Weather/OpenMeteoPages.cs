using System.Text.Json;

namespace GlobeEcho.Tests.Weather;

/// <summary>Documents of our own making in the shape of Open-Meteo's forecasts and of its geocoder.</summary>
internal static class OpenMeteoPages
{
    public const string Path = "/v1/forecast";
    public const string Search = "/v1/search";

    public static Dictionary<string, object> Place(DateTimeOffset from, int hours = 48, double temperature = 12, int code = 61) => new()
    {
        ["latitude"] = 53.9,
        ["longitude"] = 27.5625,
        ["utc_offset_seconds"] = 0,
        ["timezone"] = "GMT",
        ["hourly_units"] = new { time = "unixtime", temperature_2m = "°C" },
        ["hourly"] = new Dictionary<string, object>
        {
            ["time"] = Enumerable.Range(0, hours).Select(i => from.AddHours(i).ToUnixTimeSeconds()).ToList(),
            ["temperature_2m"] = Row(hours, i => temperature + i),
            ["apparent_temperature"] = Row(hours, i => temperature + i - 2),
            ["relative_humidity_2m"] = Row(hours, _ => 63),
            ["precipitation"] = Row(hours, i => i / 10.0),
            ["precipitation_probability"] = Row(hours, i => i),
            ["weather_code"] = Row(hours, _ => code),
            ["wind_speed_10m"] = Row(hours, _ => 4.1),
            ["wind_gusts_10m"] = Row(hours, i => 9 + i),
            ["wind_direction_10m"] = Row(hours, _ => 271),
            ["pressure_msl"] = Row(hours, _ => 1013.4),
            ["cloud_cover"] = Row(hours, _ => 88),
        },
    };

    public static string Write(params object[] places) => JsonSerializer.Serialize(places.Length == 1 ? places[0] : places);

    private static List<double?> Row(int hours, Func<int, double> value) => Enumerable.Range(0, hours).Select(i => (double?)value(i)).ToList();
}
