namespace GlobeEcho.Newsroom.Weather;

/// <summary>An area's warnings as the store has them.</summary>
/// <param name="Alerts">Those of the last good answer; null before the first.</param>
/// <param name="Read">When that was read, or confirmed as unchanged.</param>
internal sealed record KeptAlerts(
    string Area,
    IReadOnlyList<WeatherAlert>? Alerts,
    DateTimeOffset? Read,
    string? ETag,
    string? LastModified,
    DateTimeOffset NextDue,
    int Failures,
    string? FailureReason);
