using System.Globalization;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>Weather values as the paper prints them, in the reader's units. What nobody predicts is a dash, never a zero.</summary>
public static class Figures
{
    public const string Missing = "\u2013";

    private static readonly string[] Winds =
        ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

    /// <summary>"−3°", "0°", "21°": never "−0°".</summary>
    public static string Temperature(double? celsius, TemperatureUnit unit) => celsius is { } value ? Whole(Degrees(value, unit)) + "°" : Missing;

    public static double Degrees(double celsius, TemperatureUnit unit) => unit == TemperatureUnit.Fahrenheit ? Units.Fahrenheit(celsius) : celsius;

    /// <summary>"−5° to 3°".</summary>
    public static string Range(double? low, double? high, TemperatureUnit unit) =>
        low is null && high is null ? Missing : $"{Temperature(low, unit)} to {Temperature(high, unit)}";

    /// <summary>"5 m/s", "force 3".</summary>
    public static string Wind(double? speed, WindUnit unit) =>
        speed is null ? Missing : unit == WindUnit.Beaufort ? "force\u00A0" + WindNumber(speed, unit) : $"{WindNumber(speed, unit)}\u00A0{ReaderUnits.Name(unit)}";

    /// <summary>Without its unit, for a row of many.</summary>
    public static string WindNumber(double? speed, WindUnit unit) => speed is not { } value ? Missing : Whole(unit switch
    {
        WindUnit.KilometresPerHour => Units.KilometresPerHour(value),
        WindUnit.MilesPerHour => Units.MilesPerHour(value),
        WindUnit.Beaufort => Beaufort.Of(value).Force,
        _ => value,
    });

    /// <summary>"north-west" for a wind out of there.</summary>
    public static string Direction(double from) => Winds[(int)Math.Round(Turn(from) / 45, MidpointRounding.AwayFromZero) % 8];

    /// <summary>"NW".</summary>
    public static string ShortDirection(double from) => string.Concat(Direction(from).Split('-').Select(w => char.ToUpperInvariant(w[0])));

    /// <summary>"0 mm", "0.4 mm", "12 mm"; what is less than can be measured is "0 mm".</summary>
    public static string Precipitation(double? millimetres) => millimetres is null ? Missing : Amount(millimetres) + "\u00A0mm";

    public static string Amount(double? millimetres) => millimetres is not { } value ? Missing
        : value.ToString(value >= 9.95 ? "0" : "0.#", CultureInfo.InvariantCulture);

    public static string Percent(double? value) => value is { } percent ? Whole(percent) + "%" : Missing;

    /// <summary>With the true minus.</summary>
    public static string Whole(double value) =>
        Math.Round(value, MidpointRounding.AwayFromZero) is var whole && whole < 0
            ? "\u2212" + (-whole).ToString("0", CultureInfo.InvariantCulture)
            : whole.ToString("0", CultureInfo.InvariantCulture).TrimStart('-');

    /// <summary>"16 h 32 min"; whole minutes, rounded down.</summary>
    public static string Span(TimeSpan span) =>
        $"{((int)span.TotalHours).ToString(CultureInfo.InvariantCulture)}\u00A0h {span.Minutes.ToString(CultureInfo.InvariantCulture)}\u00A0min";

    // Into 0 to 360, whatever a provider says.
    private static double Turn(double degrees) => ((degrees % 360) + 360) % 360;
}
