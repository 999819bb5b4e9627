using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>A place to ask a provider for, with the validators of its last answer if there was one.</summary>
public sealed record ForecastQuestion(Place Place, string? ETag = null, string? LastModified = null);
