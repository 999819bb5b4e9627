namespace GlobeEcho.Newsroom.Weather;

/// <summary>The severities of the Common Alerting Protocol 1.2.</summary>
public enum AlertSeverity
{
    Unknown,
    Minor,
    Moderate,
    Severe,
    Extreme,
}
