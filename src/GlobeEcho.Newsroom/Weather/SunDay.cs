namespace GlobeEcho.Newsroom.Weather;

/// <summary>The sun over a place on one day of its own clock.</summary>
/// <param name="Sunrise">With the place's offset; null when the sun does not rise that day.</param>
/// <param name="Sunset">Null when it does not set that day.</param>
/// <param name="Light">How long the sun is up: 0 in the polar night, the whole day at the polar day.</param>
/// <param name="AlwaysUp">Polar day.</param>
/// <param name="AlwaysDown">Polar night.</param>
public sealed record SunDay(DateTimeOffset? Sunrise, DateTimeOffset? Sunset, TimeSpan Light, bool AlwaysUp, bool AlwaysDown);
