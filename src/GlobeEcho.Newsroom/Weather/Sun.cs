namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// Where the sun stands, by the formulas of NOAA's solar calculator (after J. Meeus, Astronomical Algorithms, chapter 25). Pure. Sunrise and sunset
/// agree with published tables within a minute or two between the polar circles; near the poles, where the sun moves along the horizon, the air's bending
/// of the light alone can make more of a difference.
/// </summary>
public static class Sun
{
    // The upper rim touches the horizon: 34' of refraction and 16' of the sun's half width.
    private const double Horizon = -0.833;
    private const double CivilTwilight = -6;

    private static readonly TimeSpan Stride = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The sun over one day of the place's clock. When it rises or sets twice, the sunrise is the first and the sunset the first after it; a sunset may
    /// come before the sunrise where the night is short. The light is the sum.
    /// </summary>
    public static SunDay On(DateOnly day, double latitude, double longitude, TimeZoneInfo zone)
    {
        var (start, end) = (PlaceClock.Begins(day, zone), PlaceClock.Begins(day.AddDays(1), zone));
        var turns = Turns(start, end, latitude, longitude);
        var upAtStart = Height(start, latitude, longitude) > Horizon;
        if (turns.Count == 0)
            return new SunDay(null, null, upAtStart ? end - start : TimeSpan.Zero, upAtStart, !upAtStart);

        var light = TimeSpan.Zero;
        var (from, up) = (start, upAtStart);
        foreach (var turn in turns.Append(end))
        {
            if (up)
                light += turn - from;
            (from, up) = (turn, !up);
        }

        var rises = turns.Where((_, i) => i % 2 == (upAtStart ? 1 : 0)).Select(t => PlaceClock.At(t, zone)).ToList();
        var sets = turns.Where((_, i) => i % 2 == (upAtStart ? 0 : 1)).Select(t => PlaceClock.At(t, zone)).ToList();
        DateTimeOffset? rise = rises.Count > 0 ? rises[0] : null;
        DateTimeOffset? set = sets.Count > 0 ? sets.Where(s => rise is null || s > rise).DefaultIfEmpty(sets[0]).First() : null;
        return new SunDay(rise, set, light, AlwaysUp: false, AlwaysDown: false);
    }

    /// <summary>Whether any of the sun is above the horizon.</summary>
    public static bool IsUp(DateTimeOffset moment, double latitude, double longitude) => Height(moment, latitude, longitude) > Horizon;

    /// <summary>Whether the sun is down, but by no more than six degrees: light enough to see by.</summary>
    public static bool IsTwilight(DateTimeOffset moment, double latitude, double longitude) =>
        Height(moment, latitude, longitude) is > CivilTwilight and <= Horizon;

    /// <summary>The height of the sun's middle over the horizon in degrees, without the bending of light.</summary>
    public static double Height(DateTimeOffset moment, double latitude, double longitude)
    {
        var century = Century(moment);
        var meanLongitude = 280.46646 + (century * (36000.76983 + (century * 0.0003032)));
        var anomaly = Radians(357.52911 + (century * (35999.05029 - (century * 0.0001537))));
        var eccentricity = 0.016708634 - (century * (0.000042037 + (century * 0.0000001267)));
        var centre = (Math.Sin(anomaly) * (1.914602 - (century * (0.004817 + (century * 0.000014)))))
            + (Math.Sin(2 * anomaly) * (0.019993 - (century * 0.000101))) + (Math.Sin(3 * anomaly) * 0.000289);
        var node = Radians(125.04 - (1934.136 * century));
        var apparent = Radians(meanLongitude + centre - 0.00569 - (0.00478 * Math.Sin(node)));
        var tilt = Radians(23.439291 - (century * (0.013004167 + (century * (0.000000164 - (century * 0.000000504))))) + (0.00256 * Math.Cos(node)));
        var declination = Math.Asin(Math.Sin(tilt) * Math.Sin(apparent));

        var y = Math.Tan(tilt / 2) * Math.Tan(tilt / 2);
        var mean = Radians(meanLongitude);
        var equation = 4 * Degrees((y * Math.Sin(2 * mean)) - (2 * eccentricity * Math.Sin(anomaly))
            + (4 * eccentricity * y * Math.Sin(anomaly) * Math.Cos(2 * mean)) - (0.5 * y * y * Math.Sin(4 * mean))
            - (1.25 * eccentricity * eccentricity * Math.Sin(2 * anomaly)));
        var solarMinutes = moment.UtcDateTime.TimeOfDay.TotalMinutes + equation + (4 * longitude);
        var hour = Radians((solarMinutes / 4) - 180);
        var north = Radians(latitude);
        var sine = (Math.Sin(north) * Math.Sin(declination)) + (Math.Cos(north) * Math.Cos(declination) * Math.Cos(hour));
        return Degrees(Math.Asin(Math.Clamp(sine, -1, 1)));
    }

    /// <summary>Julian centuries since noon of 1 January 2000.</summary>
    internal static double Century(DateTimeOffset moment) => (moment.UtcTicks - Noon2000.UtcTicks) / (TimeSpan.TicksPerDay * 36525.0);

    internal static double Radians(double degrees) => degrees * Math.PI / 180;

    private static readonly DateTimeOffset Noon2000 = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static double Degrees(double radians) => radians * 180 / Math.PI;

    /// <summary>The moments at which the sun comes up or goes down, in order.</summary>
    private static List<DateTimeOffset> Turns(DateTimeOffset start, DateTimeOffset end, double latitude, double longitude)
    {
        var turns = new List<DateTimeOffset>();
        var (before, here) = (start - Stride, start);
        var (heightBefore, height) = (Above(before), Above(here));
        while (here < end)
        {
            var next = here + Stride < end ? here + Stride : end;
            var heightNext = Above(next);
            // Where it grazes the horizon it may come up and go down again between two looks: at the height's turning point.
            if (height > 0 == heightBefore > 0 && height > 0 == heightNext > 0 && (height > heightBefore) != (heightNext > height) && before >= start)
                Graze(before, next);
            if (height > 0 != heightNext > 0)
                turns.Add(Crossing(here, next));
            (before, here, heightBefore, height) = (here, next, height, heightNext);
        }

        return turns;

        double Above(DateTimeOffset moment) => Height(moment, latitude, longitude) - Horizon;

        void Graze(DateTimeOffset from, DateTimeOffset to)
        {
            var side = height > 0 ? 1 : -1;
            var (low, high) = (from, to);
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var third = (high - low) / 3;
                if (side * Above(low + third) < side * Above(high - third))
                    high -= third;
                else
                    low += third;
            }

            if (Above(low) > 0 == height > 0)
                return;
            turns.Add(Crossing(from, low));
            turns.Add(Crossing(low, to));
        }

        DateTimeOffset Crossing(DateTimeOffset from, DateTimeOffset to)
        {
            var up = Above(from) > 0;
            while (to - from > TimeSpan.FromSeconds(1))
            {
                var middle = from + ((to - from) / 2);
                if (Above(middle) > 0 == up)
                    from = middle;
                else
                    to = middle;
            }

            // Whole seconds: more would be false.
            return new DateTimeOffset(to.UtcTicks - (to.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        }
    }
}
