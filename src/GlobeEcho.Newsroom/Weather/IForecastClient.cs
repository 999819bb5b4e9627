namespace GlobeEcho.Newsroom.Weather;

/// <summary>A provider of forecasts: one file holds its request and the reading of its answers.</summary>
public interface IForecastClient
{
    ForecastSource Source { get; }

    /// <summary>How many places it takes in one request.</summary>
    int PlacesAtOnce { get; }

    /// <summary>One answer for each question, in the same order; only the caller's own cancellation is thrown.</summary>
    Task<IReadOnlyList<Answer<Forecast>>> AskAsync(IReadOnlyList<ForecastQuestion> questions, CancellationToken cancel);
}
