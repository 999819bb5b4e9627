using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>A service that passes warnings on: one file holds its request and the reading of its answers.</summary>
public interface IAlertClient
{
    /// <summary>The area the service is asked for to know of a place's warnings; null when it does not serve the place.</summary>
    string? AreaOf(Place place);

    /// <summary>The warnings in force or to come for the area of a place; only the caller's own cancellation is thrown.</summary>
    Task<Answer<IReadOnlyList<WeatherAlert>>> AskAsync(Place place, string? etag, string? lastModified, CancellationToken cancel);
}
