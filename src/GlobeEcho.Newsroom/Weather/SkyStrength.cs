namespace GlobeEcho.Newsroom.Weather;

/// <summary>How hard it rains, snows or drizzles.</summary>
public enum SkyStrength
{
    Light,
    Moderate,
    Heavy,
}
