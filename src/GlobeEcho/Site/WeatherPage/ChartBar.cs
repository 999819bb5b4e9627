namespace GlobeEcho.Site.WeatherPage;

/// <summary>The precipitation of a step, as wide as the step and as tall as it falls in an hour: its area is the amount.</summary>
/// <param name="Height">0 to 100.</param>
/// <param name="IsCoarse">Of several hours.</param>
public sealed record ChartBar(double X, double Width, double Height, bool IsCoarse);
