namespace GlobeEcho.Newsroom.Weather;

/// <summary>What the sky does, without its strength and without thunder. Freezing rain is not rain.</summary>
public enum SkyKind
{
    /// <summary>The provider used a code nobody here knows.</summary>
    Unknown,
    Clear,
    Fair,
    PartlyCloudy,
    Cloudy,
    Fog,
    RimeFog,
    Drizzle,
    FreezingDrizzle,
    Rain,
    FreezingRain,
    Sleet,
    Snow,
    SnowGrains,
    RainShowers,
    SleetShowers,
    SnowShowers,
    Thunderstorm,
    Hail,
}
