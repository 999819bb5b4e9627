using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>Every sky in plain English: "light freezing rain, thunder". The one place that names them.</summary>
public static class SkyWords
{
    /// <summary>In lower case, as it stands within a sentence.</summary>
    public static string Of(Sky sky)
    {
        var words = HasStrength(sky.Kind) && sky.Strength != SkyStrength.Moderate
            ? $"{(sky.Strength == SkyStrength.Light ? "light" : "heavy")} {Name(sky.Kind)}"
            : Name(sky.Kind);
        return sky.Thunder && sky.Kind != SkyKind.Thunderstorm ? words + ", thunder" : words;
    }

    /// <summary>With a capital; "Sky not forecast" when no provider says.</summary>
    public static string Title(Sky? sky)
    {
        var words = sky is { } said ? Of(said) : "sky not forecast";
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Whether there is more or less of it.</summary>
    public static bool HasStrength(SkyKind kind) => kind >= SkyKind.Drizzle;

    private static string Name(SkyKind kind) => kind switch
    {
        SkyKind.Clear => "clear sky",
        SkyKind.Fair => "mostly clear",
        SkyKind.PartlyCloudy => "partly cloudy",
        SkyKind.Cloudy => "cloudy",
        SkyKind.Fog => "fog",
        SkyKind.RimeFog => "freezing fog with rime",
        SkyKind.Drizzle => "drizzle",
        SkyKind.FreezingDrizzle => "freezing drizzle",
        SkyKind.Rain => "rain",
        SkyKind.FreezingRain => "freezing rain",
        SkyKind.Sleet => "sleet",
        SkyKind.Snow => "snow",
        SkyKind.SnowGrains => "snow grains",
        SkyKind.RainShowers => "rain showers",
        SkyKind.SleetShowers => "sleet showers",
        SkyKind.SnowShowers => "snow showers",
        SkyKind.Thunderstorm => "thunderstorm",
        SkyKind.Hail => "hail",
        _ => "sky not known",
    };
}
