using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>What an icon of the sky is made of. No two skies that differ in words look the same.</summary>
/// <param name="Orb">Whether the sun, or by night the moon, is seen.</param>
/// <param name="OrbBehind">Whether a cloud stands before it.</param>
/// <param name="Cloud">0 none, 1 small, 2 full.</param>
/// <param name="Bars">The lines of fog.</param>
/// <param name="Bolts">One for thunder, two for a thunderstorm.</param>
/// <param name="Glaze">The sheet of ice that freezing rain leaves.</param>
public sealed record SkyPicture(bool Orb, bool OrbBehind, int Cloud, bool Bars, bool Rime, bool Glaze, int Bolts, IReadOnlyList<SkyMark> Marks)
{
    /// <summary>Null for a sky nobody knows: it has the neutral icon.</summary>
    public static SkyPicture? Of(Sky sky) => sky.Kind switch
    {
        SkyKind.Unknown => null,
        SkyKind.Clear => new(true, false, 0, false, false, false, Bolt(sky), []),
        SkyKind.Fair => new(true, true, 1, false, false, false, Bolt(sky), []),
        SkyKind.PartlyCloudy => new(true, true, 2, false, false, false, Bolt(sky), []),
        SkyKind.Cloudy => new(false, false, 2, false, false, false, Bolt(sky), []),
        SkyKind.Fog => new(false, false, 2, true, false, false, Bolt(sky), []),
        SkyKind.RimeFog => new(false, false, 2, true, true, false, Bolt(sky), []),
        SkyKind.RainShowers or SkyKind.SleetShowers or SkyKind.SnowShowers => Falling(sky, orb: true),
        _ => Falling(sky, orb: false),
    };

    private static SkyPicture Falling(Sky sky, bool orb) => new(
        orb, orb, 2, false, false, sky.Kind is SkyKind.FreezingDrizzle or SkyKind.FreezingRain, sky.Kind == SkyKind.Thunderstorm ? 2 : Bolt(sky), Fallen(sky).ToList());

    private static IEnumerable<SkyMark> Fallen(Sky sky)
    {
        var shapes = Shapes(sky.Kind);
        var places = sky.Kind == SkyKind.Thunderstorm ? Between(sky.Strength) : Places(sky.Strength, sky.Thunder);
        for (var i = 0; i < places.Length && shapes.Length > 0; i++)
            yield return new SkyMark(shapes[i % shapes.Length], places[i].X, places[i].Y);
    }

    // Light is two, moderate three, heavy five in two rows; a bolt takes the middle.
    private static (double X, double Y)[] Places(SkyStrength strength, bool bolt) => (strength, bolt) switch
    {
        (SkyStrength.Light, false) => [(9, 18), (14.5, 18)],
        (SkyStrength.Heavy, false) => [(6.5, 17.2), (11.75, 17.2), (17, 17.2), (9, 20.8), (14.25, 20.8)],
        (_, false) => [(6.75, 18), (11.75, 18), (16.75, 18)],
        (SkyStrength.Light, true) => [(6.75, 18), (17.25, 18)],
        (SkyStrength.Heavy, true) => [(4.75, 17.2), (7.75, 17.2), (18.25, 17.2), (6.25, 20.8), (16.75, 20.8)],
        (_, true) => [(4.75, 17.6), (7.5, 19.8), (17.5, 18)],
    };

    // Between the two bolts of a thunderstorm, and outside of them.
    private static (double X, double Y)[] Between(SkyStrength strength) => strength switch
    {
        SkyStrength.Light => [],
        SkyStrength.Heavy => [(4, 18), (11.75, 18), (19.5, 18)],
        _ => [(11.75, 18)],
    };

    private static int Bolt(Sky sky) => sky.Thunder ? 1 : 0;

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
