using System.Globalization;
using GlobeEcho.Newsroom.Text;
using Microsoft.AspNetCore.Http;

namespace GlobeEcho.Tests.Weather;

/// <summary>After every fault of a provider the last value is still there with its age, says what is wrong, and mends by itself.</summary>
public sealed class WeatherFaultTests
{
    private const string Modified = "Fri, 24 May 2024 12:02:11 GMT";

    [Theory]
    [InlineData("html", "page, not JSON")]
    [InlineData("empty", "empty")]
    [InlineData("cut", "no whole JSON")]
    [InlineData("wrong types", "properties.timeseries")]
    [InlineData("no steps", "no step")]
    [InlineData("half", "broke off")]
    [InlineData("403", "403")]
    [InlineData("500", "500")]
    [InlineData("503", "503")]
    [InlineData("not modified though never asked", "304")]
    public async Task Last_forecast_stays_with_its_age_and_the_next_good_one_takes_its_place(string fault, string says)
    {
        await using var room = await OpenAsync(fault.StartsWith("not modified", StringComparison.Ordinal) ? null : Modified);
        await room.FetchAsync(WeatherRoom.Minsk);

        room.Clock.Advance(TimeSpan.FromMinutes(50));
        Misbehave(room, fault);
        var old = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Equal(WeatherRoom.Start, old.Forecast!.Fetched);
        Assert.Equal(12, old.Forecast.At(WeatherRoom.Start)!.Temperature);
        Assert.Contains(says, old.Trouble, StringComparison.Ordinal);

        // It waits a little longer after each failure.
        var asked = room.Wire.Count(MetNorwayPages.Path);
        await room.RoundAsync();
        Assert.Equal(asked, room.Wire.Count(MetNorwayPages.Path));
        room.Clock.Advance(TimeSpan.FromMinutes(3));
        await room.RoundAsync();
        Assert.Equal(asked + 1, room.Wire.Count(MetNorwayPages.Path));
        room.Clock.Advance(TimeSpan.FromMinutes(3));
        await room.RoundAsync();
        Assert.Equal(asked + 1, room.Wire.Count(MetNorwayPages.Path));

        room.Wire.Mend(MetNorwayPages.Path);
        room.Wire.Serve(MetNorwayPages.Path, MetNorwayPages.Forecast(WeatherRoom.Start.AddMinutes(-20), 20), "Fri, 24 May 2024 13:02:11 GMT");
        room.Clock.Advance(TimeSpan.FromMinutes(6));
        var mended = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Null(mended.Trouble);
        Assert.Equal(room.Clock.GetUtcNow(), mended.Forecast!.Fetched);
        Assert.Equal(20, mended.Forecast.At(WeatherRoom.Start)!.Temperature);
        Assert.Empty(room.Wire.Breaches);
    }

    [Fact]
    public async Task Before_the_first_good_forecast_a_fault_is_told_too()
    {
        await using var room = await OpenAsync();
        room.Wire.Break(MetNorwayPages.Path, "<html>Maintenance");
        var weather = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Null(weather.Forecast);
        Assert.Contains("page, not JSON", weather.Trouble, StringComparison.Ordinal);
        room.Wire.Mend(MetNorwayPages.Path);
        room.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.NotNull((await room.FetchAsync(WeatherRoom.Minsk)).Forecast);
    }

    [Fact]
    public async Task A_provider_that_asks_to_be_left_alone_is_left_alone_for_all_places()
    {
        await using var room = await OpenAsync();
        room.Wire.Break(MetNorwayPages.Path, 429, "3600");
        var weather = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Contains("429", weather.Trouble, StringComparison.Ordinal);
        room.Wire.Mend(MetNorwayPages.Path);
        for (var minute = 0; minute < 59; minute++)
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            await room.Desk.LookAsync([.. Gazetteer.Capitals.Take(5)], TestContext.Current.CancellationToken);
            var report = await room.RoundAsync();
            Assert.True(report.NextDue >= WeatherRoom.Start.AddHours(1) && !report.MoreWaiting);
        }

