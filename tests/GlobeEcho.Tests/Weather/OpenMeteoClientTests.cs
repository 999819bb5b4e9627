using System.Text;
using CsCheck;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class OpenMeteoClientTests
{
    private static readonly DateTimeOffset Midnight = new(2024, 5, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Falls_and_gusts_given_for_the_hour_before_are_put_where_they_fall()
    {
        var steps = Good(OpenMeteoPages.Write(OpenMeteoPages.Place(Midnight))).Steps;
        Assert.Equal(48, steps.Count);
        Assert.Equal((Midnight, TimeSpan.FromHours(1)), (steps[0].Start, steps[0].Length));
        Assert.Equal((12.0, 10.0, 63.0, 4.1, 271.0), (steps[0].Temperature, steps[0].Apparent, steps[0].Humidity, steps[0].WindSpeed, steps[0].WindFrom));
        Assert.Equal((0.1, 1.0, 10.0), (steps[0].Precipitation, steps[0].PrecipitationChance, steps[0].WindGust));
        Assert.Equal((59.0, null, null), (steps[^1].Temperature, steps[^1].Precipitation, steps[^1].WindGust));
        Assert.Equal(new Sky(SkyKind.Rain, SkyStrength.Light), steps[0].Sky);
    }

    [Fact]
    public void Nulls_and_short_rows_are_gaps_and_not_zeros()
    {
        var page = """
            { "hourly": { "time": [1716508800, 1716512400, 1716516000], "temperature_2m": [null, 5.5], "precipitation": [0, null, 0.3], "weather_code": [3, "rain", null],
              "wind_speed_10m": 7 } }
            """;
        var steps = Good(page).Steps;
        Assert.Equal(2, steps.Count);
        Assert.Equal((null, null, SkyKind.Cloudy), (steps[0].Temperature, steps[0].Precipitation, steps[0].Sky!.Value.Kind));
        Assert.Equal((5.5, 0.3, null), (steps[1].Temperature, steps[1].Precipitation, steps[1].Sky));
        Assert.Equal(5.5, steps[1].Apparent);
        Assert.Null(steps[1].WindSpeed);
    }

    [Fact]
    public void Times_with_letters_and_an_offset_mean_the_same_moments()
    {
        var page = """{ "utc_offset_seconds": 10800, "hourly": { "time": ["2024-05-24T03:00", "2024-05-24T04:00"], "temperature_2m": [1, 2] } }""";
        Assert.Equal([Midnight, Midnight.AddHours(1)], Good(page).Steps.Select(s => s.Start));
    }

    [Fact]
    public void Each_place_of_a_list_is_read_by_itself()
    {
        var body = OpenMeteoPages.Write(OpenMeteoPages.Place(Midnight, temperature: 1), new { hourly = new { time = "soon" } }, OpenMeteoPages.Place(Midnight, temperature: 3));
        var read = Assert.IsType<Reading<IReadOnlyList<Reading<Forecast>>>.Read>(Read(body, WeatherRoom.Minsk, WeatherRoom.Warsaw, WeatherRoom.Washington)).Value;
        Assert.Equal(1, Assert.IsType<Reading<Forecast>.Read>(read[0]).Value.Steps[0].Temperature);
        Assert.Contains("hourly.time", Assert.IsType<Reading<Forecast>.Unreadable>(read[1]).Reason, StringComparison.Ordinal);
        var third = Assert.IsType<Reading<Forecast>.Read>(read[2]).Value;
        Assert.Equal((3.0, WeatherRoom.Washington), (third.Steps[0].Temperature, third.Place));
    }

    [Theory]
    [InlineData("""{ "error": true, "reason": "Latitude must be in range of -90 to 90°." }""", "Latitude must be")]
    [InlineData("<html>", "page, not JSON")]
    [InlineData("""[ { }, { } ]""", "2 places, not for 1")]
    [InlineData("7", "hourly.time")]
    [InlineData("""{ "hourly": { "time": [] } }""", "no hour")]
    [InlineData("""{ "hourly": { "time": [1e300, "never", -5], "temperature_2m": [1, 2, 3] } }""", "no hour")]
    public void What_is_no_forecast_is_a_reason_in_plain_words(string body, string says)
    {
        var reason = Read(body, WeatherRoom.Minsk) switch
        {
            Reading<IReadOnlyList<Reading<Forecast>>>.Unreadable whole => whole.Reason,
            Reading<IReadOnlyList<Reading<Forecast>>>.Read each => Assert.IsType<Reading<Forecast>.Unreadable>(Assert.Single(each.Value)).Reason,
            _ => "",
        };
        Assert.Contains(says, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, SkyKind.Clear, SkyStrength.Moderate, false)]
    [InlineData(1, SkyKind.Fair, SkyStrength.Moderate, false)]
    [InlineData(2, SkyKind.PartlyCloudy, SkyStrength.Moderate, false)]
    [InlineData(3, SkyKind.Cloudy, SkyStrength.Moderate, false)]
    [InlineData(45, SkyKind.Fog, SkyStrength.Moderate, false)]
    [InlineData(48, SkyKind.RimeFog, SkyStrength.Moderate, false)]
    [InlineData(51, SkyKind.Drizzle, SkyStrength.Light, false)]
    [InlineData(53, SkyKind.Drizzle, SkyStrength.Moderate, false)]
    [InlineData(55, SkyKind.Drizzle, SkyStrength.Heavy, false)]
    [InlineData(56, SkyKind.FreezingDrizzle, SkyStrength.Light, false)]
    [InlineData(57, SkyKind.FreezingDrizzle, SkyStrength.Heavy, false)]
    [InlineData(61, SkyKind.Rain, SkyStrength.Light, false)]
    [InlineData(63, SkyKind.Rain, SkyStrength.Moderate, false)]
    [InlineData(65, SkyKind.Rain, SkyStrength.Heavy, false)]
    [InlineData(66, SkyKind.FreezingRain, SkyStrength.Light, false)]
    [InlineData(67, SkyKind.FreezingRain, SkyStrength.Heavy, false)]
    [InlineData(71, SkyKind.Snow, SkyStrength.Light, false)]
    [InlineData(73, SkyKind.Snow, SkyStrength.Moderate, false)]
    [InlineData(75, SkyKind.Snow, SkyStrength.Heavy, false)]
    [InlineData(77, SkyKind.SnowGrains, SkyStrength.Moderate, false)]
    [InlineData(80, SkyKind.RainShowers, SkyStrength.Light, false)]
    [InlineData(81, SkyKind.RainShowers, SkyStrength.Moderate, false)]
    [InlineData(82, SkyKind.RainShowers, SkyStrength.Heavy, false)]
    [InlineData(85, SkyKind.SnowShowers, SkyStrength.Light, false)]
    [InlineData(86, SkyKind.SnowShowers, SkyStrength.Heavy, false)]
    [InlineData(95, SkyKind.Thunderstorm, SkyStrength.Moderate, true)]
    [InlineData(96, SkyKind.Hail, SkyStrength.Light, true)]
    [InlineData(99, SkyKind.Hail, SkyStrength.Heavy, true)]
    [InlineData(4, SkyKind.Unknown, SkyStrength.Moderate, false)]
    [InlineData(98, SkyKind.Unknown, SkyStrength.Moderate, false)]
    [InlineData(-1, SkyKind.Unknown, SkyStrength.Moderate, false)]
    public void Every_weather_code_has_its_sky(int code, SkyKind kind, SkyStrength strength, bool thunder) =>
        Assert.Equal(new Sky(kind, strength, thunder), OpenMeteoClient.SkyOf(code));

    [Fact]
    public void A_document_with_a_byte_changed_or_cut_is_never_an_exception()
    {
        var whole = Encoding.UTF8.GetBytes(OpenMeteoPages.Write(OpenMeteoPages.Place(Midnight, hours: 3)));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Sample((at, value, cut) =>
        {
            var changed = cut ? whole[..at] : (byte[])whole.Clone();
            if (!cut)
                changed[at] = value;
            return OpenMeteoClient.Read(changed, [WeatherRoom.Minsk], Midnight, Midnight) is not null;
        });
    }

    [Fact]
    public void Several_places_go_into_one_address_with_four_decimals_at_most()
    {
        var address = OpenMeteoClient.Address(new Uri("https://api.example/v1/forecast"), [WeatherRoom.Minsk, WeatherRoom.Washington with { Latitude = 38.895112345 }]);
        Assert.Contains("latitude=53.9,38.8951&longitude=27.5667,-77.0364&", address.Query, StringComparison.Ordinal);
        Assert.Contains("timeformat=unixtime", address.Query, StringComparison.Ordinal);
        Assert.Contains("wind_speed_unit=ms", address.Query, StringComparison.Ordinal);
    }

    private static Reading<IReadOnlyList<Reading<Forecast>>> Read(string body, params Place[] places) =>
        OpenMeteoClient.Read(Encoding.UTF8.GetBytes(body), places, Midnight, Midnight.AddHours(1));

    private static Forecast Good(string body) => Assert.IsType<Reading<Forecast>.Read>(
        Assert.Single(Assert.IsType<Reading<IReadOnlyList<Reading<Forecast>>>.Read>(Read(body, WeatherRoom.Minsk)).Value)).Value;
}
