using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>What an icon of the sky is made of. No two skies that differ in words look the same.</summary>
/// <param name="Orb">Whether the sun, or by night the moon, is seen.</param>
/// <param name="OrbBehind">Whether a cloud stands before it.</param>
/// <param name="Cloud">0 none, 1 small, 2 full.</param>
/// <param name="Bars">The lines of fog.</param>
/// <param name="Glaze">The sheet of ice that freezing rain leaves.</param>
public sealed record SkyPicture(bool Orb, bool OrbBehind, int Cloud, bool Bars, bool Rime, bool Glaze, bool Bolt, IReadOnlyList<SkyMark> Marks)
{
    /// <summary>Null for a sky nobody knows: it has the neutral icon.</summary>
    public static SkyPicture? Of(Sky sky) => sky.Kind switch
    {
        SkyKind.Unknown => null,
        SkyKind.Clear => new(true, false, 0, false, false, false, sky.Thunder, []),
        SkyKind.Fair => new(true, true, 1, false, false, false, sky.Thunder, []),
        SkyKind.PartlyCloudy => new(true, true, 2, false, false, false, sky.Thunder, []),
        SkyKind.Cloudy => new(false, false, 2, false, false, false, sky.Thunder, []),
        SkyKind.Fog => new(false, false, 2, true, false, false, sky.Thunder, []),
        SkyKind.RimeFog => new(false, false, 2, true, true, false, sky.Thunder, []),
        SkyKind.RainShowers or SkyKind.SleetShowers or SkyKind.SnowShowers => Falling(sky, orb: true),
        SkyKind.Thunderstorm => Falling(sky with { Thunder = true }, orb: false),
        _ => Falling(sky, orb: false),
    };

    private static SkyPicture Falling(Sky sky, bool orb) => new(
        orb, orb, 2, false, false, sky.Kind is SkyKind.FreezingDrizzle or SkyKind.FreezingRain, sky.Thunder, Fallen(sky).ToList());

    private static IEnumerable<SkyMark> Fallen(Sky sky)
    {
        var shapes = Shapes(sky.Kind);
        var places = Places(sky.Strength, sky.Thunder);
        for (var i = 0; i < places.Length && shapes.Length > 0; i++)
            yield return new SkyMark(shapes[i % shapes.Length], places[i].X, places[i].Y);
    }

    // Light is two, moderate three, heavy five in two rows; a bolt takes the middle.
    private static (double X, double Y)[] Places(SkyStrength strength, bool bolt) => (strength, bolt) switch
    {
        (SkyStrength.Light, false) => [(9, 18), (14.5, 18)],
        (SkyStrength.Heavy, false) => [(6.5, 17.2), (11.75, 17.2), (17, 17.2), (9, 20.8), (14.25, 20.8)],
        (_, false) => [(6.75, 18), (11.75, 18), (16.75, 18)],
        (SkyStrength.Light, true) => [(6.75, 18)],
        (SkyStrength.Heavy, true) => [(5, 17.2), (18.25, 17.2), (7, 20.8), (17, 20.8)],
        (_, true) => [(6, 18), (17.75, 18)],
    };

    private static SkyMarkShape[] Shapes(SkyKind kind) => kind switch
    {
        SkyKind.Drizzle or SkyKind.FreezingDrizzle => [SkyMarkShape.Dot],
        SkyKind.Rain or SkyKind.FreezingRain or SkyKind.RainShowers or SkyKind.Thunderstorm => [SkyMarkShape.Stroke],
        SkyKind.Sleet or SkyKind.SleetShowers => [SkyMarkShape.Stroke, SkyMarkShape.Star],
        SkyKind.Snow or SkyKind.SnowShowers => [SkyMarkShape.Star],
        SkyKind.SnowGrains => [SkyMarkShape.Grain],
        SkyKind.Hail => [SkyMarkShape.Ring],
        _ => [],
    };
}