        Assert.Equal(1, room.Wire.Count(MetNorwayPages.Path));
        room.Clock.Advance(TimeSpan.FromMinutes(3));
        await room.RoundAsync();
        Assert.Equal(7, room.Wire.Count(MetNorwayPages.Path));
    }

    [Fact]
    public async Task A_silent_provider_holds_up_its_own_round_and_no_reader()
    {
        await using var room = await OpenAsync();
        await room.FetchAsync(WeatherRoom.Minsk);
        room.Clock.Advance(TimeSpan.FromMinutes(50));
        var asked = new TaskCompletionSource();
        room.Wire.Break(MetNorwayPages.Path, async http =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        await room.LookAsync(WeatherRoom.Minsk);
        var round = room.RoundAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(WeatherRoom.Start, (await room.LookAsync(WeatherRoom.Minsk)).Forecast!.Fetched);
        Assert.False(round.IsCompleted);
        room.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(1, (await round.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Failed);
        var weather = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Contains("No answer began within 15 seconds", weather.Trouble, StringComparison.Ordinal);
        Assert.Equal(WeatherRoom.Start, weather.Forecast!.Fetched);
    }

    [Theory]
    [InlineData(72)]
    [InlineData(-72)]
    public async Task A_providers_clock_that_goes_wrong_changes_nothing(int hours)
    {
        await using var room = await OpenAsync();
        room.Wire.Skew = TimeSpan.FromHours(hours);
        var weather = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Equal(WeatherRoom.Start + room.Wire.Fresh, weather.Forecast!.FreshUntil);
        room.Clock.Advance(TimeSpan.FromMinutes(29));
        await room.RoundAsync();
        Assert.Equal(1, room.Wire.Count(MetNorwayPages.Path));
        room.Clock.Advance(TimeSpan.FromMinutes(21));
        await room.RoundAsync();
        Assert.Equal(2, room.Wire.Count(MetNorwayPages.Path));
        Assert.Empty(room.Wire.Breaches);
    }

    [Fact]
    public async Task The_paper_says_who_asks()
    {
        await using var room = await OpenAsync();
        string? agent = null;
        room.Wire.Break(MetNorwayPages.Path, http =>
        {
            agent = http.Request.Headers.UserAgent;
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Contains("(+paper@example.org)", agent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "It says: No such station.")]
    [InlineData("text/plain", "")]
    public async Task What_a_service_says_about_a_request_it_refuses_is_passed_on(string type, string says)
    {
        await using var room = await OpenAsync(configure: s => s["Weather:Forecasts"] = "OpenMeteo");
        room.Wire.Break(OpenMeteoPages.Path, http =>
        {
            (http.Response.StatusCode, http.Response.ContentType) = (400, type);
            return http.Response.WriteAsync("""{ "error": true, "reason": "No such station." }""");
        });
        var weather = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Equal($"The server answered 400 Bad Request. {says}".TrimEnd(), weather.Trouble);
    }

    private static async Task<WeatherRoom> OpenAsync(string? modified = Modified, Action<Dictionary<string, string?>>? configure = null)
    {
        var room = await WeatherRoom.OpenAsync(configure);
        room.Wire.Serve(MetNorwayPages.Path, MetNorwayPages.Forecast(WeatherRoom.Start.AddMinutes(-20), 12), modified);
        return room;
    }

    private static void Misbehave(WeatherRoom room, string fault)
    {
        if (int.TryParse(fault, CultureInfo.InvariantCulture, out var status))
            room.Wire.Break(MetNorwayPages.Path, status);
        else if (fault == "half")
            room.Wire.Break(MetNorwayPages.Path, HalfAsync);
        else if (fault.StartsWith("not modified", StringComparison.Ordinal))
            room.Wire.Break(MetNorwayPages.Path, 304);
        else
            room.Wire.Break(MetNorwayPages.Path, Body(fault), "application/json");
    }

    private static string Body(string fault) => fault switch
    {
        "html" => "<html><body>Sorry</body></html>",
        "empty" => "",
        "cut" => MetNorwayPages.Forecast(WeatherRoom.Start)[..500],
        "wrong types" => """{ "properties": { "timeseries": "soon" } }""",
        "no steps" => """{ "properties": { "timeseries": [ { "time": 5 }, { "data": {} }, null ] } }""",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    private static async Task HalfAsync(HttpContext http)
    {
        http.Response.ContentLength = 100_000;
        await http.Response.WriteAsync(MetNorwayPages.Forecast(WeatherRoom.Start)[..2000], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }
}
