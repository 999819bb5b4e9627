using System.Net;
using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Tests.Site;

/// <summary>The site over a real archive in a temporary folder, on a free port of this machine.</summary>
public sealed class SiteHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private SiteHost(WebApplication app, string folder, NewsArchive archive, StillClock clock)
    {
        _app = app;
        _folder = folder;
        Archive = archive;
        Clock = clock;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public NewsArchive Archive { get; }

    public StillClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public TradingFloor Floor => _app.Services.GetRequiredService<TradingFloor>();

    public static async Task<SiteHost> StartAsync(bool filled, CancellationToken cancel, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("globe-echo-site-").FullName;
        var archive = NewsArchive.Open(folder);
        if (filled)
            await SampleArchive.FillAsync(archive, cancel);
        var clock = new StillClock(SampleArchive.Made.AddMinutes(5));
        // A test asks nobody outside: places are those of our own list.
        var builder = WebApplication.CreateSlimBuilder(["--Weather:Geocode=false", .. settings]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddNewsroom(builder.Configuration).AddSingleton(archive).AddSite();
        var app = builder.Build();
        if (filled)
            await SampleMarkets.FillAsync(archive, app.Services.GetRequiredService<TradingFloor>(), clock.GetUtcNow(), cancel);
        app.MapSite();
        await app.StartAsync(cancel);
        return new SiteHost(app, folder, archive, clock);
    }

    /// <summary>A page's text as a browser understands it: character references resolved.</summary>
    public async Task<string> ReadAsync(string path, CancellationToken cancel) => WebUtility.HtmlDecode(await Http.GetStringAsync(path, cancel));

    /// <summary>Sends a form of the site's own page.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostFromAsync(Address.GetLeftPart(UriPartial.Authority), path, fields);

    /// <summary>Sends a form of a page of some origin.</summary>
    public async Task<HttpResponseMessage> PostFromAsync(string origin, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("Origin", origin);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
