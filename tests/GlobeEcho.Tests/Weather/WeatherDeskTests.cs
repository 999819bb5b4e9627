using GlobeEcho.Newsroom.Text;
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
        await using var room = await OpenAsync();
        var before = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Null(before.Forecast);
        Assert.Null(before.Trouble);
        Assert.Null(before.AlertsAsOf);

        var report = await room.RoundAsync();
        Assert.Equal((1, 1, 0), (report.Asked, report.Fresh, report.Failed));
        var after = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Null(after.Trouble);
        Assert.Equal(12, after.Forecast!.At(WeatherRoom.Start)!.Temperature);
        Assert.Equal(WeatherRoom.Start, after.Forecast.Fetched);
        Assert.Equal("Data from MET Norway", after.Forecast.From.Words);
        Assert.Empty(room.Wire.Breaches);
    }

    [Fact]
    public async Task Several_places_come_back_in_the_order_they_were_asked_for()
    {
        await using var room = await OpenAsync();
        Place[] places = [WeatherRoom.Washington, WeatherRoom.Minsk, WeatherRoom.Warsaw, WeatherRoom.Minsk];
        await room.Desk.LookAsync(places, TestContext.Current.CancellationToken);
        await room.RoundAsync();
        Assert.Equal(places, (await room.Desk.LookAsync(places, TestContext.Current.CancellationToken)).Select(w => w.Place));
        Assert.Empty(await room.Desk.LookAsync([], TestContext.Current.CancellationToken));
        Assert.Equal(3, room.Wire.Count(MetNorwayPages.Path));
    }

    [Fact]
    public async Task The_provider_is_asked_again_only_when_it_wants_to_be_and_then_with_its_own_validator()
    {
        await using var room = await OpenAsync();
        await room.FetchAsync(WeatherRoom.Minsk);
        for (var minute = 0; minute < 30; minute++)
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            await room.RoundAsync();
        }

        Assert.Equal(1, room.Wire.Count(MetNorwayPages.Path));
        room.Clock.Advance(TimeSpan.FromMinutes(20));
        var report = await room.RoundAsync();
        Assert.Equal((1, 1), (report.Asked, report.Unchanged));
        Assert.Equal(Modified, room.Wire.Asked.Last().IfModifiedSince);
        Assert.Empty(room.Wire.Breaches);

        var weather = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Equal(room.Clock.GetUtcNow(), weather.Forecast!.Fetched);
        Assert.True(weather.Forecast.FreshUntil > room.Clock.GetUtcNow());
        Assert.Equal(12, weather.Forecast.At(WeatherRoom.Start)!.Temperature);
    }

    [Fact]
    public async Task A_day_of_rounds_breaks_no_term_of_the_provider()
    {
        await using var room = await OpenAsync();
        Place[] places = [.. Gazetteer.Capitals.Where(c => c.Country is "JP" or "KE" or "PE" or "CL" or "NZ" or "IN" or "CN" or "BR")];
        for (var minute = 0; minute < 24 * 60; minute += 3)
        {
            await room.Desk.LookAsync(places, TestContext.Current.CancellationToken);
            await room.RoundAsync();
            room.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.Empty(room.Wire.Breaches);
        Assert.InRange(room.Wire.Count(MetNorwayPages.Path), 8 * 30, 8 * 48);
        Assert.All(await room.Desk.LookAsync(places, TestContext.Current.CancellationToken), w => Assert.True(room.Clock.GetUtcNow() - w.Forecast!.Fetched < TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart_and_is_not_asked_for_again_too_early()
    {
        await using var room = await OpenAsync();
        var before = await room.FetchAsync(WeatherRoom.Minsk);
        room.Clock.Advance(TimeSpan.FromMinutes(10));
        await room.RestartAsync();
        var after = await room.LookAsync(WeatherRoom.Minsk);
        await room.RoundAsync();
        Assert.Equal(1, room.Wire.Count(MetNorwayPages.Path));
        Assert.Equal(before.Forecast!.Steps, after.Forecast!.Steps);
        Assert.Equal(before.Forecast, after.Forecast, new WithoutSteps());
    }

    [Fact]
    public async Task A_place_nobody_looks_at_any_more_is_not_asked_for_and_comes_back_with_its_age()
    {
        await using var room = await OpenAsync();
        await room.FetchAsync(WeatherRoom.Minsk);
        room.Clock.Advance(TimeSpan.FromHours(49));
        await room.RoundAsync();
        Assert.Equal(1, room.Wire.Count(MetNorwayPages.Path));

        var old = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Equal(WeatherRoom.Start, old.Forecast!.Fetched);
        await room.RoundAsync();
        Assert.Equal(room.Clock.GetUtcNow(), (await room.LookAsync(WeatherRoom.Minsk)).Forecast!.Fetched);
    }

    [Fact]
    public async Task Strangers_cannot_make_the_paper_poll_the_world()
    {
        await using var room = await OpenAsync(s => s["Weather:KeepPlaces"] = "3");
        var places = Gazetteer.Capitals.Where(c => c.Country is "JP" or "KE" or "PE" or "CL" or "NZ").ToList();
        await room.Desk.LookAsync(places.Take(3).ToList(), TestContext.Current.CancellationToken);
        await room.RoundAsync();
        await room.Desk.LookAsync(places.Skip(3).ToList(), TestContext.Current.CancellationToken);
        await room.RoundAsync();
        Assert.Equal(3, room.Wire.Count(MetNorwayPages.Path));
        Assert.Contains("Too many places", (await room.LookAsync(places[4])).Trouble, StringComparison.Ordinal);

        // An hour later those of before have been left, and the newcomers get their seats.
        room.Clock.Advance(TimeSpan.FromMinutes(61));
        await room.Desk.LookAsync(places.Skip(3).ToList(), TestContext.Current.CancellationToken);
        await room.RoundAsync();
        var now = await room.Desk.LookAsync(places, TestContext.Current.CancellationToken);
        Assert.All(now, w => Assert.NotNull(w.Forecast));
        Assert.All(now, w => Assert.Null(w.Trouble));
        // Three are kept fresh: the two newcomers and the last of the others.
        Assert.Equal(3, now.Count(w => w.Forecast!.Fetched == room.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Another_provider_is_asked_at_once_and_without_the_first_ones_validators()
    {
        await using var room = await OpenAsync();
        await room.FetchAsync(WeatherRoom.Minsk);
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.RestartAsync(s => s["Weather:Forecasts"] = "OpenMeteo");
        room.Wire.Break(OpenMeteoPages.Path, 500);
        await room.RoundAsync();
        var old = await room.LookAsync(WeatherRoom.Minsk);
        Assert.Equal("Data from MET Norway", old.Forecast!.From.Words);
        Assert.Contains("500", old.Trouble, StringComparison.Ordinal);

        room.Wire.Mend(OpenMeteoPages.Path);
        room.Wire.Serve(OpenMeteoPages.Path, OpenMeteoPages.Write(OpenMeteoPages.Place(WeatherRoom.Start.Date, temperature: 1)));
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        var fresh = await room.FetchAsync(WeatherRoom.Minsk);
        Assert.Equal("Weather data by Open-Meteo.com", fresh.Forecast!.From.Words);
        Assert.All(room.Wire.Asked.Where(a => a.Target.StartsWith(OpenMeteoPages.Path, StringComparison.Ordinal)), a => Assert.Null(a.IfModifiedSince));
        Assert.Empty(room.Wire.Breaches);
    }

    [Fact]
    public async Task Open_Meteo_takes_several_places_in_one_call_and_one_bad_place_does_not_take_the_others_with_it()
    {
        await using var room = await OpenAsync(s => s["Weather:Forecasts"] = "OpenMeteo");
        room.Wire.Serve(OpenMeteoPages.Path, http =>
        {
            var latitudes = http.Request.Query["latitude"].ToString().Split(',');
            if (latitudes.Contains("52.2298"))
            {
                (http.Response.StatusCode, http.Response.ContentType) = (400, "application/json; charset=utf-8");
                return """{ "error": true, "reason": "Warsaw is out of range." }""";
            }

            return OpenMeteoPages.Write([.. latitudes.Select(l => OpenMeteoPages.Place(WeatherRoom.Start.Date, temperature: 1))]);
        });
        Place[] good = [WeatherRoom.Minsk, WeatherRoom.Washington];
        await room.Desk.LookAsync(good, TestContext.Current.CancellationToken);
        await room.RoundAsync();
        Assert.Equal(1, room.Wire.Count(OpenMeteoPages.Path));

        room.Clock.Advance(TimeSpan.FromMinutes(90));
        await room.Desk.LookAsync([.. good, WeatherRoom.Warsaw], TestContext.Current.CancellationToken);
        await room.RoundAsync();
        var all = await room.Desk.LookAsync([.. good, WeatherRoom.Warsaw], TestContext.Current.CancellationToken);
        Assert.Equal([null, null], all.Take(2).Select(w => w.Trouble));
        Assert.All(all.Take(2), w => Assert.Equal(room.Clock.GetUtcNow(), w.Forecast!.Fetched));
        Assert.Contains("Warsaw is out of range.", all[2].Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_are_matched_to_places_by_country_and_by_point_and_sorted_by_severity()
    {
        await using var room = await OpenAsync();
        room.Wire.Serve(AlertPages.Poland, AlertPages.Feed(
            AlertPages.Entry("mild", "Pomorskie", severity: "Minor"), AlertPages.Entry("bad", "Podlaskie", severity: "Severe"), AlertPages.Entry("also", "Warsaw", severity: "Minor")));
        room.Wire.Serve(AlertPages.Nws, AlertPages.Features(AlertPages.Warning("urn:1")));
        Place[] places = [WeatherRoom.Warsaw, Gazetteer.Search("Łódź", 1)[0], WeatherRoom.Washington, Gazetteer.CapitalOf("JP")!];
        await room.Desk.LookAsync(places, TestContext.Current.CancellationToken);
        await room.RoundAsync();
        var weather = await room.Desk.LookAsync(places, TestContext.Current.CancellationToken);
        Assert.Equal(["bad", "also", "mild"], weather[0].Alerts.Select(a => a.Id));
        Assert.Equal(["bad", "mild", "also"], weather[1].Alerts.Select(a => a.Id));
        Assert.Equal(["urn:1"], weather[2].Alerts.Select(a => a.Id));
        Assert.Equal([WeatherRoom.Start, WeatherRoom.Start, WeatherRoom.Start, null], weather.Select(w => w.AlertsAsOf));
        // One request for a country, whatever the number of its places.
        Assert.Equal(1, room.Wire.Count(AlertPages.Poland));
        Assert.Contains("point=38.8951,-77.0364", room.Wire.Asked.Single(a => a.Target.StartsWith(AlertPages.Nws, StringComparison.Ordinal)).Target, StringComparison.Ordinal);
        Assert.Empty(room.Wire.Breaches);
    }

    [Fact]
    public async Task A_warning_goes_when_it_expires_even_while_its_service_is_silent()
    {
        await using var room = await OpenAsync();
        room.Wire.Serve(AlertPages.Poland, AlertPages.Feed(AlertPages.Entry("short", "Mazowieckie", expires: "2024-05-24T13:00:00Z"), AlertPages.Entry("long", "Mazowieckie")));
        Assert.Equal(2, (await room.FetchAsync(WeatherRoom.Warsaw)).Alerts.Count);
        room.Wire.Break(AlertPages.Poland, "<html>Sorry");
        room.Clock.Advance(TimeSpan.FromMinutes(45));
        var weather = await room.FetchAsync(WeatherRoom.Warsaw);
        Assert.Equal(["long"], weather.Alerts.Select(a => a.Id));
        Assert.Equal(WeatherRoom.Start, weather.AlertsAsOf);
        Assert.Equal(2, room.Wire.Count(AlertPages.Poland));

        // Ten minutes are the least between two requests, also after a failure.
        room.Clock.Advance(TimeSpan.FromMinutes(9));
        await room.RoundAsync();
        Assert.Equal(2, room.Wire.Count(AlertPages.Poland));
        room.Wire.Serve(AlertPages.Poland, AlertPages.Feed());
        room.Wire.Mend(AlertPages.Poland);
        room.Clock.Advance(TimeSpan.FromMinutes(15));
        weather = await room.FetchAsync(WeatherRoom.Warsaw);
        Assert.Empty(weather.Alerts);
        Assert.Equal(room.Clock.GetUtcNow(), weather.AlertsAsOf);
    }

    [Fact]
    public async Task Without_providers_nothing_is_asked_and_nothing_breaks()
    {
        await using var room = await OpenAsync(s => (s["Weather:Forecasts"], s["Weather:Alerts"]) = ("None", "false"));
        var weather = await room.FetchAsync(WeatherRoom.Warsaw);
        Assert.Equal((null, null, null), (weather.Forecast, weather.Trouble, weather.AlertsAsOf));
        Assert.Empty(room.Wire.Asked);
    }

    [Theory]
    [InlineData("Paris, FR", "Paris")]
    [InlineData("minsk", "Minsk")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public async Task Operator_may_set_the_place_of_those_who_have_chosen_none(string option, string? name)
    {
        await using var room = await OpenAsync(s => s["Weather:Place"] = option);
        Assert.Equal(name, room.Desk.Home()?.Name);
    }

    private static async Task<WeatherRoom> OpenAsync(Action<Dictionary<string, string?>>? configure = null)
    {
        var room = await WeatherRoom.OpenAsync(configure);
        room.Wire.Serve(MetNorwayPages.Path, MetNorwayPages.Forecast(WeatherRoom.Start.AddMinutes(-20), 12), Modified);
        return room;
    }

    private sealed class WithoutSteps : IEqualityComparer<Forecast>
    {
        public bool Equals(Forecast? x, Forecast? y) => (x! with { Steps = y!.Steps }).Equals(y);

        public int GetHashCode(Forecast forecast) => forecast.Issued.GetHashCode();
    }
}
