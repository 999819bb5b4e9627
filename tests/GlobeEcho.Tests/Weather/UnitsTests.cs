using CsCheck;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class UnitsTests
{
    // The table of WMO No. 8: force, name, metres a second from and to.
    [Theory]
    [InlineData(0, "calm", 0.0, 0.2)]
    [InlineData(1, "light air", 0.3, 1.5)]
    [InlineData(2, "light breeze", 1.6, 3.3)]
    [InlineData(3, "gentle breeze", 3.4, 5.4)]
    [InlineData(4, "moderate breeze", 5.5, 7.9)]
    [InlineData(5, "fresh breeze", 8.0, 10.7)]
    [InlineData(6, "strong breeze", 10.8, 13.8)]
    [InlineData(7, "near gale", 13.9, 17.1)]
    [InlineData(8, "gale", 17.2, 20.7)]
    [InlineData(9, "strong gale", 20.8, 24.4)]
    [InlineData(10, "storm", 24.5, 28.4)]
    [InlineData(11, "violent storm", 28.5, 32.6)]
    [InlineData(12, "hurricane", 32.7, 90.0)]
    public void Each_force_of_the_wind_has_its_name_and_its_limits(int force, string words, double from, double until)
    {
        Assert.Equal(new Beaufort(force, words), Beaufort.Of(from));
        Assert.Equal(new Beaufort(force, words), Beaufort.Of(until));
    }

    [Fact]
    public void A_stronger_wind_never_has_a_lesser_force() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100]).Sample((a, b) => Beaufort.Of(Math.Min(a, b)).Force <= Beaufort.Of(Math.Max(a, b)).Force);

    [Theory]
    [InlineData(0, 32)]
    [InlineData(100, 212)]
    [InlineData(-40, -40)]
    [InlineData(37, 98.6)]
    public void Celsius_and_Fahrenheit_meet_where_they_should(double celsius, double fahrenheit)
    {
        Assert.Equal(fahrenheit, Units.Fahrenheit(celsius), 9);
        Assert.Equal(celsius, Units.Celsius(fahrenheit), 9);
    }

    [Fact]
    public void Ten_metres_a_second_is_thirty_six_kilometres_an_hour()
    {
        Assert.Equal(36, Units.KilometresPerHour(10), 9);
        Assert.Equal(22.369, Units.MilesPerHour(10), 3);
        Assert.Equal(19.438, Units.Knots(10), 3);
        Assert.Equal(1, Units.Inches(25.4), 9);
    }

    // The chart of the US National Weather Service: °F, mph, feels like °F.
    [Theory]
    [InlineData(40, 5, 36)]
    [InlineData(30, 15, 19)]
    [InlineData(0, 15, -19)]
    [InlineData(0, 30, -26)]
    [InlineData(-20, 20, -48)]
    [InlineData(-45, 60, -98)]
    public void Wind_chill_is_that_of_the_chart(double fahrenheit, double milesPerHour, double feels)
    {
        var metres = milesPerHour * 1609.344 / 3600;
        Assert.Equal(feels, Units.Fahrenheit(Apparent.Of(Units.Celsius(fahrenheit), 50, metres)!.Value), 0.6);
    }

    // The chart of the US National Weather Service: °F, relative humidity, feels like °F.
    [Theory]
    [InlineData(80, 40, 80)]
    [InlineData(84, 70, 90)]
    [InlineData(90, 50, 95)]
    [InlineData(90, 70, 105)]
    [InlineData(96, 60, 116)]
    [InlineData(100, 40, 109)]
    [InlineData(104, 40, 119)]
    [InlineData(110, 40, 136)]
    public void Heat_index_is_that_of_the_chart(double fahrenheit, double humidity, double feels) =>
        Assert.Equal(feels, Units.Fahrenheit(Apparent.Of(Units.Celsius(fahrenheit), humidity, 2)!.Value), 1.0);

    [Fact]
    public void Without_wind_cold_and_without_humidity_heat_feels_as_it_is()
    {
        Assert.Equal(-10, Apparent.Of(-10, 80, null));
        Assert.Equal(-10, Apparent.Of(-10, 80, 1));
        Assert.Equal(35, Apparent.Of(35, null, 3));
        Assert.Equal(15, Apparent.Of(15, 90, 9));
        Assert.Null(Apparent.Of(null, 50, 3));
    }

    [Fact]
    public void Wind_never_warms_the_cold() =>
        Gen.Select(Gen.Double[-60, 10], Gen.Double[0, 60]).Sample((air, wind) => Apparent.Of(air, 50, wind) <= air + 0.6);
}
