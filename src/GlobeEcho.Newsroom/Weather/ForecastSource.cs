namespace GlobeEcho.Newsroom.Weather;

/// <summary>Who forecasts come from.</summary>
public enum ForecastSource
{
    /// <summary>The Norwegian Meteorological Institute; allowed for every use.</summary>
    MetNorway,

    /// <summary>Open-Meteo.com; its free service is for non-commercial use only.</summary>
    OpenMeteo,

    /// <summary>No forecasts are asked for.</summary>
    None,
}
