namespace GlobeEcho.Site.WeatherPage;

/// <summary>Where a day of the place's clock begins in the chart; the first begins at the edge.</summary>
/// <param name="Width">How much of the chart the day takes.</param>
public sealed record ChartDay(DateOnly Date, double X, double Width, bool IsMidnight);
