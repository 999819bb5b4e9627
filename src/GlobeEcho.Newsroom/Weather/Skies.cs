namespace GlobeEcho.Newsroom.Weather;

/// <summary>How skies compare.</summary>
internal static class Skies
{
    // Our own order; thunder, hail and what freezes on the ground come before all else.
    private static readonly SkyKind[] FromMildToSevere =
    [
        SkyKind.Drizzle, SkyKind.RainShowers, SkyKind.Rain, SkyKind.SnowGrains, SkyKind.SleetShowers, SkyKind.Sleet, SkyKind.SnowShowers, SkyKind.Snow,
        SkyKind.FreezingDrizzle, SkyKind.FreezingRain, SkyKind.Thunderstorm, SkyKind.Hail,
    ];

    /// <summary>Whether something falls from it.</summary>
    public static bool IsWet(this Sky sky) => FromMildToSevere.Contains(sky.Kind);

    /// <summary>Whether one should know of it even when it is short.</summary>
    public static bool IsDangerous(this Sky sky) =>
        sky.Thunder || sky.Kind is SkyKind.FreezingDrizzle or SkyKind.FreezingRain or SkyKind.Thunderstorm or SkyKind.Hail
        || (sky.IsWet() && sky.Strength == SkyStrength.Heavy);

    /// <summary>The higher the worse; of wet skies only.</summary>
    public static int Severity(this Sky sky) =>
        (sky.IsDangerous() ? 1000 : 0) + (sky.Thunder ? 500 : 0) + (Array.IndexOf(FromMildToSevere, sky.Kind) * 10) + ((int)sky.Strength * 15);
}
