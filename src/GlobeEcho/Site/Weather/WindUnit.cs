namespace GlobeEcho.Site.Weather;

/// <summary>In what a reader reads the wind.</summary>
public enum WindUnit
{
    MetresPerSecond,
    KilometresPerHour,
    MilesPerHour,
    Beaufort,
}
