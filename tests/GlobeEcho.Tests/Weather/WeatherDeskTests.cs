using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class WeatherDeskTests
{
    private const string Modified = "Fri, 24 May 2024 12:02:11 GMT";

    [Fact]
    public async Task A_place_nobody_has_looked_at_is_not_asked_for()
    {
        await using var room = await WeatherRoom.OpenAsync();
        var report = await room.RoundAsync();
        Assert.Equal(0, report.Asked);
        Assert.Empty(room.Wire.Asked);
    }

    [Fact]
    public async Task A_place_that_is_looked_at_is_fetched_in_the_next_round_and_kept()
    {
        await using var room = await WeatherRoom.OpenAsync();
        room.Wire.Serve(MetNorwayPages.Path, MetNorwayPages.Forecast(WeatherRoom.Start.AddMinutes(-20), 12), Modified);
        var before = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Null(before.Forecast);
        Assert.Null(before.Trouble);

        var report = await room.RoundAsync();
        Assert.Equal((1, 1, 0), (report.Asked, report.Fresh, report.Failed));
        var after = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Null(after.Trouble);
        Assert.Equal(12, after.Forecast!.At(WeatherRoom.Start)!.Temperature);
        Assert.Equal(WeatherRoom.Start, after.Forecast.Fetched);
        Assert.Equal("Data from MET Norway", after.Forecast.From.Words);
        Assert.Empty(room.Wire.Breaches);
    }
}
