namespace GlobeEcho.Newsroom.Weather;

/// <summary>From the units the room keeps (°C, metres a second, millimetres) to those a reader may want.</summary>
public static class Units
{
    // The international foot, mile and nautical mile are exact in metres.
    private const double MetresInMile = 1609.344;
    private const double MetresInNauticalMile = 1852;
    private const double MillimetresInInch = 25.4;

    public static double Fahrenheit(double celsius) => (celsius * 9 / 5) + 32;

    public static double Celsius(double fahrenheit) => (fahrenheit - 32) * 5 / 9;

    public static double KilometresPerHour(double metresPerSecond) => metresPerSecond * 3.6;

    public static double MilesPerHour(double metresPerSecond) => metresPerSecond * 3600 / MetresInMile;

    public static double Knots(double metresPerSecond) => metresPerSecond * 3600 / MetresInNauticalMile;

    public static double Inches(double millimetres) => millimetres / MillimetresInInch;
}
