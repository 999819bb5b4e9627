using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.Weather;

/// <summary>When the sun is down at a place.</summary>
/// <param name="Spans">In order; one that lasts over midnight may stand as two that touch.</param>
public sealed record Nights(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Spans)
{
    public static Nights Of(IEnumerable<ForecastDay> days) => new(days.SelectMany(Within).ToList());

    public bool IsNight(DateTimeOffset moment) => Spans.Any(s => s.From <= moment && moment < s.To);

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Within(ForecastDay day)
    {
        var (rise, set) = (day.Sun.Sunrise, day.Sun.Sunset);
        if (day.Sun.AlwaysUp)
            yield break;
        if (day.Sun.AlwaysDown || (rise is null && set is null))
        {
            if (day.Sun.AlwaysDown)
                yield return (day.Start, day.End);
            yield break;
        }

        // In a northern June the sun may set after midnight and rise again an hour later: then the night lies within the day.
        if (rise is { } late && set is { } early && early < late)
        {
            yield return (early, late);
            yield break;
        }

        if (rise is { } sunrise)
            yield return (day.Start, sunrise);
        if (set is { } sunset)
            yield return (sunset, day.End);
    }
}
