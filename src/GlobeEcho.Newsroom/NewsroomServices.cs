using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Digests.Model;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Editions.Mail;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Weather;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom;

/// <summary>Furnishes the newsroom, room by room.</summary>
public static class NewsroomServices
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddArchive(configuration)
            .AddFetching(configuration)
            .AddFeeds(configuration)
            .AddArticles(configuration)
            .AddStories(configuration)
            .AddDigests(configuration)
            .AddEditions(configuration)
            .AddWeather(configuration)
            .AddMarkets(configuration)
            .AddRoomOptions<NewsroomOptions>(configuration, "Newsroom")
            .AddSingleton<Newsroom>();
    }

    /// <summary>Binds a configuration section. An unknown key or a value out of range stops the start with a sentence that names the key.</summary>
    public static IServiceCollection AddRoomOptions<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new RoomOptionsCheck<T>(section));
        services.AddOptions<T>().Bind(configuration.GetSection(section), o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        return services;
    }

    private static IServiceCollection AddArchive(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<ArchiveOptions>(configuration, "Archive")
        .AddSingleton(provider => NewsArchive.Open(provider.GetRequiredService<IOptions<ArchiveOptions>>().Value.Folder))
        .AddSingleton<PageVault>();

    private static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<FetchingOptions>(configuration, "Fetching")
        .AddSingleton<Fetcher>();

    private static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<FeedsOptions>(configuration, "Feeds")
        .AddSingleton<FeedStore>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<FeedDesk>();

    private static IServiceCollection AddArticles(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<ArticlesOptions>(configuration, "Articles")
        .AddSingleton<ArticleStore>()
        .AddSingleton<ArticleDesk>();

    private static IServiceCollection AddStories(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<StoriesOptions>(configuration, "Stories")
        .AddSingleton<StoryStore>()
        .AddSingleton<StoryDesk>();

    private static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<DigestsOptions>(configuration, "Digests")
        .AddSingleton<DigestStore>()
        .AddSingleton<DigestMeter>()
        .AddRoomOptions<ModelOptions>(configuration, "Model")
        .AddSingleton<ModelStore>()
        .AddSingleton<IChatClient, ChatClient>()
        .AddSingleton<LanguageModel>()
        .AddSingleton<Compositor>()
        .AddSingleton<DigestDesk>();

    private static IServiceCollection AddEditions(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<EditionsOptions>(configuration, "Editions")
        .AddRoomOptions<MailOptions>(configuration, "Mail")
        .AddSingleton<MailStore>()
        .AddSingleton<MailClient>()
        .AddSingleton<MailRound>()
        .AddSingleton<EditionStore>()
        .AddSingleton<EditionDesk>();

    private static IServiceCollection AddWeather(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<WeatherOptions>(configuration, "Weather")
        .AddSingleton<IForecastClient, MetNorwayClient>()
        .AddSingleton<IForecastClient, OpenMeteoClient>()
        .AddSingleton<IAlertClient, MeteoAlarmClient>()
        .AddSingleton<IAlertClient, NwsClient>()
        .AddSingleton<GeocodingClient>()
        .AddSingleton<PlaceSearch>()
        .AddSingleton<WeatherWires>()
        .AddSingleton<WeatherStore>()
        .AddSingleton<WeatherRound>()
        .AddSingleton<WeatherDesk>();

    // The order of the streams is the order in which they are preferred; that of the clients is who is asked when two price the same.
    private static IServiceCollection AddMarkets(this IServiceCollection services, IConfiguration configuration) => services
        .AddRoomOptions<MarketsOptions>(configuration, "Markets")
        .AddSingleton<IQuoteStream, KrakenStream>()
        .AddSingleton<IQuoteStream, CoinbaseStream>()
        .AddSingleton<IFixClient, EcbClient>()
        .AddSingleton<IFixClient, NbrbClient>()
        .AddSingleton<IFixClient, TreasuryClient>()
        .AddSingleton<IFixClient, TwelveDataClient>()
        .AddSingleton<IFixClient, FinnhubClient>()
        .AddSingleton<IFixClient, YahooClient>()
        .AddSingleton<KrakenHistoryClient>()
        .AddSingleton<MarketsStore>()
        .AddSingleton<TradingFloor>()
        .AddSingleton<MarketsDesk>();
}
