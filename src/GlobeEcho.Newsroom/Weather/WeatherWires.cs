using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>The providers the options ask for.</summary>
public sealed class WeatherWires(IEnumerable<IForecastClient> forecasts, IEnumerable<IAlertClient> alerts, IOptions<WeatherOptions> options)
{
    /// <summary>Null when no forecasts are wanted.</summary>
    public IForecastClient? Forecasts { get; } = forecasts.FirstOrDefault(f => f.Source == options.Value.Forecasts);

    private readonly List<IAlertClient> _alerts = options.Value.Alerts ? alerts.ToList() : [];

    /// <summary>The service that warns for a place, and the area it is asked for; null when no service is known or wanted.</summary>
    public (IAlertClient Client, string Area)? AlertsFor(Place place)
    {
        foreach (var client in _alerts)
        {
            if (client.AreaOf(place) is { } area)
                return (client, area);
        }

        return null;
    }
}
