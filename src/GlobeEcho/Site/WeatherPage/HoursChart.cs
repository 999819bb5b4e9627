using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.Weather;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>
/// Where everything stands in the chart of two days. Across, 0 to 100 is time as it passes, so that a day of 23 hours is a little
/// narrower; down, 0 is the top of a strip and 100 its foot.
/// </summary>
/// <param name="Freezing">Where 0 °C lies; null when the line stays away from it.</param>
/// <param name="Nights">When the sun is down.</param>
/// <param name="Now">Null when the forecast begins later.</param>
public sealed record HoursChart(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ChartLine> Lines,
    double? Freezing,
    IReadOnlyList<ChartBar> Bars,
    IReadOnlyList<ChartColumn> Columns,
    IReadOnlyList<(double X, double Width)> Nights,
    IReadOnlyList<ChartDay> Days,
    double? Now)
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(48);

    // So many millimetres an hour fill the strip, unless more is to fall: a drizzle must not look like a flood.
    private const double FullRain = 3;

    /// <summary>Null when the forecast holds nothing from now on.</summary>
    public static HoursChart? Of(PlaceNow now)
    {
        var left = now.Weather.Forecast?.Steps.Where(s => s.Start + s.Length > now.Now).ToList() ?? [];
        if (left.Count == 0)
            return null;
        var from = PlaceTime.Local(now.Place, left[0].Start > now.Now ? left[0].Start : HourOf(now.Now));
        var to = PlaceTime.Local(now.Place, from + Length);
        // The step after the last one, so that the line runs to the edge.
        var steps = left.TakeWhile(s => s.Start <= to).ToList();
        var scale = TemperatureScale.Of(steps.Select(s => s.Temperature).OfType<double>().ToList());
        return new HoursChart(
            from,
            to,
            LinesOf(steps, from, scale),
            scale is { Low: < 0, High: > 0 } ? scale.Down(0) : null,
            BarsOf(steps, from, to),
            ColumnsOf(now, steps, from, to, scale).ToList(),
            now.Nights.Spans.Where(n => n.To > from && n.From < to).Select(n => Strip(n.From, n.To, from, to)).ToList(),
            DaysOf(now, from, to),
            now.Now >= from ? Across(now.Now, from) : null);
    }

    private static double Across(DateTimeOffset moment, DateTimeOffset from) => 100 * ((moment - from) / Length);

    private static DateTimeOffset HourOf(DateTimeOffset local) => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour));

    private static bool IsCoarse(ForecastStep step) => step.Length > TimeSpan.FromHours(1);

    private static List<ChartLine> LinesOf(List<ForecastStep> steps, DateTimeOffset from, TemperatureScale scale)
    {
        var lines = new List<ChartLine>();
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Temperature is null)
                continue;
            // A piece goes on while the next step has a temperature too, begins where this one ends, and is of the same grain.
            var points = new List<(double X, double Y)> { Point(steps[i]) };
            var last = i;
            while (last + 1 < steps.Count && Joined(steps[last], steps[last + 1]) && IsCoarse(steps[last]) == IsCoarse(steps[i]))
                points.Add(Point(steps[++last]));
            if (points.Count > 1 || i == 0 || !Joined(steps[i - 1], steps[i]))
                lines.Add(new ChartLine(points, points.Count > 1 && IsCoarse(steps[i])));
            // The next piece begins at this one's last point, unless the line ends there.
            if (last > i)
                i = last + 1 < steps.Count && Joined(steps[last], steps[last + 1]) ? last - 1 : last;
        }

        return lines;

        (double X, double Y) Point(ForecastStep step) => (Across(step.Start, from), scale.Down(step.Temperature!.Value));
    }

    private static bool Joined(ForecastStep step, ForecastStep next) =>
        step.Temperature is not null && next.Temperature is not null && step.Start + step.Length == next.Start;

    private static List<ChartBar> BarsOf(List<ForecastStep> steps, DateTimeOffset from, DateTimeOffset to)
    {
        var falling = steps.Where(s => s.Precipitation > 0 && s.Start < to).ToList();
        var full = falling.Select(Rate).Append(FullRain).Max();
        return falling.Select(s =>
        {
            var (x, width) = Strip(s.Start, s.Start + s.Length, from, to);
            return new ChartBar(x, width, 100 * Rate(s) / full, IsCoarse(s));
        }).ToList();
    }

    private static double Rate(ForecastStep step) => step.Precipitation!.Value / step.Length.TotalHours;

    // At every third hour of the place's clock; where the steps are longer than that, at each of them.
    private static IEnumerable<ChartColumn> ColumnsOf(PlaceNow now, List<ForecastStep> steps, DateTimeOffset from, DateTimeOffset to, TemperatureScale scale)
    {
        var taken = steps.Where(s => s.Start >= from && s.Start < to && (PlaceTime.Local(now.Place, s.Start).Hour % 3 == 0 || s.Length > TimeSpan.FromHours(3))).ToList();
        for (var i = 0; i < taken.Count; i++)
        {
            var step = taken[i];
            var next = i + 1 < taken.Count ? taken[i + 1].Start : to;
            var at = PlaceTime.Local(now.Place, step.Start);
            yield return new ChartColumn(
                at,
                Across(step.Start, from),
                step.Temperature is { } celsius ? scale.Down(celsius) : null,
                step,
                steps.Where(s => s.Start >= step.Start && s.Start < next).Max(s => s.PrecipitationChance),
                now.Nights.IsNight(step.Start),
                at.Hour % 6 == 0 || step.Length > TimeSpan.FromHours(3));
        }
    }

    private static List<ChartDay> DaysOf(PlaceNow now, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = PlaceClock.ZoneOf(now.Place);
        var starts = new List<(DateOnly Date, DateTimeOffset At)>();
        for (var date = DateOnly.FromDateTime(from.Date); ; date = date.AddDays(1))
        {
            var at = PlaceClock.Begins(date, zone);
            if (at >= to)
                break;
            starts.Add((date, at));
        }

        return starts.Select((day, i) =>
        {
            var (x, width) = Strip(day.At, i + 1 < starts.Count ? starts[i + 1].At : to, from, to);
            return new ChartDay(day.Date, x, width, day.At >= from);
        }).ToList();
    }

    private static (double X, double Width) Strip(DateTimeOffset start, DateTimeOffset end, DateTimeOffset from, DateTimeOffset to)
    {
        var (left, right) = (Across(start < from ? from : start, from), Across(end > to ? to : end, from));
        return (left, right - left);
    }
}
