using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>What a provider predicts for a place.</summary>
/// <param name="Issued">When the provider made it; when it was fetched, where the provider does not say.</param>
/// <param name="Fetched">When it was last fetched, or confirmed as unchanged.</param>
/// <param name="FreshUntil">Until when the provider wants not to be asked again.</param>
/// <param name="Steps">In order of time and without overlap; hours first, longer steps later.</param>
public sealed record Forecast(
    Place Place, Attribution From, DateTimeOffset Issued, DateTimeOffset Fetched, DateTimeOffset FreshUntil, IReadOnlyList<ForecastStep> Steps)
{
    /// <summary>The step that a moment lies in; null outside of the forecast.</summary>
    public ForecastStep? At(DateTimeOffset moment) => Steps.LastOrDefault(s => s.Start <= moment && moment < s.Start + s.Length);
}
