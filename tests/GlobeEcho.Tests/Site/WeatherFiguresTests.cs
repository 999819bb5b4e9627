using GlobeEcho.Site.Weather;
using GlobeEcho.Site.WeatherPage;

namespace GlobeEcho.Tests.Site;

public sealed class WeatherFiguresTests
{
    [Theory]
    [InlineData(-3.2, TemperatureUnit.Celsius, "\u22123°")]
    [InlineData(-0.4, TemperatureUnit.Celsius, "0°")]
    [InlineData(-0.5, TemperatureUnit.Celsius, "\u22121°")]
    [InlineData(0.49, TemperatureUnit.Celsius, "0°")]
    [InlineData(20.5, TemperatureUnit.Celsius, "21°")]
    [InlineData(0.0, TemperatureUnit.Fahrenheit, "32°")]
    [InlineData(-17.8, TemperatureUnit.Fahrenheit, "0°")]
    [InlineData(-40.0, TemperatureUnit.Fahrenheit, "\u221240°")]
    [InlineData(null, TemperatureUnit.Fahrenheit, "–")]
    public void Temperature_has_a_true_minus_and_no_minus_nought(double? celsius, TemperatureUnit unit, string printed) =>
        Assert.Equal(printed, Figures.Temperature(celsius, unit));

    [Theory]
    [InlineData(5.4, WindUnit.MetresPerSecond, "5\u00A0m/s")]
    [InlineData(10.0, WindUnit.KilometresPerHour, "36\u00A0km/h")]
    [InlineData(10.0, WindUnit.MilesPerHour, "22\u00A0mph")]
    [InlineData(10.0, WindUnit.Beaufort, "force\u00A05")]
    [InlineData(0.0, WindUnit.Beaufort, "force\u00A00")]
    [InlineData(null, WindUnit.Beaufort, "–")]
    public void Wind_is_printed_in_the_readers_unit(double? speed, WindUnit unit, string printed) => Assert.Equal(printed, Figures.Wind(speed, unit));

    [Theory]
    [InlineData(0.0, "north", "N")]
    [InlineData(22.4, "north", "N")]
    [InlineData(22.6, "north-east", "NE")]
    [InlineData(247.6, "west", "W")]
    [InlineData(337.6, "north", "N")]
    [InlineData(360.0, "north", "N")]
    [InlineData(-90.0, "west", "W")]
    public void Wind_is_named_after_where_it_comes_from(double from, string words, string letters)
    {
        Assert.Equal(words, Figures.Direction(from));
        Assert.Equal(letters, Figures.ShortDirection(from));
    }

    [Theory]
    [InlineData(0.0, "0\u00A0mm")]
    [InlineData(0.04, "0\u00A0mm")]
    [InlineData(0.35, "0.4\u00A0mm")]
    [InlineData(9.96, "10\u00A0mm")]
    [InlineData(31.2, "31\u00A0mm")]
    [InlineData(null, "–")]
    public void Precipitation_nobody_forecasts_is_a_dash_and_not_nought(double? millimetres, string printed) =>
        Assert.Equal(printed, Figures.Precipitation(millimetres));

    [Fact]
    public void Range_with_one_end_says_which_is_missing()
    {
        Assert.Equal("– to 4°", Figures.Range(null, 4, TemperatureUnit.Celsius));
        Assert.Equal("–", Figures.Range(null, null, TemperatureUnit.Celsius));
        Assert.Equal("\u22125° to 3°", Figures.Range(-5, 3, TemperatureUnit.Celsius));
    }

    [Fact]
    public void Daylight_is_told_in_hours_and_minutes()
    {
        Assert.Equal("16\u00A0h 32\u00A0min", Figures.Span(new TimeSpan(16, 32, 59)));
        Assert.Equal("24\u00A0h 0\u00A0min", Figures.Span(TimeSpan.FromDays(1)));
    }

    [Theory]
    [InlineData(0.25, true, "M0-10A10 10 0 0 1 0 10A5 10 0 0 0 0-10Z")]
    [InlineData(0.75, true, "M0-10A10 10 0 0 1 0 10A5 10 0 0 1 0-10Z")]
    [InlineData(0.25, false, "M0-10A10 10 0 0 0 0 10A5 10 0 0 1 0-10Z")]
    [InlineData(0.75, false, "M0-10A10 10 0 0 0 0 10A5 10 0 0 0 0-10Z")]
    [InlineData(1.2, true, "M0-10A10 10 0 0 1 0 10A10 10 0 0 1 0-10Z")]
    public void Moon_is_lit_on_the_right_while_it_waxes_in_the_north(double lit, bool right, string path) => Assert.Equal(path, MoonDisc.Lit(lit, right, 10));
}
