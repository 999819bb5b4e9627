using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds;

/// <summary>The room Feeds over a real archive in a folder, at noon of 24 May 2024 until the test moves the clock.</summary>
internal static class FeedRoom
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    public static ServiceProvider Open(string folder, FeedWire wire, FakeTimeProvider clock, Action<FeedsOptions>? configure = null, Action<FetchingOptions>? fetching = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.Configure<FetchingOptions>(o => o.AllowedHosts.Add(wire.Origin.Authority));
        services.Configure(fetching ?? (_ => { }));
        services.Configure(configure ?? (_ => { }));
        services.AddSingleton(_ => NewsArchive.Open(folder));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Fetcher>(provider, TimeProvider.System));
        services.AddSingleton<FeedStore>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<FeedDesk>();
        return services.BuildServiceProvider();
    }

    public static FeedListing Listing(Uri address, string publisher = "Publisher") => new(publisher, null, null, address, address.AbsolutePath, null);
}
