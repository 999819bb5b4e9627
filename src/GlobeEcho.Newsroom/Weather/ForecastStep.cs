namespace GlobeEcho.Newsroom.Weather;

/// <summary>What is predicted for one span of time. Whatever a provider does not say is null, never zero.</summary>
public sealed record ForecastStep
{
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long the sky and the precipitation are for; the other values are for <see cref="Start"/>.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>°C.</summary>
    public double? Temperature { get; init; }

    /// <summary>What it feels like, °C; computed here when the provider does not say.</summary>
    public double? Apparent { get; init; }

    /// <summary>Lowest and highest within the step, °C; only on steps of several hours.</summary>
    public double? Lowest { get; init; }

    public double? Highest { get; init; }

    /// <summary>Relative, per cent.</summary>
    public double? Humidity { get; init; }

    /// <summary>Millimetres of water in the step.</summary>
    public double? Precipitation { get; init; }

    /// <summary>Per cent.</summary>
    public double? PrecipitationChance { get; init; }

    /// <summary>Metres a second.</summary>
    public double? WindSpeed { get; init; }

    /// <summary>Metres a second.</summary>
    public double? WindGust { get; init; }

    /// <summary>Where the wind comes from, degrees clockwise from north.</summary>
    public double? WindFrom { get; init; }

    /// <summary>At sea level, hectopascals.</summary>
    public double? Pressure { get; init; }

    /// <summary>Per cent of the sky.</summary>
    public double? CloudCover { get; init; }

    public Sky? Sky { get; init; }
}
