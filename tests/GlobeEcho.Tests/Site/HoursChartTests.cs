using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.Weather;
using GlobeEcho.Site.WeatherPage;

namespace GlobeEcho.Tests.Site;

public sealed class HoursChartTests
{
    private static readonly DateTimeOffset At = new(2024, 5, 24, 18, 45, 0, TimeSpan.Zero);

    [Fact]
    public void Two_days_begin_with_the_hour_that_runs()
    {
        var chart = Chart(InventedWeather.Minsk, At);

        Assert.Equal(new DateTimeOffset(2024, 5, 24, 21, 0, 0, TimeSpan.FromHours(3)), chart.From);
        Assert.Equal(TimeSpan.FromHours(48), chart.To - chart.From);
        Assert.Equal(100 * 0.75 / 48, chart.Now!.Value, 6);
        Assert.Equal([DateOnly.FromDateTime(At.Date), new(2024, 5, 25), new(2024, 5, 26)], chart.Days.Select(d => d.Date));
        Assert.Equal([false, true, true], chart.Days.Select(d => d.IsMidnight));
        Assert.Equal(100 * 3d / 48, chart.Days[1].X, 6);
        Assert.Equal(100, chart.Days.Sum(d => d.Width), 6);
        var line = Assert.Single(chart.Lines);
        Assert.False(line.IsCoarse);
        Assert.Equal(0, line.Points[0].X);
        Assert.Equal(100, line.Points[^1].X, 6);
        Assert.Equal(49, line.Points.Count);
    }

    [Fact]
    public void Hour_without_a_temperature_is_a_gap_in_the_line()
    {
        var chart = Chart(InventedWeather.Minsk, At, s => s.Start.Hour is 3 or 5 && s.Start.Day == 25 ? s with { Temperature = null } : s);

        // From 18 to 2 UTC, 4 alone, and from 6 on.
        Assert.Equal([9, 1, 37], chart.Lines.Select(l => l.Points.Count));
        Assert.All(chart.Lines, l => Assert.All(l.Points, p => Assert.InRange(p.Y, 0, 100)));
        Assert.Null(Assert.Single(chart.Columns, c => c.Step.Start.Hour == 3 && c.Step.Start.Day == 25).Y);
    }

    [Fact]
    public void Step_that_is_missing_is_a_gap_too()
    {
        var forecast = InventedWeather.Of(InventedWeather.Minsk, At);
        var chart = HoursChart.Of(Now(forecast with { Steps = forecast.Steps.Where(s => s.Start != At.AddHours(9.25)).ToList() }, At))!;

        Assert.Equal(2, chart.Lines.Count);
    }

    [Fact]
    public void Nothing_forecast_is_no_nought()
    {
        var chart = Chart(InventedWeather.Minsk, At, s => s with { Temperature = null, Precipitation = null, PrecipitationChance = null });

        Assert.Empty(chart.Lines);
        Assert.Empty(chart.Bars);
        Assert.All(chart.Columns, c => Assert.True(c.Y is null && c.Chance is null));
    }

    [Fact]
    public void Steps_of_six_hours_are_drawn_as_such_and_the_line_goes_on()
    {
        var now = At.AddHours(40);
        var chart = HoursChart.Of(Now(InventedWeather.Of(InventedWeather.Minsk, At, s => s with { Precipitation = 1 }), now))!;

        Assert.Equal([false, true], chart.Lines.Select(l => l.IsCoarse));
        Assert.Equal(chart.Lines[0].Points[^1], chart.Lines[1].Points[0]);
        Assert.Contains(chart.Bars, b => b.IsCoarse && b.Width > 12);
        // A column at each of the long steps, which begin at 3, 9, 15 and 21 o'clock in Minsk.
        Assert.Equal([3, 9, 15, 21], chart.Columns.Where(c => c.Step.Length > TimeSpan.FromHours(1)).Select(c => c.At.Hour).Distinct().Order());
    }

    [Fact]
    public void Rain_is_as_tall_as_it_falls_in_an_hour()
    {
        var chart = Chart(InventedWeather.Minsk, At, s => s with { Precipitation = s.Start.Hour == 6 ? 1.5 : s.Start.Hour == 7 ? 0 : null });

        Assert.All(chart.Bars, b => Assert.Equal(50, b.Height, 6));
        Assert.Equal(2, chart.Bars.Count);
        Assert.All(chart.Bars, b => Assert.Equal(100 / 48d, b.Width, 6));
        Assert.Equal(100, Assert.Single(Chart(InventedWeather.Minsk, At, s => s with { Precipitation = s.Start == At.AddMinutes(-45) ? 12 : 0 }).Bars).Height);
    }

