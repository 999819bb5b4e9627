using System.Text;
using CsCheck;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class MetNorwayClientTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    private static Place Minsk => WeatherRoom.Minsk;

    [Fact]
    public void Hours_are_followed_by_longer_steps_without_a_gap_or_an_overlap()
    {
        var steps = Good(MetNorwayPages.Forecast(Noon)).Steps;
        Assert.Equal(85, steps.Count);
        Assert.All(steps.Take(60), s => Assert.Equal(TimeSpan.FromHours(1), s.Length));
        Assert.All(steps.Skip(60), s => Assert.Equal(TimeSpan.FromHours(6), s.Length));
        Assert.All(steps.Zip(steps.Skip(1)), p => Assert.Equal(p.First.Start + p.First.Length, p.Second.Start));
    }

    [Fact]
    public void Every_value_comes_over_and_what_it_feels_like_is_computed()
    {
        var forecast = Good(MetNorwayPages.Forecast(Noon, 8));
        Assert.Equal(Noon.AddMinutes(-20), forecast.Issued);
        var step = forecast.Steps[0];
        Assert.Equal((8.0, 63.2, 0.4, 71.5), (step.Temperature, step.Humidity, step.Precipitation, step.PrecipitationChance));
        Assert.Equal((4.1, 9.8, 271.3, 1013.4, 88.1), (step.WindSpeed, step.WindGust, step.WindFrom, step.Pressure, step.CloudCover));
        Assert.Equal(new Sky(SkyKind.Rain), step.Sky);
        Assert.Equal(Apparent.Of(8, 63.2, 4.1), step.Apparent);
        Assert.True(step.Apparent < 8);
        Assert.Null(step.Lowest);
        var last = forecast.Steps[^1];
        Assert.Equal((5.0, 12.0, 1.2), (last.Lowest, last.Highest, last.Precipitation));
    }

    [Fact]
    public void What_an_area_does_not_have_is_null_and_not_zero()
    {
        var page = $$"""
            { "properties": { "timeseries": [ { "time": "2024-05-24T12:00:00Z", "data": {
              "instant": { "details": { "air_temperature": 3.5 } }, "next_1_hours": { "summary": {}, "details": {} } } } ] } }
            """;
        var step = Assert.Single(Good(page).Steps);
        Assert.Equal(3.5, step.Temperature);
        Assert.Equal(3.5, step.Apparent);
        Assert.Equal((null, null, null, null), (step.Humidity, step.Precipitation, step.WindSpeed, step.Sky));
        Assert.Equal(Noon.AddHours(1), Good(page).Issued + TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_long_step_that_reaches_over_the_next_one_is_cut_and_its_rain_is_not_said()
    {
        var page = Page(
            MetNorwayPages.Entry(Noon, 10, ("next_6_hours", MetNorwayPages.Span("rain", 6, 8, 14))),
            MetNorwayPages.Entry(Noon.AddHours(2), 11, ("next_1_hours", MetNorwayPages.Span("fair", 0))));
        var steps = Good(page).Steps;
        Assert.Equal((TimeSpan.FromHours(2), null, null), (steps[0].Length, steps[0].Precipitation, steps[0].Highest));
        Assert.Equal(SkyKind.Rain, steps[0].Sky!.Value.Kind);
        Assert.Equal(TimeSpan.FromHours(1), steps[1].Length);
    }

    [Fact]
    public void Numbers_that_no_weather_has_count_as_not_said()
    {
        var page = MetNorwayPages.Forecast(Noon, hours: 1, sixes: 0).Replace("\"air_temperature\":12", "\"air_temperature\":9999", StringComparison.Ordinal)
            .Replace("\"wind_speed\":4.1", "\"wind_speed\":\"strong\"", StringComparison.Ordinal);
        var step = Assert.Single(Good(page).Steps);
        Assert.Null(step.Temperature);
        Assert.Null(step.WindSpeed);
        Assert.Equal(1013.4, step.Pressure);
    }

    // All 41 codes of the service's legend, the two official misspellings among them.
    [Theory]
    [InlineData("clearsky", SkyKind.Clear, SkyStrength.Moderate, false)]
    [InlineData("fair", SkyKind.Fair, SkyStrength.Moderate, false)]
    [InlineData("partlycloudy", SkyKind.PartlyCloudy, SkyStrength.Moderate, false)]
    [InlineData("cloudy", SkyKind.Cloudy, SkyStrength.Moderate, false)]
    [InlineData("fog", SkyKind.Fog, SkyStrength.Moderate, false)]
    [InlineData("lightrain", SkyKind.Rain, SkyStrength.Light, false)]
    [InlineData("rain", SkyKind.Rain, SkyStrength.Moderate, false)]
    [InlineData("heavyrain", SkyKind.Rain, SkyStrength.Heavy, false)]
    [InlineData("lightrainandthunder", SkyKind.Rain, SkyStrength.Light, true)]
    [InlineData("rainandthunder", SkyKind.Rain, SkyStrength.Moderate, true)]
    [InlineData("heavyrainandthunder", SkyKind.Rain, SkyStrength.Heavy, true)]
    [InlineData("lightrainshowers", SkyKind.RainShowers, SkyStrength.Light, false)]
    [InlineData("rainshowers", SkyKind.RainShowers, SkyStrength.Moderate, false)]
    [InlineData("heavyrainshowers", SkyKind.RainShowers, SkyStrength.Heavy, false)]
    [InlineData("lightrainshowersandthunder", SkyKind.RainShowers, SkyStrength.Light, true)]
    [InlineData("rainshowersandthunder", SkyKind.RainShowers, SkyStrength.Moderate, true)]
    [InlineData("heavyrainshowersandthunder", SkyKind.RainShowers, SkyStrength.Heavy, true)]
    [InlineData("lightsleet", SkyKind.Sleet, SkyStrength.Light, false)]
    [InlineData("sleet", SkyKind.Sleet, SkyStrength.Moderate, false)]
    [InlineData("heavysleet", SkyKind.Sleet, SkyStrength.Heavy, false)]
    [InlineData("lightsleetandthunder", SkyKind.Sleet, SkyStrength.Light, true)]
    [InlineData("sleetandthunder", SkyKind.Sleet, SkyStrength.Moderate, true)]
    [InlineData("heavysleetandthunder", SkyKind.Sleet, SkyStrength.Heavy, true)]
    [InlineData("lightsleetshowers", SkyKind.SleetShowers, SkyStrength.Light, false)]
    [InlineData("sleetshowers", SkyKind.SleetShowers, SkyStrength.Moderate, false)]
    [InlineData("heavysleetshowers", SkyKind.SleetShowers, SkyStrength.Heavy, false)]
    [InlineData("lightssleetshowersandthunder", SkyKind.SleetShowers, SkyStrength.Light, true)]
    [InlineData("sleetshowersandthunder", SkyKind.SleetShowers, SkyStrength.Moderate, true)]
    [InlineData("heavysleetshowersandthunder", SkyKind.SleetShowers, SkyStrength.Heavy, true)]
    [InlineData("lightsnow", SkyKind.Snow, SkyStrength.Light, false)]
    [InlineData("snow", SkyKind.Snow, SkyStrength.Moderate, false)]
    [InlineData("heavysnow", SkyKind.Snow, SkyStrength.Heavy, false)]
    [InlineData("lightsnowandthunder", SkyKind.Snow, SkyStrength.Light, true)]
    [InlineData("snowandthunder", SkyKind.Snow, SkyStrength.Moderate, true)]
    [InlineData("heavysnowandthunder", SkyKind.Snow, SkyStrength.Heavy, true)]
    [InlineData("lightsnowshowers", SkyKind.SnowShowers, SkyStrength.Light, false)]
    [InlineData("snowshowers", SkyKind.SnowShowers, SkyStrength.Moderate, false)]
    [InlineData("heavysnowshowers", SkyKind.SnowShowers, SkyStrength.Heavy, false)]
    [InlineData("lightssnowshowersandthunder", SkyKind.SnowShowers, SkyStrength.Light, true)]
    [InlineData("snowshowersandthunder", SkyKind.SnowShowers, SkyStrength.Moderate, true)]
    [InlineData("heavysnowshowersandthunder", SkyKind.SnowShowers, SkyStrength.Heavy, true)]
    public void Every_symbol_code_has_its_sky_by_day_by_night_and_in_polar_twilight(string code, SkyKind kind, SkyStrength strength, bool thunder)
    {
        foreach (var suffix in (string[])["", "_day", "_night", "_polartwilight"])
            Assert.Equal(new Sky(kind, strength, thunder), MetNorwayClient.SkyOf(code + suffix));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rainoffrogs")]
    [InlineData("lightclearsky")]
    [InlineData("heavy")]
    public void Code_nobody_knows_is_unknown(string code) => Assert.Equal(new Sky(SkyKind.Unknown), MetNorwayClient.SkyOf(code));

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Blocked</body></html>", "page, not JSON")]
    [InlineData("", "empty")]
    [InlineData("{ \"properties\": { \"timeseries\": [ { \"time\":", "no whole JSON")]
    [InlineData("[]", "properties.timeseries")]
    [InlineData("\"rain\"", "properties.timeseries")]
    [InlineData("{ \"properties\": { \"timeseries\": { } } }", "properties.timeseries")]
    [InlineData("{ \"properties\": { \"timeseries\": [] } }", "no step")]
    [InlineData("{ \"properties\": { \"timeseries\": [ 1, null, \"x\", { \"time\": 5, \"data\": [] } ] } }", "no step")]
    public void What_is_no_forecast_is_a_reason_in_plain_words(string body, string says) =>
        Assert.Contains(says, Assert.IsType<Reading<Forecast>.Unreadable>(Read(body)).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_document_cut_anywhere_is_never_an_exception()
    {
        var whole = Encoding.UTF8.GetBytes(MetNorwayPages.Forecast(Noon, hours: 2, sixes: 1));
        Gen.Int[0, whole.Length - 1].Sample(length => MetNorwayClient.Read(whole[..length], Minsk, Noon, Noon) is Reading<Forecast>.Unreadable);
    }

    [Fact]
    public void A_document_with_a_byte_changed_is_never_an_exception()
    {
        var whole = Encoding.UTF8.GetBytes(MetNorwayPages.Forecast(Noon, hours: 2, sixes: 1));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var changed = (byte[])whole.Clone();
            changed[at] = value;
            return MetNorwayClient.Read(changed, Minsk, Noon, Noon) is not null;
        });
    }

    [Fact]
    public void Addresses_have_four_decimals_at_most() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Sample((latitude, longitude) =>
        {
            var address = MetNorwayClient.Address(new Uri("https://api.example/complete"), Minsk with { Latitude = latitude, Longitude = longitude });
            return address.Query.Split('&').All(p => p.Split('.') is [_] or [_, { Length: <= 4 }]) && !address.Query.Contains('E');
        });

    private static string Page(params object[] entries) => System.Text.Json.JsonSerializer.Serialize(new { properties = new { timeseries = entries } });

    private static Reading<Forecast> Read(string body) => MetNorwayClient.Read(Encoding.UTF8.GetBytes(body), Minsk, Noon, Noon.AddMinutes(30));

    private static Forecast Good(string body) => Assert.IsType<Reading<Forecast>.Read>(Read(body)).Value;
}
