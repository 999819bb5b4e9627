using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GlobeEcho.Tests.Site;

public sealed class InstrumentPageTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Price_change_bid_ask_range_and_maker_are_printed()
    {
        var html = await site.Host.ReadAsync("/markets/btc-usd", Cancel);

        Assert.Contains("<h1>Bitcoin in US dollars</h1>", html, StringComparison.Ordinal);
        Assert.Contains("data-field=\"price\">69,120.50</span>", html, StringComparison.Ordinal);
        var known = Regex.Matches(html, "<dt>([^<]+)(?:<small>[^<]*</small>)?</dt><dd>([^<]+)</dd>").Select(m => $"{m.Groups[1].Value.Trim()}={m.Groups[2].Value}");
        Assert.Equal(["Bid=69,113.59", "Ask=69,127.41", "Highest=69,949.95", "Lowest=67,738.09", "A day before=67,912.30", "Price by=Kraken"], known);
    }

    [Fact]
    public async Task Chart_is_whole_without_scripts()
    {
        var html = await site.Host.ReadAsync("/markets/btc-usd", Cancel);

        Assert.Equal(2, Regex.Count(Plain(html), "<polyline"));
        Assert.Matches(@"(?s)From <time[^>]*>23 May 18:4\d</time>.*?</time>:\s*<b>[\d,.]+</b> at first, <b>69,120.50</b> at last, <b>[+−][\d,.]+ \([+−][\d.]+\u00A0%\)</b>", html);
        // A day in hours; the one without prices has no row.
        Assert.Equal(24, Regex.Count(html, "<th scope=\"row\"><time"));
        Assert.DoesNotContain(">24 May 09:00<", html, StringComparison.Ordinal);
        Assert.Matches("aria-current=\"true\">1 day<", html);
        Assert.Contains("class=\"chart-keys\" role=\"group\" aria-label=\"Chart\" hidden", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/markets/btc-usd", "1 day")]
    [InlineData("/markets/btc-usd?range=1y", "1 year")]
    [InlineData("/markets/btc-usd?range=forever", "1 day")]
    [InlineData("/markets/eur-usd", "1 month")]
    [InlineData("/markets/eur-usd?range=1d", "1 month")]
    [InlineData("/markets/eur-usd?mark=2024-05-20", "1 month")]
    [InlineData("/markets/eur-usd?mark=2023-11-02", "1 year")]
    [InlineData("/markets/eur-usd?mark=1999-11-02", "All")]
    public async Task Range_is_the_readers_or_the_one_that_holds_the_mark(string path, string name) =>
        Assert.Contains($"aria-current=\"true\">{name}<", await site.Host.ReadAsync(path, Cancel), StringComparison.Ordinal);

    [Fact]
    public async Task A_storys_day_is_marked_and_its_headline_linked()
    {
        var html = await site.Host.ReadAsync("/markets/eur-usd?story=1", Cancel);

        Assert.Single(Regex.Matches(Plain(html), "<line class=\"mark\""));
        Assert.Matches("(?s)23 May 2024</time>: <a href=\"/story/1\">Ferry crews end eleven-day strike", html);
        Assert.Contains("href=\"/markets/eur-usd?range=1y&story=1\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?story=4096")]
    [InlineData("?story=-1")]
    [InlineData("?story=%3Cscript%3E")]
    [InlineData("?mark=yesterday")]
    [InlineData("?mark=2024-99-99")]
    [InlineData("?range=%22%3E&mark=%3Cscript%3E")]
    public async Task A_mark_that_makes_no_sense_is_no_mark(string query)
    {
        var html = await site.Http.GetStringAsync("/markets/eur-usd" + query, Cancel);

        Assert.DoesNotContain("class=\"marked\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instrument_without_a_price_has_a_page_that_says_so()
    {
        var html = await site.Host.ReadAsync("/markets/link-usd", Cancel);

        Assert.Contains("No price has been heard yet.", html, StringComparison.Ordinal);
        Assert.Contains("No line can be drawn of this stretch yet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<dl class=\"known\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/markets/nothing", HttpStatusCode.NotFound, null)]
    [InlineData("/markets/nothing/candles", HttpStatusCode.NotFound, null)]
    [InlineData("/markets/btc-usd/candles?range=2d", HttpStatusCode.BadRequest, null)]
    [InlineData("/markets/BTC-USD?range=1y", HttpStatusCode.MovedPermanently, "/markets/btc-usd?range=1y")]
    public async Task One_instrument_has_one_address(string path, HttpStatusCode status, string? location)
    {
        using var answer = await site.Http.GetAsync(path, Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Candles_are_columns_of_equal_length_without_the_missing_hour()
    {
        using var json = JsonDocument.Parse(await site.Http.GetStringAsync("/markets/btc-usd/candles?range=1d", Cancel));
        var root = json.RootElement;

        Assert.Equal("btc-usd USD 1d minute", string.Join(' ', new[] { "instrument", "unit", "range", "span" }.Select(n => root.GetProperty(n).GetString())));
        var start = root.GetProperty("start").EnumerateArray().Select(s => s.GetInt64()).ToList();
        Assert.Equal(1440 - 60, start.Count);
        Assert.Equal(start.Order(), start);
        Assert.All(start, s => Assert.NotEqual(9, DateTimeOffset.FromUnixTimeSeconds(s).Hour));
        foreach (var column in (string[])["open", "high", "low", "close"])
            Assert.Equal(start.Count, root.GetProperty(column).GetArrayLength());
        Assert.Equal(69_120.5m, root.GetProperty("close").EnumerateArray().Last().GetDecimal());
        Assert.Equal(300, root.GetProperty("gapSeconds").GetInt32());
    }

    [Fact]
    public async Task Only_this_page_loads_the_chart()
    {
        var html = await site.Http.GetStringAsync("/markets/btc-usd", Cancel);
        var own = Regex.Matches(html, "/paper/(?:uplot|chart)\\.[0-9a-f]{12}\\.(?:js|css)").Select(m => m.Value).ToList();
        Assert.Equal(3, own.Count);
        foreach (var path in own)
        {
            var text = await site.Http.GetStringAsync(path, Cancel);
            Assert.Equal(path.Contains("uplot", StringComparison.Ordinal), text.StartsWith("/*\nThe MIT License", StringComparison.Ordinal));
        }

        foreach (var path in (string[])["/", "/markets", "/story/1"])
        {
            var other = await site.Http.GetStringAsync(path, Cancel);
            Assert.DoesNotContain("uplot", other, StringComparison.Ordinal);
            Assert.DoesNotContain("/paper/chart.", other, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_currency_stands_beside_a_story_about_its_country_with_the_storys_day()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        var about = await SampleArchive.AddCountryStoryAsync(host.Archive, "Belarus opens a night library", "Belarus will keep one library in Minsk open through the night.", Cancel);
        var beyond = await SampleArchive.AddCountryStoryAsync(host.Archive, "US opens a night library", "The United States will keep one library open through the night.", Cancel);

        var html = await host.ReadAsync($"/story/{about.Value}", Cancel);

        Assert.Matches("(?s)<aside class=\"currency-box\" aria-label=\"US dollar in Belarusian roubles\" data-quote=\"usd-byn\".*?<line class=\"mark\".*?3.2012.*?−0.32\u00A0%", html);
        Assert.Contains($"href=\"/markets/usd-byn?story={about.Value}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("currency-box", await host.ReadAsync($"/story/{beyond.Value}", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("currency-box", await host.ReadAsync("/story/1", Cancel), StringComparison.Ordinal);
    }

    private static string Plain(string html) => html[html.IndexOf("plain-drawing", StringComparison.Ordinal)..html.IndexOf("class=\"pointed\"", StringComparison.Ordinal)];
}
