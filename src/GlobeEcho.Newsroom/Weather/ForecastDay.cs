namespace GlobeEcho.Newsroom.Weather;

/// <summary>One calendar day of the place's own clock, 23 to 25 hours long, summed up from the steps that lie in it.</summary>
/// <param name="Start">The place's midnight, with its offset.</param>
/// <param name="End">The next midnight.</param>
/// <param name="Low">°C; null when no step says. The same for the others.</param>
/// <param name="Precipitation">Millimetres in what is left of the day in the forecast.</param>
/// <param name="PrecipitationChance">Per cent, the highest of the steps.</param>
/// <param name="Wind">The step with the strongest wind.</param>
/// <param name="IsWhole">Whether the forecast covers the day from its beginning to its end.</param>
public sealed record ForecastDay(
    DateOnly Date,
    DateTimeOffset Start,
    DateTimeOffset End,
    double? Low,
    double? High,
    double? Precipitation,
    double? PrecipitationChance,
    ForecastStep? Wind,
    Sky? Sky,
    SunDay Sun,
    bool IsWhole);
