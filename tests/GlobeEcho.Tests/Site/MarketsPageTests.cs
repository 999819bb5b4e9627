using System.Net;
using System.Text.RegularExpressions;
using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Tests.Site;

public sealed class MarketsPageTests(FilledSite site) : IClassFixture<FilledSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_price_says_its_unit_its_state_its_time_and_what_it_is_measured_against()
    {
        var row = await RowAsync(SampleMarkets.Bitcoin);

        Assert.Contains("data-direction=\"up\" data-state=\"live\"", row, StringComparison.Ordinal);
        Assert.Equal("BTC/USD Bitcoin in US dollars 69,120.50 USD Live 18:44 ▲ +1,208.20 +1.78 % 24 h BTC/USD on your list", Words(row));
        Assert.Contains("<time data-field=\"asOf\" datetime=\"2024-05-24T18:44:58Z\">", row, StringComparison.Ordinal);
        Assert.Equal(
            "EUR/USD Euro in US dollars 1.0847 USD Daily fix 24 May 24 May ▲ +0.0031 +0.29 % since previous fix EUR/USD on your list",
            Words(await RowAsync(SampleMarkets.Fix)));
        Assert.Equal("US 10Y US Treasury par yield, 10 years 4.46 % Daily fix 24 May 24 May ▼ −0.01 pp since previous fix US 10Y on your list", Words(await RowAsync(SampleMarkets.Yield)));
        Assert.StartsWith("100 RUB/BYN Russian rouble in Belarusian roubles 3.5587 BYN", Words(await RowAsync(SampleMarkets.Hundred)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stale_stays_and_says_since_when()
    {
        var row = await RowAsync(SampleMarkets.Stale);

        Assert.Contains("data-state=\"stale\"", row, StringComparison.Ordinal);
        Assert.StartsWith("DOGE/USD Dogecoin in US dollars 0.16512 USD Stale since 17:10", Words(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_basis_there_is_no_change_and_never_a_zero()
    {
        var row = await RowAsync(SampleMarkets.WithoutBasis);

        Assert.Contains("data-direction=\"none\"", row, StringComparison.Ordinal);
        Assert.Equal("ADA/USD Cardano in US dollars 0.4612 USD Live 18:44 no change known ADA/USD on your list", Words(row));
        // What really has not moved says so, without an arrow.
        Assert.Contains("0.9921 CHF Daily fix 24 May 24 May 0.0000 0.00 % since previous fix", Words(await RowAsync(SampleMarkets.Flat)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_nobody_has_told_yet_is_no_number()
    {
        var row = await RowAsync(SampleMarkets.Unknown);

        Assert.Contains("data-state=\"none\"", row, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d+\.\d+", Words(row));
        Assert.Contains("no price yet", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_break_where_hours_are_missing()
    {
        Assert.Equal(2, Regex.Count(await RowAsync(SampleMarkets.Bitcoin), "<polyline"));
        Assert.Equal(1, Regex.Count(await RowAsync(SampleMarkets.Fix), "<polyline"));
        Assert.Equal(0, Regex.Count(await RowAsync(SampleMarkets.Unknown), "<polyline"));
    }

    [Fact]
    public async Task Only_groups_that_hold_something_are_printed()
    {
        var html = await site.Host.ReadAsync("/markets", Cancel);

        Assert.Equal(["Currencies", "Crypto", "Yields"], Regex.Matches(html, "<h2 id=\"g-[a-z]+\" class=\"label\">([^<]+)<").Select(m => m.Groups[1].Value));
        Assert.Contains("For information, not for trading", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_named_with_their_terms_and_their_health()
    {
        var html = await site.Host.ReadAsync("/markets", Cancel);

        Assert.Contains("Connected, heard just now.", html, StringComparison.Ordinal);
        Assert.Contains("Last fix 24 May, the next is expected on Monday at 14:00; not heard yet.", html, StringComparison.Ordinal);
        foreach (var source in site.Host.Floor.Sources)
        {
            Assert.Contains(source.Words, html, StringComparison.Ordinal);
            Assert.Contains($"href=\"{source.Address.AbsoluteUri}\" rel=\"noopener nofollow\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("turkey", "eur-try")]
    [InlineData("sterling", "eur-gbp")]
    public async Task Search_prints_what_it_found(string words, string id)
    {
        var html = await site.Host.ReadAsync("/markets?q=" + words, Cancel);

        Assert.Equal([id], Rows(html));
        Assert.Contains($"<q>{words}</q>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_search_is_printed_as_words()
    {
        var html = await site.Http.GetStringAsync("/markets?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>" + new string('x', 5000)), Cancel);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nothing here is called", html, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 101), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_star_puts_an_instrument_on_the_readers_list_and_takes_it_off()
    {
        using var starred = await SendAsync("/markets/watch", "instrument=eur-gbp&want=on&back=/markets?q=sterling", "watch=btc-usd");
        Assert.Equal(HttpStatusCode.SeeOther, starred.StatusCode);
        Assert.Equal("/markets?q=sterling", starred.Headers.Location?.OriginalString);
        var cookie = Assert.Single(starred.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("watch=btc-usd.eur-gbp; max-age=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);

        var html = await ReadAsync("/markets", "watch=btc-usd.eur-gbp");
        Assert.Equal(["btc-usd", "eur-gbp"], Rows(html).Take(2));
        Assert.Contains("id=\"g-own\" class=\"label\">Your list<", html, StringComparison.Ordinal);
        Assert.Equal(["btc-usd", "eur-gbp"], Strip(html));

        using var taken = await SendAsync("/markets/watch", "instrument=btc-usd&want=off", "watch=btc-usd.eur-gbp");
        Assert.StartsWith("watch=eur-gbp;", Assert.Single(taken.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("watch=%3Cscript%3E.nothing..%00")]
    [InlineData("watch=")]
    [InlineData("watch=;changes=%22%3E%3Cscript%3E")]
    public async Task A_cookie_that_makes_no_sense_changes_nothing(string cookie)
    {
        var html = await ReadAsync("/markets", cookie);

        Assert.DoesNotContain("g-own", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal(QuoteStrip.Most, Strip(html).Count());
    }

    [Theory]
    [InlineData("/markets/watch", "instrument=btc-usd&want=on")]
    [InlineData("/markets/colours", "colours=blue-orange")]
    public async Task A_form_from_elsewhere_is_refused(string path, string form)
    {
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("X-Nothing", "") })
        {
            using var answer = await SendAsync(path, form, "", (name, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("//elsewhere.example/markets")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/markets/\\elsewhere")]
    [InlineData("/marketsx")]
    [InlineData("/markets\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task A_form_leads_back_to_the_markets_and_nowhere_else(string back)
    {
        using var answer = await SendAsync("/markets/colours", "colours=usual&back=" + Uri.EscapeDataString(back), "");

        Assert.Equal("/markets", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("instrument=nothing&want=on", HttpStatusCode.BadRequest)]
    [InlineData("want=on", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_form_that_names_no_instrument_is_refused(string form, HttpStatusCode status)
    {
        using var answer = await SendAsync("/markets/watch", form, "");

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Blue_and_orange_are_a_choice_that_every_page_keeps()
    {
        using var answer = await SendAsync("/markets/colours", "colours=blue-orange&back=/markets", "");
        Assert.StartsWith("changes=blue-orange;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);

        foreach (var path in (string[])["/", "/markets", "/story/1"])
        {
            Assert.Contains("<html lang=\"en\" data-changes=\"blue-orange\">", await ReadAsync(path, "changes=blue-orange"), StringComparison.Ordinal);
            Assert.Contains("<html lang=\"en\">", await ReadAsync(path, ""), StringComparison.Ordinal);
        }
    }

    private static string Words(string html) => Regex.Replace(Regex.Replace(html.Replace("<span class=\"no-change\">no change known</span>", html.Contains("data-direction=\"none\"", StringComparison.Ordinal) ? " no change known " : ""), "<[^>]+>", " "), @"\s+", " ").Trim();

    private static IEnumerable<string> Rows(string html) => Regex.Matches(html, "<tr data-quote=\"([^\"]+)\"").Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Strip(string html) => Regex.Matches(html, "<li data-quote=\"([^\"]+)\"").Select(m => m.Groups[1].Value);

    private async Task<string> RowAsync(string id)
    {
        var html = await site.Host.ReadAsync("/markets", Cancel);
        return Regex.Match(html, $"<tr data-quote=\"{id}\".*?</tr>", RegexOptions.Singleline).Value;
    }

    private async Task<string> ReadAsync(string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Http.SendAsync(request, Cancel);
        Assert.Contains("Cookie", answer.Headers.Vary);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string form, string cookie, (string Name, string Value)? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        var (name, value) = from ?? ("Origin", site.Host.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.TryAddWithoutValidation(name, value);
        return await site.Http.SendAsync(request, Cancel);
    }
}