    [Theory]
    [InlineData("2024-03-30T20:30:00Z", 23)]
    [InlineData("2024-10-26T20:30:00Z", 25)]
    public void Day_of_23_or_25_hours_is_as_wide_as_it_is_long(string at, int hours)
    {
        var chart = Chart(InventedWeather.Known(2950159), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(100 * hours / 48d, chart.Days[1].Width, 6);
        Assert.Equal(100, chart.Days.Sum(d => d.Width), 6);
        Assert.All(chart.Columns, c => Assert.Equal(0, c.At.Hour % 3));
    }

    [Fact]
    public void Night_is_where_the_sun_is_down()
    {
        var chart = Chart(InventedWeather.Minsk, At);

        // About seven and a half hours of night in Minsk in late May, cut at the midnight between.
        Assert.Equal(2 * 7.5, chart.Nights.Sum(n => n.Width) / 100 * 48, 0);
        Assert.All(chart.Columns, c => Assert.Equal(c.At.Hour is 0 or 3, c.IsNight));
    }

    [Fact]
    public void Polar_night_is_all_dark_and_polar_day_all_light()
    {
        var murmansk = InventedWeather.Known(524305);

        Assert.Equal(100, Chart(murmansk, new DateTimeOffset(2024, 12, 20, 12, 10, 0, TimeSpan.Zero)).Nights.Sum(n => n.Width), 6);
        Assert.Empty(Chart(murmansk, new DateTimeOffset(2024, 6, 20, 12, 10, 0, TimeSpan.Zero)).Nights);
    }

    [Fact]
    public void Night_between_a_late_sunset_and_the_sunrise_after_it_lies_within_the_day()
    {
        var (start, offset) = (new DateTimeOffset(2024, 6, 12, 0, 0, 0, TimeSpan.FromHours(2)), TimeSpan.FromHours(1));
        var sun = new SunDay(start.AddHours(2), start.AddMinutes(30), TimeSpan.FromHours(22.5), false, false);
        var nights = Nights.Of([new ForecastDay(new DateOnly(2024, 6, 12), start, start.AddDays(1), 1, 2, null, null, null, null, sun, true)]);

        Assert.True(nights.IsNight(start + offset));
        Assert.False(nights.IsNight(start.AddMinutes(10)));
        Assert.False(nights.IsNight(start.AddHours(23)));
    }

    [Fact]
    public void Forecast_that_has_run_out_has_no_chart_and_no_now()
    {
        var now = Now(InventedWeather.Of(InventedWeather.Minsk, At), At.AddDays(30));

        Assert.Null(HoursChart.Of(now));
        Assert.Null(now.Step);
        Assert.True(now.IsOld);
        Assert.Empty(now.Days);
    }

    [Fact]
    public void Forecast_is_old_after_three_hours_without_a_word()
    {
        var forecast = InventedWeather.Of(InventedWeather.Minsk, At);

        Assert.False(Now(forecast, At.AddHours(3)).IsOld);
        Assert.True(Now(forecast, At.AddHours(3).AddSeconds(1)).IsOld);
    }

    [Fact]
    public void Freezing_line_stands_only_between_warm_and_cold()
    {
        Assert.Null(Chart(InventedWeather.Minsk, At, s => s with { Temperature = 12 }).Freezing);
        Assert.InRange(Chart(InventedWeather.Minsk, At, s => s with { Temperature = s.Start.Hour < 12 ? -4 : 4 }).Freezing!.Value, 30, 80);
    }

    [Fact]
    public void Days_stand_on_one_scale()
    {
        var days = ForecastDays.Of(InventedWeather.Of(InventedWeather.Minsk, At));
        var chart = DaysChart.Of(days);

        Assert.Equal(0, days.Min(d => chart.Bar(d)!.Value.X), 6);
        Assert.Equal(100, days.Max(d => chart.Bar(d)!.Value.X + chart.Bar(d)!.Value.Width), 6);
        Assert.Null(chart.Bar(days[0] with { Low = null }));
        Assert.Equal((50, 0), DaysChart.Of([days[0] with { Low = 7, High = 7 }]).Bar(days[0] with { Low = 7, High = 7 }));
    }

    private static HoursChart Chart(Place place, DateTimeOffset at, Func<ForecastStep, ForecastStep>? change = null) =>
        HoursChart.Of(Now(InventedWeather.Of(place, at, change), at))!;

    private static PlaceNow Now(Forecast forecast, DateTimeOffset at) =>
        PlaceNow.Of(new PlaceWeather(forecast.Place, forecast, null, [], null), ForecastDays.Of(forecast), at);
}
