namespace GlobeEcho.Site.Weather;

/// <summary>One thing that falls out of a drawn cloud, on the icons' grid of 24.</summary>
public readonly record struct SkyMark(SkyMarkShape Shape, double X, double Y);
