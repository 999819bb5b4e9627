namespace GlobeEcho.Site.Weather;

/// <summary>A reader's units. Nobody's choice is °C and metres a second, as the forecasts come.</summary>
public readonly record struct ReaderUnits(TemperatureUnit Temperature, WindUnit Wind)
{
    /// <summary>As cookies and forms write them: "c", "f", "ms", "kmh", "mph", "bft".</summary>
    public static string Code(TemperatureUnit unit) => unit == TemperatureUnit.Fahrenheit ? "f" : "c";

    public static string Code(WindUnit unit) => unit switch
    {
        WindUnit.KilometresPerHour => "kmh",
        WindUnit.MilesPerHour => "mph",
        WindUnit.Beaufort => "bft",
        _ => "ms",
    };

    public static string Name(TemperatureUnit unit) => unit == TemperatureUnit.Fahrenheit ? "°F" : "°C";

    public static string Name(WindUnit unit) => unit switch
    {
        WindUnit.KilometresPerHour => "km/h",
        WindUnit.MilesPerHour => "mph",
        WindUnit.Beaufort => "Beaufort",
        _ => "m/s",
    };

    /// <summary>What nobody knows is the default.</summary>
    public static ReaderUnits Parse(string? temperature, string? wind) => new(
        Enum.GetValues<TemperatureUnit>().FirstOrDefault(u => Code(u) == temperature),
        Enum.GetValues<WindUnit>().FirstOrDefault(u => Code(u) == wind));
}
