using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Digests.Model;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests;

/// <summary>The newsroom's real desks over an archive, built in one place; what a test does not name has its default.</summary>
internal static class Desks
{
    public static FeedDesk Feeds(NewsArchive archive, TimeProvider clock, Fetcher? fetcher = null, FeedsOptions? options = null) => new(
        archive,
        new FeedStore(),
        new SubscriptionStore(),
        fetcher ?? new Fetcher(Options.Create(new FetchingOptions()), clock),
        clock,
        Options.Create(options ?? new FeedsOptions()),
        NullLogger<FeedDesk>.Instance);

    public static ArticleDesk Articles(NewsArchive archive, TimeProvider clock, Fetcher? fetcher = null, ArticlesOptions? options = null)
    {
        fetcher ??= new Fetcher(Options.Create(new FetchingOptions()), clock);
        return new ArticleDesk(
            archive,
            new ArticleStore(),
            Feeds(archive, clock, fetcher),
            fetcher,
            new PageVault(Options.Create(new ArchiveOptions()), clock),
            clock,
            Options.Create(options ?? new ArticlesOptions()));
    }

    public static StoryDesk Stories(NewsArchive archive, TimeProvider clock, StoriesOptions? options = null) => new(
        archive, new StoryStore(), Feeds(archive, clock), Articles(archive, clock), Options.Create(options ?? new StoriesOptions()), clock, NullLogger<StoryDesk>.Instance);

    public static DigestDesk Digests(NewsArchive archive, TimeProvider clock, DigestsOptions? options = null, DigestMeter? meter = null, LanguageModel? model = null) => new(
        archive,
        new DigestStore(),
        Stories(archive, clock),
        Articles(archive, clock),
        Options.Create(options ?? new DigestsOptions()),
        new Compositor(model ?? Model(archive, clock, new ModelOptions(), null), meter ?? new DigestMeter(), clock, NullLogger<Compositor>.Instance),
        NullLogger<DigestDesk>.Instance);

    public static LanguageModel Model(NewsArchive archive, TimeProvider clock, ModelOptions options, Fetcher? fetcher)
    {
        fetcher ??= new Fetcher(Options.Create(new FetchingOptions()), clock);
        return new LanguageModel(archive, new ModelStore(), new ChatClient(fetcher, Options.Create(options)), Options.Create(options), new DigestMeter(), clock);
    }

    public static EditionDesk Editions(NewsArchive archive, TimeProvider clock, EditionsOptions? options = null) => new(
        archive,
        new EditionStore(),
        Stories(archive, clock),
        Articles(archive, clock),
        Options.Create(options ?? new EditionsOptions()),
        clock,
        NullLogger<EditionDesk>.Instance);
}
