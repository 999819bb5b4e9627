using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Site.WeatherPage;

/// <summary>What the chart says in figures and signs at one hour.</summary>
/// <param name="At">On the place's clock.</param>
/// <param name="Y">Where the line is then; null in a gap.</param>
/// <param name="Chance">The highest chance of precipitation from this column to the next.</param>
/// <param name="IsMain">Every sixth hour: a narrow screen shows these only.</param>
public sealed record ChartColumn(DateTimeOffset At, double X, double? Y, ForecastStep Step, double? Chance, bool IsNight, bool IsMain);
