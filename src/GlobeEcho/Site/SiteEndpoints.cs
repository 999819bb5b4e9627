using System.Text.Encodings.Web;
using System.Text.Unicode;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Site.AboutPage;
using GlobeEcho.Site.Beside;
using GlobeEcho.Site.BriefingPage;
using GlobeEcho.Site.Briefs;
using GlobeEcho.Site.CorrectionsPage;
using GlobeEcho.Site.FeedsPage;
using GlobeEcho.Site.FrontPage;
using GlobeEcho.Site.Health;
using GlobeEcho.Site.InstrumentPage;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.MarketsPage;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.SearchPage;
using GlobeEcho.Site.SectionPage;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.StoryPage;
using GlobeEcho.Site.Syndication;
using GlobeEcho.Site.Visits;
using GlobeEcho.Site.Weather;
using GlobeEcho.Site.WeatherPage;
using GlobeEcho.Site.WebSub;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site;

/// <summary>The door of the site: what it needs, and the pages it prints.</summary>
public static class SiteEndpoints
{
    /// <summary>The newsroom's desks and a <see cref="TimeProvider"/> must be there already.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations().ValidateOnStart();
        // Hubs can reach the paper only where its public address is known.
        services.AddOptions<FeedsOptions>().PostConfigure<IOptions<SiteOptions>>(
            (feeds, site) => feeds.Callback ??= site.Value.Address is { } address ? new Uri(address, WebSubEndpoints.Path) : null);
        services.AddRazorComponents();
        // The pages are UTF-8: only what HTML needs escaped is escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddSingleton<PaperFiles>();
        services.AddSingleton<StoryBriefs>();
        services.AddSingleton<FrontPageQuery>();
        services.AddSingleton<StoryPageQuery>();
        services.AddSingleton<SectionPageQuery>();
        services.AddSingleton<SearchPageQuery>();
        services.AddSingleton<OperatorAccess>();
        services.AddSingleton<FeedsPageQuery>();
        services.AddSingleton<AboutPageQuery>();
        services.AddSingleton<CorrectionsPageQuery>();
        services.AddBriefings();
        services.AddSingleton<QuoteStrip>();
        services.AddSingleton<StoryCurrencyQuery>();
        services.AddSingleton<MarketsPageQuery>();
        services.AddSingleton<InstrumentPageQuery>();
        services.AddSingleton<EditionFeed>();
        services.AddSingleton<DefaultPlace>();
        services.AddSingleton<WeatherLook>();
        services.AddSingleton<WeatherPageQuery>();
        return services.AddVisits().AddLive();
    }

    public static WebApplication MapSite(this WebApplication app)
    {
        app.UseMiddleware<PageHeaders>();
        app.UseResponseCompression();
        app.UseErrorPages();
        app.MapPaperFiles();
        app.MapFrontPage();
        app.MapStoryPage();
        app.MapStoryForms();
        app.MapSectionPage();
        app.MapSearchPage();
        app.MapFeedsPage();
        app.MapFeedForms();
        app.MapAboutPage();
        app.MapCorrectionsPage();
        app.MapBriefingPage();
        app.MapWeatherPage();
        app.MapMarketsPage();
        app.MapInstrumentPage();
        app.MapLive();
        app.MapSyndication();
        app.MapWebSub();
        app.MapHealth();
        return app;
    }
}
