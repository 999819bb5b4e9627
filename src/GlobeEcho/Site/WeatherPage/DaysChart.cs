using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>Where the days' bars from the lowest to the highest stand on one scale, 0 to 100 from left to right.</summary>
public sealed record DaysChart(double Low, double High)
{
    public const int MostDays = 10;

    // Less than so many degrees between all lows and highs would make a mountain of nothing.
    private const double LeastSpan = 8;

    public static DaysChart Of(IEnumerable<ForecastDay> days)
    {
        var all = days.SelectMany(d => new[] { d.Low, d.High }).OfType<double>().DefaultIfEmpty(0).ToList();
        var missing = Math.Max(0, LeastSpan - (all.Max() - all.Min())) / 2;
        return new DaysChart(all.Min() - missing, all.Max() + missing);
    }

    /// <summary>Null when the day has no low or no high.</summary>
    public (double X, double Width)? Bar(ForecastDay day) =>
        day is { Low: { } low, High: { } high } ? (Across(low), Across(high) - Across(low)) : null;

    public double Across(double celsius) => 100 * (celsius - Low) / (High - Low);
}
