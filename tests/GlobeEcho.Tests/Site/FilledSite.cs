namespace GlobeEcho.Tests.Site;

/// <summary>The site over the invented wire, shared by the tests that only read it.</summary>
public sealed class FilledSite : IAsyncLifetime
{
    private SiteHost? _host;

    public SiteHost Host => _host ?? throw new InvalidOperationException("The site was not started.");

    public HttpClient Http => Host.Http;

    public async ValueTask InitializeAsync() => _host = await SiteHost.StartAsync(filled: true, CancellationToken.None, "--Site:Sample=true");

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
