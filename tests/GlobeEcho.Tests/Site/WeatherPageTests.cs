using System.Net;
using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.Weather;
using GlobeEcho.Site.WeatherPage;

namespace GlobeEcho.Tests.Site;

public sealed class WeatherPageTests
{
    private static readonly DateTimeOffset Now = SampleArchive.Made.AddMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_forecast_page_and_masthead_say_that_it_is_being_fetched()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Weather:Place=Minsk");

        Assert.Contains("Weather for Minsk is being fetched", await host.ReadAsync("/", Cancel), StringComparison.Ordinal);
        var page = await host.ReadAsync("/weather", Cancel);
        Assert.Contains("It stands here as soon as it has come in", page, StringComparison.Ordinal);
        Assert.Contains("No warnings are read for Belarus", page, StringComparison.Ordinal);
        Assert.Equal(WorldCapitals.All.Sum(c => c.Places.Count), page.Split("being fetched</span>").Length - 1 - 1);
    }

    [Fact]
    public async Task Fresh_forecast_stands_on_every_page_with_its_hour()
    {
        await using var host = await MinskAsync();

        var front = await host.ReadAsync("/", Cancel);
        Assert.Contains("Minsk <span class=\"degrees\">10°</span>", front, StringComparison.Ordinal);
        Assert.Contains("Rest of day 8° to 10°", front, StringComparison.Ordinal);
        Assert.Contains("forecast for 21:00", front, StringComparison.Ordinal);
        Assert.DoesNotContain("weather-ear aged", front, StringComparison.Ordinal);

        var page = await host.ReadAsync("/weather", Cancel);
        Assert.Contains("A forecast for the hour from 21:00, not a measurement.", page, StringComparison.Ordinal);
        Assert.Contains("6\u00A0m/s from the south-east, moderate breeze (force 4)", page, StringComparison.Ordinal);
        Assert.Contains("21:45</time> there, Friday 24 May", page, StringComparison.Ordinal);
        Assert.Contains("Data from the Invented Weather Office</a> (CC BY 4.0).", page, StringComparison.Ordinal);
        Assert.Contains("Made 20:55, read 21:33; asked again after 22:04.", page, StringComparison.Ordinal);
        Assert.Contains(">Ten days</h2>", page, StringComparison.Ordinal);
        Assert.Contains("The same hours as a table", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_forecast_is_grey_says_its_age_and_stays()
    {
        await using var host = await MinskAsync(hours: 9, "the server answered 503 (Service Unavailable)");

        var page = await host.ReadAsync("/weather", Cancel);

        Assert.Contains("ear weather-ear aged", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"aged\"><section class=\"weather-now\"", page, StringComparison.Ordinal);
        Assert.Contains("As of 12:45.", page, StringComparison.Ordinal);
        Assert.Contains("as of 12:45", page, StringComparison.Ordinal);
        Assert.Contains("The last try failed. The server answered 503 (Service Unavailable).", page, StringComparison.Ordinal);
        Assert.Contains("class=\"hours-chart\"", page, StringComparison.Ordinal);
        Assert.Contains("Minsk <span class=\"degrees\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_that_ran_out_is_told_and_not_hidden()
    {
        await using var host = await MinskAsync(hours: 24 * 20);

        Assert.Contains("The forecast of 4 May 21:45 has run out", await host.ReadAsync("/", Cancel), StringComparison.Ordinal);
        Assert.Contains("The forecast does not reach this hour any more", await host.ReadAsync("/weather", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warning_names_severity_issuer_area_time_and_source()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Weather:Place=Warsaw");
        var warsaw = InventedWeather.Known(756135);
        await InventedWeather.KeepAsync(host.Archive, InventedWeather.Of(warsaw, Now.AddMinutes(-12)), Cancel);
        var near = InventedWeather.Alert(warsaw, Now, AlertSeverity.Severe, "Orange wind warning") with { Area = "Warsaw West and <b>Praga</b>" };
        var far = InventedWeather.Alert(warsaw, Now, AlertSeverity.Moderate, "Yellow rain warning", begins: 5) with { Area = "Lublin" };
        await KeepAsync(host, [near, far]);

        var page = await host.ReadAsync("/weather", Cancel);
        Assert.Contains("Severe warning</p>", page, StringComparison.Ordinal);
        Assert.Contains("Orange wind warning", page, StringComparison.Ordinal);
        Assert.Contains("in force until Sat 10:45", page, StringComparison.Ordinal);
        Assert.Contains("issued by Invented Weather Office, 17:45", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://weather.example/warning\"", page, StringComparison.Ordinal);
        Assert.Contains("1\u00A0warning elsewhere in Poland", page, StringComparison.Ordinal);
        Assert.Contains("from Sat 01:45 until Sat 10:45", page, StringComparison.Ordinal);
        Assert.Contains("Warnings as of 20:38", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Praga</b>", await host.Http.GetStringAsync("/weather", Cancel), StringComparison.Ordinal);
        // What warns of Lublin does not stand on the masthead of Warsaw.
        Assert.Contains("1\u00A0warning</span>", await host.ReadAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_warning_is_said_with_the_time_it_was_read()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Weather:Place=Warsaw");
        await KeepAsync(host, []);

        Assert.Contains("No warnings in force for Warsaw, as of 20:38.", await host.ReadAsync("/weather", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polar_day_and_night_are_said_in_words()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        var murmansk = InventedWeather.Known(524305);
        await InventedWeather.KeepAsync(host.Archive, InventedWeather.Of(murmansk, Now), Cancel);
        Assert.Contains("Polar day: the sun does not set today.", await host.ReadAsync("/weather/524305/murmansk", Cancel), StringComparison.Ordinal);

        host.Clock.Move(TimeSpan.FromDays(210));
        await InventedWeather.KeepAsync(host.Archive, InventedWeather.Of(murmansk, host.Clock.GetUtcNow()), Cancel);
        var page = await host.ReadAsync("/weather/524305/murmansk", Cancel);
        Assert.Contains("Polar night: the sun does not rise today.", page, StringComparison.Ordinal);
        Assert.Contains("<dd>0\u00A0h 0\u00A0min", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_has_one_address_whatever_stands_after_its_number()
    {
        await using var host = await MinskAsync();

        foreach (var path in (string[])["/weather/625144", "/weather/625144/moscow", "/weather/0625144/minsk"])
        {
            using var answer = await host.Http.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal("/weather/625144/minsk", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task Search_finds_places_and_prints_hostile_words_as_words()
    {
        await using var host = await MinskAsync();

        Assert.Contains("href=\"/weather/2988507/paris\"", await host.ReadAsync("/weather?q=paris", Cancel), StringComparison.Ordinal);
        var html = await host.Http.GetStringAsync("/weather?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>" + new string('x', 5000)), Cancel);
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No place of that name is known.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_chooses_place_and_units_and_only_the_cookie_knows()
    {
        await using var host = await MinskAsync();

        using var mine = await PostAsync(host, null, ("act", "mine"), ("place", "2643743"));
        Assert.Equal(HttpStatusCode.SeeOther, mine.StatusCode);
        Assert.Equal("/weather", mine.Headers.Location?.OriginalString);
        var cookie = CookieOf(mine);
        Assert.Equal("2643743-c-ms", cookie);
        Assert.Contains("; samesite=lax; httponly", Assert.Single(mine.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);

        using var added = await PostAsync(host, cookie, ("act", "add"), ("place", "625144"), ("at", "place"));
        Assert.Equal("/weather/625144/minsk", added.Headers.Location?.OriginalString);
        using var units = await PostAsync(host, CookieOf(added), ("act", "units"), ("temperature", "f"), ("wind", "bft"));
        Assert.Equal("2643743.625144-f-bft", CookieOf(units));
        using var removed = await PostAsync(host, CookieOf(units), ("act", "remove"), ("place", "2643743"));
        Assert.Equal("625144-f-bft", CookieOf(removed));

        var page = await ReadAsync(host, "/weather", CookieOf(removed));
        Assert.Contains("<h1>Minsk</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"degrees\">{Figures.Temperature(InventedWeather.Of(InventedWeather.Minsk, Now).At(Now)!.Temperature, TemperatureUnit.Fahrenheit)}</span>", page, StringComparison.Ordinal);
        Assert.Contains("force 4 from the south-east, moderate breeze", page, StringComparison.Ordinal);
        Assert.Contains("on your masthead", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_from_elsewhere_too_large_or_of_another_kind_changes_nothing()
    {
        await using var host = await MinskAsync();

        using var foreign = await PostAsync(host, null, "cross-site", new FormUrlEncodedContent([new("act", "mine"), new("place", "2643743")]));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var large = await PostAsync(host, null, "same-origin", new FormUrlEncodedContent([new("act", new string('x', 5000))]));
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
        using var json = await PostAsync(host, null, "same-origin", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        Assert.All((HttpResponseMessage[])[foreign, large, json], a => Assert.False(a.Headers.Contains("Set-Cookie")));
        using var unknown = await PostAsync(host, null, ("act", "mine"), ("place", "7"));
        Assert.Equal("-c-ms", CookieOf(unknown));
    }

    [Fact]
    public async Task Cookie_of_a_place_nobody_knows_falls_back_to_the_papers_own()
    {
        await using var host = await MinskAsync();

        Assert.Contains("<h1>Minsk</h1>", await ReadAsync(host, "/weather", "7.8-c-ms"), StringComparison.Ordinal);
        Assert.Contains("<h1>London</h1>", await ReadAsync(host, "/weather", "7.2643743-c-ms"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_the_browser_has_is_sent_again_when_the_weather_or_the_choice_changes()
    {
        await using var host = await MinskAsync();
        using var first = await GetAsync(host, null, null);
        Assert.Contains("Cookie", first.Headers.Vary);
        using var same = await GetAsync(host, first.Headers.ETag!.ToString(), null);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Contains("Cookie", same.Headers.Vary);

        using var units = await GetAsync(host, first.Headers.ETag!.ToString(), "-f-ms");
        Assert.Equal(HttpStatusCode.OK, units.StatusCode);
        host.Clock.Move(TimeSpan.FromMinutes(16));
        using var nextHour = await GetAsync(host, first.Headers.ETag!.ToString(), null);
        Assert.Equal(HttpStatusCode.OK, nextHour.StatusCode);
    }

    [Fact]
    public async Task Story_prints_the_weather_of_the_place_it_happens_in()
    {
        await using var host = await MinskAsync();
        await using (var session = await host.Archive.WriteAsync(Cancel))
        {
            await session.ExecuteAsync("UPDATE story SET headline = 'Ferry crews end strike in Minsk' WHERE id = 1", null, Cancel);
            await session.CommitAsync(Cancel);
        }

        var story = await host.ReadAsync("/story/1", Cancel);
        Assert.Contains("class=\"story-weather\"", story, StringComparison.Ordinal);
        Assert.Contains("Mostly clear, forecast for 21:00 there. Tomorrow 5° to 14°", story, StringComparison.Ordinal);
        Assert.DoesNotContain("story-weather", await host.ReadAsync("/story/9", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_place_is_the_city_of_the_papers_time_zone_when_the_lead_names_no_country()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Site:TimeZone=Asia/Kathmandu");

        Assert.Contains("Weather for Kathmandu is being fetched", await host.ReadAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_place_is_the_capital_of_the_leads_country()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel, "--Site:TimeZone=Asia/Kathmandu");
        await using (var session = await host.Archive.WriteAsync(Cancel))
        {
            await session.ExecuteAsync("UPDATE story SET headline = 'Norway ends its ferry strike' WHERE id = 1", null, Cancel);
            await session.CommitAsync(Cancel);
        }

        Assert.Contains("Weather for Oslo is being fetched", await host.ReadAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_fails_is_printed_without_asking_for_weather()
    {
        await using var host = await MinskAsync();
        await using (var session = await host.Archive.WriteAsync(Cancel))
        {
            await session.ExecuteAsync("DROP TABLE weather_forecast", null, Cancel);
            await session.CommitAsync(Cancel);
        }

        using var answer = await host.Http.GetAsync("/weather", Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("The press stopped on this page", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<SiteHost> MinskAsync(double hours = 0.2, string? trouble = null)
    {
        var host = await SiteHost.StartAsync(filled: true, Cancel, "--Weather:Place=Minsk");
        await InventedWeather.KeepAsync(host.Archive, InventedWeather.Of(InventedWeather.Minsk, Now.AddHours(-hours)), Cancel, trouble);
        return host;
    }

    private static Task KeepAsync(SiteHost host, IReadOnlyList<WeatherAlert> alerts) =>
        InventedWeather.KeepAsync(host.Archive, "meteoalarm:poland", alerts, Now.AddMinutes(-7), Cancel);

    private static string CookieOf(HttpResponseMessage answer) =>
        Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0].Split('=', 2)[1];

    private static async Task<string> ReadAsync(SiteHost host, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", "weather=" + cookie);
        using var answer = await host.Http.SendAsync(request, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)).Replace('\u00A0', ' ');
    }

    private static async Task<HttpResponseMessage> GetAsync(SiteHost host, string? tag, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        if (cookie is not null)
            request.Headers.Add("Cookie", "weather=" + cookie);
        return await host.Http.SendAsync(request, Cancel);
    }

    private static Task<HttpResponseMessage> PostAsync(SiteHost host, string? cookie, params (string Name, string Value)[] fields) =>
        PostAsync(host, cookie, "same-origin", new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    private static async Task<HttpResponseMessage> PostAsync(SiteHost host, string? cookie, string site, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/weather/choice") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", site);
        if (cookie is not null)
            request.Headers.Add("Cookie", "weather=" + cookie);
        return await host.Http.SendAsync(request, Cancel);
    }
}
