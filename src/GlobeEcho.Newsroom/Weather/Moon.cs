namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// The moon's phase, by the main terms of J. Meeus, Astronomical Algorithms, chapters 47 and 48. The same all over the earth. New and full moon are within
/// half an hour of published times. The formula knows no leap seconds and no difference between dynamical and universal time: about a minute.
/// </summary>
/// <param name="Lit">The fraction of the disc that is lit, 0 to 1.</param>
/// <param name="Age">Time since the last new moon.</param>
public sealed record Moon(MoonPhase Phase, double Lit, TimeSpan Age)
{
    // Days from one new moon to the next, on average.
    private const double Month = 29.530588861;

    // Half a day before or after a principal phase still bears its name.
    private const double HalfDay = 360 / Month / 2;

    public static Moon At(DateTimeOffset moment)
    {
        var angle = FromSun(moment);
        return new Moon(Name(angle), (1 - Math.Cos(Sun.Radians(angle))) / 2, moment - LastNew(moment, angle));
    }

    /// <summary>How far the moon stands east of the sun: 0 at new moon, 180 at full moon; degrees, 0 to 360.</summary>
    public static double FromSun(DateTimeOffset moment)
    {
        var t = Sun.Century(moment);
        var elongation = 297.8501921 + (t * (445267.1114034 - (t * 0.0018819)));
        var sun = Sun.Radians(357.5291092 + (t * (35999.0502909 - (t * 0.0001536))));
        var moon = Sun.Radians(134.9633964 + (t * (477198.8675055 + (t * 0.0087414))));
        var node = Sun.Radians(93.2720950 + (t * (483202.0175233 - (t * 0.0036539))));
        var d = Sun.Radians(elongation);
        // The moon's greatest inequalities in longitude, less the sun's equation of the centre.
        var angle = elongation + (6.288774 * Math.Sin(moon)) + (1.274027 * Math.Sin((2 * d) - moon)) + (0.658314 * Math.Sin(2 * d))
            + (0.213618 * Math.Sin(2 * moon)) - (0.185116 * Math.Sin(sun)) - (0.114332 * Math.Sin(2 * node))
            + (0.058793 * Math.Sin((2 * d) - (2 * moon))) + (0.057066 * Math.Sin((2 * d) - sun - moon)) + (0.053322 * Math.Sin((2 * d) + moon))
            + (0.045758 * Math.Sin((2 * d) - sun)) - (0.040923 * Math.Sin(sun - moon)) - (0.034720 * Math.Sin(d)) - (0.030383 * Math.Sin(sun + moon))
            - (1.914602 * Math.Sin(sun)) - (0.019993 * Math.Sin(2 * sun));
        return Turn(angle);
    }

    private static MoonPhase Name(double angle)
    {
        // Distances to new moon, first quarter, full moon and last quarter.
        for (var quarter = 0; quarter < 4; quarter++)
        {
            if (Math.Abs(Math.IEEERemainder(angle - (quarter * 90), 360)) <= HalfDay)
                return (MoonPhase)(quarter * 2);
        }

        return (MoonPhase)(((int)(angle / 90) * 2) + 1);
    }

    private static DateTimeOffset LastNew(DateTimeOffset moment, double angle)
    {
        var back = moment.AddDays(-angle / 360 * Month);
        // The moon's speed changes by a tenth; each turn leaves less than a tenth of the error.
        for (var turn = 0; turn < 8; turn++)
            back = back.AddDays(-Math.IEEERemainder(FromSun(back), 360) / 360 * Month);
        // Right at a new moon the last digit may put it a moment ahead.
        return back < moment ? back : moment;
    }

    private static double Turn(double degrees) => ((degrees % 360) + 360) % 360;
}
