using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.BrowserTests;

/// <summary>The price stream and its script on a page that holds nothing else, under the paper's own policy.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LiveSite(WebApplication app, QuoteBoard board)
    {
        _app = app;
        Board = board;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public QuoteBoard Board { get; }

    /// <param name="port">0 takes any free one.</param>
    public static async Task<LiveSite> StartAsync(int port, CancellationToken cancel)
    {
        var board = new QuoteBoard([new Instrument(new("btc-usd"), "BTC/USD", "Bitcoin", InstrumentGroup.Crypto, "USD", 2, "BTC")]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<PaperTime>().AddSingleton<PaperFiles>().AddOptions<SiteOptions>();
        builder.Services.AddSingleton(new LiveQuotes(board, _ => QuoteState.Live, _ => null)).AddLive();
        var app = builder.Build();
        app.UseMiddleware<PageHeaders>();
        app.MapPaperFiles();
        app.MapLive();
        app.MapGet("/{with}", (string with, PaperFiles files) => TypedResults.Content(Page(files, with == "prices"), "text/html; charset=utf-8"));
        await app.StartAsync(cancel);
        return new LiveSite(app, board);
    }

    public void Put(decimal price)
    {
        var now = TimeProvider.System.GetUtcNow();
        Board.Put(new Quote(new("btc-usd"), price, new QuoteBasis(BasisKind.Day, 100, null), QuoteKind.Live, now, now, "Test"));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static string Page(PaperFiles files, bool prices) =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><title>Prices</title><link rel="stylesheet" href="{files.StylePath}"><script src="{files.LivePath}" defer></script></head>
        <body><main>{(prices ? Quote : "No price here.")}<p data-live-note hidden>Reconnecting</p></main></body></html>
        """;

    private const string Quote =
        """
        <p data-quote="btc-usd" data-direction="none" data-state="stale" aria-live="off"><b data-field="price">1.00</b> <i data-field="arrow" aria-hidden="true"></i>
        <span data-field="change"></span> <span data-field="percent"></span> <span data-field="basis"></span> <span data-field="chip">Stale</span>
        <time data-field="asOf" datetime="2024-05-24T18:40:00Z">18:40</time></p>
        """;
}
