namespace GlobeEcho.Site.Weather;

/// <summary>In what a reader reads temperatures.</summary>
public enum TemperatureUnit
{
    Celsius,
    Fahrenheit,
}
