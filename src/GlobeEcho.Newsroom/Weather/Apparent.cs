namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// What the air feels like in the shade: the wind chill of Environment Canada and the US National Weather Service (2001) where it is 10 °C or
/// colder with a wind over 4.8 km/h, the NWS heat index (Rothfusz 1990 with its adjustments) where it is hot, else the temperature itself.
/// </summary>
public static class Apparent
{
    private const double ColdFrom = 10;
    private const double LeastWind = 4.8;

    // Below this the heat index is the simple mean; the regression holds from 80 °F on.
    private const double HotFromFahrenheit = 80;

    /// <param name="temperature">°C.</param>
    /// <param name="humidity">Relative, per cent; without it heat is not judged.</param>
    /// <param name="wind">Metres a second, ten metres above the ground; without it cold is not judged.</param>
    /// <returns>°C; null without a temperature.</returns>
    public static double? Of(double? temperature, double? humidity, double? wind)
    {
        if (temperature is not { } air)
            return null;
        if (air <= ColdFrom && wind is { } speed && Units.KilometresPerHour(speed) > LeastWind)
            return WindChill(air, Units.KilometresPerHour(speed));
        return humidity is { } wet && air >= 20 ? HeatIndex(air, wet) : air;
    }

    private static double WindChill(double air, double kilometresPerHour)
    {
        var wind = Math.Pow(kilometresPerHour, 0.16);
        return 13.12 + (0.6215 * air) - (11.37 * wind) + (0.3965 * air * wind);
    }

    private static double HeatIndex(double air, double humidity)
    {
        var t = Units.Fahrenheit(air);
        var simple = 0.5 * (t + 61 + ((t - 68) * 1.2) + (humidity * 0.094));
        if ((simple + t) / 2 < HotFromFahrenheit)
            return air;
        var index = -42.379 + (2.04901523 * t) + (10.14333127 * humidity) - (0.22475541 * t * humidity) - (0.00683783 * t * t)
            - (0.05481717 * humidity * humidity) + (0.00122874 * t * t * humidity) + (0.00085282 * t * humidity * humidity)
            - (0.00000199 * t * t * humidity * humidity);
        if (humidity < 13 && t <= 112)
            index -= (13 - humidity) / 4 * Math.Sqrt((17 - Math.Abs(t - 95)) / 17);
        else if (humidity > 85 && t <= 87)
            index += (humidity - 85) / 10 * ((87 - t) / 5);
        return Units.Celsius(index);
    }
}
