using System.Net;
using System.Text.RegularExpressions;

namespace GlobeEcho.Tests.Site;

public sealed class QuoteStripTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strip_prints_six_prices_with_sign_arrow_unit_and_state()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);

        var html = await host.ReadAsync("/", Cancel);

        Assert.Equal(["btc-usd", "eth-usd", "eur-usd", "eur-gbp", "usd-byn", "us-10y"], Regex.Matches(html, "<li data-quote=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.Matches("(?s)ETH/USD</span>.*?>Live</span>.*?>3,741.12</span> <span class=\"unit\">USD</span>.*?aria-hidden=\"true\">▼</span>.*?>−1.54\u00A0%</span>", html);
        Assert.Contains("prices, 3 live", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_price_the_paper_says_that_prices_are_being_fetched()
    {
        await using var host = await SiteHost.StartAsync(filled: false, Cancel);

        var html = await host.ReadAsync("/markets", Cancel);

        Assert.Contains("Prices are being fetched.", html, StringComparison.Ordinal);
        Assert.Contains("prices are being fetched</span>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"data-field=""(?:percent|change|price)""[^>]*>[^<]*\d", html);
    }

    [Fact]
    public async Task A_paper_without_sources_of_prices_says_so()
    {
        await using var host = await SiteHost.StartAsync(
            filled: false, Cancel, "--Markets:UseKraken=false", "--Markets:UseCoinbase=false", "--Markets:UseEcb=false", "--Markets:UseNbrb=false", "--Markets:UseTreasury=false");

        var html = await host.ReadAsync("/markets", Cancel);

        Assert.Contains("This paper follows no prices.", html, StringComparison.Ordinal);
        Assert.Contains("not followed here", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-quote", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_is_sent_again_when_a_price_in_it_has_moved_and_not_before()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        using var first = await host.Http.GetAsync("/", Cancel);
        var tag = first.Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(host, tag, ""));
        // A price the strip does not print.
        Assert.True(host.Floor.Board.Put(SampleMarkets.LiveQuote(SampleMarkets.WithoutBasis, 0.47m, null, host.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(host, tag, ""));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, tag, "watch=doge-usd"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, tag, "changes=blue-orange"));

        Assert.True(host.Floor.Board.Put(SampleMarkets.LiveQuote(SampleMarkets.Bitcoin, 69_121m, 1_208.7m, host.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, tag, ""));
    }

    [Fact]
    public async Task A_kept_page_does_not_go_on_calling_an_old_price_live()
    {
        await using var host = await SiteHost.StartAsync(filled: true, Cancel);
        using var first = await host.Http.GetAsync("/section/europe", Cancel);

        host.Clock.Move(TimeSpan.FromMinutes(2));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/section/europe");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Contains("data-state=\"stale\"", await second.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(SiteHost host, string tag, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("If-None-Match", tag);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await host.Http.SendAsync(request, Cancel);
        Assert.Contains("Cookie", answer.Headers.Vary);
        return answer.StatusCode;
    }
}
