using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>A wanted place as the store has it.</summary>
/// <param name="Source">Who the validators are from.</param>
internal sealed record KeptForecast(
    Place Place,
    Forecast? Forecast,
    ForecastSource? Source,
    string? ETag,
    string? LastModified,
    DateTimeOffset NextDue,
    int Failures,
    string? FailureReason);
