using CsCheck;
using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class ForecastDaysTests
{
    private static readonly Attribution Nobody = new("Nobody", new Uri("https://example.org/"), "none");

    private static readonly Place Berlin = Gazetteer.CapitalOf("DE")!;

    [Theory]
    [InlineData("2024-03-31", 23)]
    [InlineData("2024-10-27", 25)]
    [InlineData("2024-05-24", 24)]
    public void Day_has_the_hours_of_the_places_own_clock(string date, int hours)
    {
        var midnight = PlaceClock.Begins(DateOnly.Parse(date), PlaceClock.ZoneOf(Berlin));
        var days = ForecastDays.Of(Hourly(Berlin, midnight.AddHours(-5), 48, i => new ForecastStep { Start = default, Length = default, Temperature = i, Precipitation = 1 }));
        var day = days.Single(d => d.Date == DateOnly.Parse(date));
        Assert.Equal(TimeSpan.FromHours(hours), day.End - day.Start);
        Assert.Equal(hours, day.Precipitation!.Value, 9);
        Assert.Equal((5.0, 4.0 + hours), (day.Low, day.High));
        Assert.True(day.IsWhole);
        Assert.False(days[0].IsWhole);
        Assert.Equal(Sun.On(day.Date, Berlin.Latitude, Berlin.Longitude, PlaceClock.ZoneOf(Berlin)), day.Sun);
    }

    [Fact]
    public void Rain_of_a_step_that_crosses_midnight_is_shared_by_time()
    {
        // Six hours from 21:00 in Berlin, three of them before midnight.
        var start = new DateTimeOffset(2024, 5, 24, 19, 0, 0, TimeSpan.Zero);
        var days = ForecastDays.Of(Of(Berlin, new ForecastStep { Start = start, Length = TimeSpan.FromHours(6), Precipitation = 10, Temperature = 15, Lowest = 9, Highest = 16 }));
        Assert.Equal([5.0, 5.0], days.Select(d => d.Precipitation));
        Assert.Equal((9.0, 16.0), (days[0].Low, days[0].High));
        // The temperature is of the moment at 21:00; lowest and highest may be on either side.
        Assert.Equal((9.0, 16.0), (days[1].Low, days[1].High));
        Assert.All(days, d => Assert.False(d.IsWhole));
    }

    [Fact]
    public void Lowest_and_highest_of_long_steps_count_for_the_day_most_of_the_step_is_in()
    {
        // From 20:00 to 2:00: four hours on the 24th, two on the 25th.
        var start = new DateTimeOffset(2024, 5, 24, 18, 0, 0, TimeSpan.Zero);
        var days = ForecastDays.Of(Of(Berlin, new ForecastStep { Start = start, Length = TimeSpan.FromHours(6), Temperature = 15, Lowest = 9, Highest = 16, PrecipitationChance = 40 }));
        Assert.Equal((9.0, 16.0, 40.0), (days[0].Low, days[0].High, days[0].PrecipitationChance));
        Assert.Equal((null, null, null), (days[1].Low, days[1].High, days[1].PrecipitationChance));
        Assert.Null(days[1].Precipitation);
    }

    [Fact]
    public void Strongest_wind_of_the_day_is_the_days_wind()
    {
        var day = WholeDay(i => new ForecastStep { Start = default, Length = default, WindSpeed = i == 15 ? 21 : 4, WindFrom = i * 10 });
        Assert.Equal((21.0, 150.0), (day.Wind!.WindSpeed, day.Wind.WindFrom));
    }

    [Fact]
    public void Without_any_number_there_is_none()
    {
        var day = WholeDay(_ => new ForecastStep { Start = default, Length = default });
        Assert.Equal((null, null, null, null, null, null), (day.Low, day.High, day.Precipitation, day.PrecipitationChance, day.Wind, day.Sky));
    }

    [Fact]
    public void Three_hours_of_rain_make_a_rainy_day_and_two_do_not()
    {
        Assert.Equal(SkyKind.Rain, SkyOf(i => i is >= 12 and < 15 ? SkyKind.Rain : SkyKind.Fair));
        Assert.Equal(SkyKind.Fair, SkyOf(i => i is >= 12 and < 14 ? SkyKind.Rain : SkyKind.Fair));
    }

    [Fact]
    public void Rain_while_people_sleep_does_not_make_the_day() =>
        Assert.Equal(SkyKind.Fair, SkyOf(i => i is < 6 or >= 22 ? SkyKind.Rain : SkyKind.Fair));

    [Fact]
    public void One_hour_of_ice_or_thunder_is_told()
    {
        Assert.Equal(SkyKind.FreezingRain, SkyOf(i => i == 8 ? SkyKind.FreezingRain : i < 14 ? SkyKind.Rain : SkyKind.Cloudy));
        var day = WholeDay(i => new ForecastStep { Start = default, Length = default, Sky = i == 16 ? new Sky(SkyKind.RainShowers, SkyStrength.Heavy, Thunder: true) : new Sky(SkyKind.Clear) });
        Assert.Equal(new Sky(SkyKind.RainShowers, SkyStrength.Heavy, Thunder: true), day.Sky);
    }

    [Fact]
    public void What_is_worse_counts_for_what_is_milder()
    {
        // Two hours of snow and one of rain: neither lasts alone, but it is wet for three hours, and rain or worse lasts.
        Assert.Equal(SkyKind.Rain, SkyOf(i => i is 10 or 11 ? SkyKind.Snow : i == 12 ? SkyKind.Rain : SkyKind.Cloudy));
    }

    [Fact]
    public void Without_rain_the_most_frequent_sky_in_daylight_is_the_days()
    {
        // A December day in Berlin is light from 8 to 16: eight hours of sun beat ten of cloud in the dark.
        var midnight = new DateTimeOffset(2024, 12, 20, 23, 0, 0, TimeSpan.Zero);
        var days = ForecastDays.Of(Hourly(Berlin, midnight, 24, i => new ForecastStep
        {
            Start = default,
            Length = default,
            Sky = new Sky(i is >= 8 and < 16 ? SkyKind.Clear : SkyKind.Cloudy),
        }));
        Assert.Equal(SkyKind.Clear, days[0].Sky!.Value.Kind);
    }

    [Fact]
    public void In_the_polar_night_the_most_frequent_sky_is_the_days()
    {
        var tromso = Berlin with { Latitude = 69.65, Longitude = 18.96, TimeZone = "Europe/Oslo" };
        var days = ForecastDays.Of(Hourly(tromso, new DateTimeOffset(2024, 12, 20, 23, 0, 0, TimeSpan.Zero), 24, i => new ForecastStep
        {
            Start = default,
            Length = default,
            Sky = new Sky(i < 10 ? SkyKind.Clear : SkyKind.Cloudy),
        }));
        Assert.Equal((SkyKind.Cloudy, true), (days[0].Sky!.Value.Kind, days[0].Sun.AlwaysDown));
    }

    [Fact]
    public void When_little_of_the_day_is_left_a_quarter_of_it_is_enough()
    {
        // From 18:00 on: an hour of rain in the four that are left before 22:00.
        var start = new DateTimeOffset(2024, 5, 24, 16, 0, 0, TimeSpan.Zero);
        var days = ForecastDays.Of(Hourly(Berlin, start, 6, i => new ForecastStep { Start = default, Length = default, Sky = new Sky(i == 1 ? SkyKind.Rain : SkyKind.Fair) }));
        Assert.Equal(SkyKind.Rain, days[0].Sky!.Value.Kind);
    }

    [Fact]
    public void A_hole_in_the_steps_makes_the_day_not_whole()
    {
        var midnight = PlaceClock.Begins(new DateOnly(2024, 5, 24), PlaceClock.ZoneOf(Berlin));
        var all = Hourly(Berlin, midnight, 24, i => new ForecastStep { Start = default, Length = default, Temperature = i }).Steps;
        Assert.True(Assert.Single(ForecastDays.Of(Of(Berlin, [.. all]))).IsWhole);
        Assert.False(Assert.Single(ForecastDays.Of(Of(Berlin, [.. all.Take(10), .. all.Skip(11)]))).IsWhole);
        Assert.Empty(ForecastDays.Of(Of(Berlin)));
    }

    [Fact]
    public void No_drop_is_lost_and_days_follow_each_other() =>
        Gen.Select(Gen.Int[0, 196], Gen.Int[0, 400 * 24], Gen.Int[1, 60], Gen.Int[0, 30]).Sample((number, from, hours, sixes) =>
        {
            var place = Gazetteer.Capitals[number];
            var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(from);
            var steps = new List<ForecastStep>();
            for (var i = 0; i < hours + sixes; i++)
            {
                var length = TimeSpan.FromHours(i < hours ? 1 : 6);
                steps.Add(new ForecastStep { Start = start, Length = length, Precipitation = i + 1, Temperature = i, Sky = new Sky((SkyKind)(i % 19)) });
                start += length;
            }

            var days = ForecastDays.Of(Of(place, [.. steps]));
            return Math.Abs(days.Sum(d => d.Precipitation!.Value) - steps.Sum(s => s.Precipitation!.Value)) < 1e-6
                && days.Zip(days.Skip(1)).All(p => p.First.End == p.Second.Start && p.First.Date.AddDays(1) == p.Second.Date)
                && days.Skip(1).SkipLast(1).All(d => d.IsWhole) && days.All(d => d.Sky is not null);
        });

    private static SkyKind SkyOf(Func<int, SkyKind> kind) => WholeDay(i => new ForecastStep { Start = default, Length = default, Sky = new Sky(kind(i)) }).Sky!.Value.Kind;

    private static ForecastDay WholeDay(Func<int, ForecastStep> step) =>
        Assert.Single(ForecastDays.Of(Hourly(Berlin, PlaceClock.Begins(new DateOnly(2024, 5, 24), PlaceClock.ZoneOf(Berlin)), 24, step)));

    private static Forecast Hourly(Place place, DateTimeOffset from, int hours, Func<int, ForecastStep> step) =>
        Of(place, [.. Enumerable.Range(0, hours).Select(i => step(i) with { Start = from.AddHours(i).ToUniversalTime(), Length = TimeSpan.FromHours(1) })]);

    private static Forecast Of(Place place, params ForecastStep[] steps) => new(place, Nobody, default, default, default, steps);
}
