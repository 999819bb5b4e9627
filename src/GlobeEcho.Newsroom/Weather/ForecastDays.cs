namespace GlobeEcho.Newsroom.Weather;

/// <summary>Sums a forecast up by the days of the place's own clock. Pure.</summary>
public static class ForecastDays
{
    // The hours the picture of a day is for: most people sleep through the rest.
    private const int WakingFrom = 6;
    private const int WakingUntil = 22;

    // How long it must rain for a day to be called rainy, and how long what is dangerous must last; our own choice.
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(3);
    private static readonly TimeSpan LastingDanger = TimeSpan.FromHours(1);

    /// <summary>Each day that a step lies in, in order; the first and the last are often not whole.</summary>
    public static IReadOnlyList<ForecastDay> Of(Forecast forecast)
    {
        if (forecast.Steps.Count == 0)
            return [];
        var zone = PlaceClock.ZoneOf(forecast.Place);
        var last = forecast.Steps[^1];
        var lastDay = PlaceClock.DateAt(last.Start + last.Length - TimeSpan.FromTicks(1), zone);
        var days = new List<ForecastDay>();
        for (var day = PlaceClock.DateAt(forecast.Steps[0].Start, zone); day <= lastDay; day = day.AddDays(1))
        {
            var (start, end) = (PlaceClock.Begins(day, zone), PlaceClock.Begins(day.AddDays(1), zone));
            var parts = forecast.Steps.Select(s => new Part(s, Overlap(s, start, end))).Where(p => p.Within > TimeSpan.Zero).ToList();
            if (parts.Count > 0)
                days.Add(Day(forecast, day, start, end, parts, zone));
        }

        return days;
    }

    private static ForecastDay Day(Forecast forecast, DateOnly day, DateTimeOffset start, DateTimeOffset end, List<Part> parts, TimeZoneInfo zone)
    {
        var (latitude, longitude) = (forecast.Place.Latitude, forecast.Place.Longitude);
        // Values of a moment belong to the day of the moment; those of a span to the day that most of the span lies in.
        var begun = parts.Where(p => p.Step.Start >= start).Select(p => p.Step).ToList();
        var mostly = parts.Where(p => p.Within * 2 >= p.Step.Length).Select(p => p.Step).ToList();
        var temperatures = begun.Select(s => s.Temperature).Concat(mostly.SelectMany(s => new[] { s.Lowest, s.Highest })).OfType<double>().ToList();
        var rain = parts.Where(p => p.Step.Precipitation is not null).ToList();
        return new ForecastDay(
            day,
            start,
            end,
            temperatures.Count > 0 ? temperatures.Min() : null,
            temperatures.Count > 0 ? temperatures.Max() : null,
            rain.Count > 0 ? rain.Sum(p => p.Step.Precipitation!.Value * (p.Within / p.Step.Length)) : null,
            mostly.Max(s => s.PrecipitationChance),
            begun.Where(s => s.WindSpeed is not null).MaxBy(s => s.WindSpeed),
            SkyOf(day, parts, latitude, longitude, zone),
            Sun.On(day, latitude, longitude, zone),
            parts.Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Within) == end - start);
    }

    /// <summary>
    /// What a reader would draw for the day, from its hours between 6 and 22: the worst that falls for three hours or more, counting what is worse with it
    /// (one hour is enough for thunder, hail, ice and heavy falls; a quarter of the time when fewer than twelve hours are left). Else the most frequent dry sky
    /// in daylight.
    /// </summary>
    private static Sky? SkyOf(DateOnly day, List<Part> parts, double latitude, double longitude, TimeZoneInfo zone)
    {
        var awake = PlaceClock.Begins(day, zone);
        var (from, until) = (Wall(awake, WakingFrom, zone), Wall(awake, WakingUntil, zone));
        var waking = parts.Where(p => p.Step.Sky is not null).Select(p => new Part(p.Step, Overlap(p.Step, from, until))).Where(p => p.Within > TimeSpan.Zero).ToList();
        if (waking.Count == 0)
            waking = parts.Where(p => p.Step.Sky is not null).ToList();
        if (waking.Count == 0)
            return null;

        var all = waking.Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Within);
        var lasting = all / 4 < Lasting ? all / 4 : Lasting;
        var danger = all / 4 < LastingDanger ? all / 4 : LastingDanger;
        var sofar = TimeSpan.Zero;
        foreach (var wet in waking.Where(p => p.Step.Sky!.Value.IsWet()).GroupBy(p => p.Step.Sky!.Value).OrderByDescending(g => g.Key.Severity()))
        {
            sofar += Sum(wet);
            if (sofar >= (wet.Key.IsDangerous() ? danger : lasting))
                return wet.Key;
        }

        var dry = waking.Where(p => !p.Step.Sky!.Value.IsWet()).ToList();
        var shown = dry.Count > 0 ? dry : waking;
        var light = shown.Where(p => Sun.IsUp(p.Step.Start + (p.Step.Length / 2), latitude, longitude)).ToList();
        return (light.Count > 0 ? light : shown).GroupBy(p => p.Step.Sky!.Value).OrderByDescending(Sum).ThenByDescending(g => g.Key.Kind).First().Key;
    }

    private static TimeSpan Sum(IEnumerable<Part> parts) => parts.Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Within);

    private static DateTimeOffset Wall(DateTimeOffset begins, int hour, TimeZoneInfo zone)
    {
        var local = begins.Date.AddHours(hour);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static TimeSpan Overlap(ForecastStep step, DateTimeOffset start, DateTimeOffset end)
    {
        var from = step.Start > start ? step.Start : start;
        var until = step.Start + step.Length < end ? step.Start + step.Length : end;
        return until - from;
    }

    private readonly record struct Part(ForecastStep Step, TimeSpan Within);
}
