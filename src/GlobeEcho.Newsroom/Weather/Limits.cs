using System.Text.Json;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>What weather on earth can be; a number outside of these is a slip of the provider and counts as not said.</summary>
internal static class Limits
{
    public static double? Temperature(JsonElement? element, string name) => element.Number(name, -100, 70);

    public static double? Percent(JsonElement? element, string name) => element.Number(name, 0, 100);

    public static double? Millimetres(JsonElement? element, string name) => element.Number(name, 0, 2000);

    /// <summary>Metres a second.</summary>
    public static double? Speed(JsonElement? element, string name) => element.Number(name, 0, 150);

    public static double? Degrees(JsonElement? element, string name) => element.Number(name, 0, 360);

    public static double? Pressure(JsonElement? element, string name) => element.Number(name, 800, 1100);
}
