namespace GlobeEcho.Site.WeatherPage;

/// <summary>A piece of the temperature's line without a gap; a single point stands alone between two gaps.</summary>
/// <param name="IsCoarse">Between points that lie hours apart: drawn as such.</param>
public sealed record ChartLine(IReadOnlyList<(double X, double Y)> Points, bool IsCoarse);
