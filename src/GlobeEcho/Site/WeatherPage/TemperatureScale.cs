namespace GlobeEcho.Site.WeatherPage;

/// <summary>From °C to the height in a strip: 0 its top, 100 its foot.</summary>
/// <param name="Low">°C; below <paramref name="High"/>.</param>
public sealed record TemperatureScale(double Low, double High)
{
    // The line keeps off the edges: figures stand above it.
    private const double Above = 26;
    private const double Below = 8;

    // Less than so many degrees between the lowest and the highest would make a mountain of nothing.
    private const double LeastSpan = 6;

    /// <param name="celsius">May be empty.</param>
    public static TemperatureScale Of(IReadOnlyCollection<double> celsius)
    {
        var (low, high) = celsius.Count == 0 ? (0, 0) : (celsius.Min(), celsius.Max());
        var missing = Math.Max(0, LeastSpan - (high - low)) / 2;
        return new TemperatureScale(low - missing, high + missing);
    }

    public double Down(double celsius) => Above + ((100 - Above - Below) * (High - celsius) / (High - Low));
}
