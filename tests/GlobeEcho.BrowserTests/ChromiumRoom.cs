using GlobeEcho.Tests.Site;
using Microsoft.Playwright;

namespace GlobeEcho.BrowserTests;

/// <summary>One browser and one site for all tests of the suite.</summary>
public sealed class ChromiumRoom : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SiteHost? _site;

    public SiteHost Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("GLOBE_ECHO_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        if (chromium is null)
            return;
        _site = await SiteHost.StartAsync(filled: true, CancellationToken.None, "--Site:Sample=true", "--Weather:Place=Warsaw");
        await SampleArchive.AddEchoAsync(_site.Archive, CancellationToken.None);
        await InventedWeather.FillAsync(_site.Archive, _site.Clock.GetUtcNow(), CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A reader with an empty cookie jar. Skips the test where there is no Chromium; on the build server that is a failure.</summary>
    public async Task<IBrowserContext> ReaderAsync(int width = 1440, ColorScheme colours = ColorScheme.Light, bool scripts = true)
    {
        if (_browser is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The build server needs a Chromium.");
            Assert.Skip("No Chromium on this machine; set GLOBE_ECHO_CHROMIUM to one.");
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = colours,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(30_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
    }
}
