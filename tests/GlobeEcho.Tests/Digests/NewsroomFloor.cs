using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Tests.Feeds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Digests;

/// <summary>The whole newsroom with its real desks, over publishers on loopback whose pages a test rewrites.</summary>
internal sealed class NewsroomFloor : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-floor-").FullName;
    private readonly Dictionary<string, (string Title, string Lead)> _items = [];
    private readonly Fetcher _fetcher;
    private readonly GlobeEcho.Newsroom.Newsroom _newsroom;

    private NewsroomFloor(FeedWire wire)
    {
        Wire = wire;
        Archive = NewsArchive.Open(_folder);
        var fetching = new FetchingOptions();
        fetching.AllowedHosts.Add(wire.Origin.Authority);
        _fetcher = new Fetcher(Options.Create(fetching), TimeProvider.System);
        Feeds = Desks.Feeds(Archive, Clock, _fetcher);
        Articles = Desks.Articles(Archive, Clock, _fetcher);
        Stories = Desks.Stories(Archive, Clock);
        Digests = Desks.Digests(Archive, Clock, meter: Meter);
        _newsroom = new GlobeEcho.Newsroom.Newsroom(Feeds, Articles, Stories, Digests, Desks.Editions(Archive, Clock), Clock);
    }

    public FeedWire Wire { get; }

    public FakeTimeProvider Clock { get; } = new(FeedRoom.Noon);

    public DigestMeter Meter { get; } = new();

    public NewsArchive Archive { get; }

    public FeedDesk Feeds { get; }

    public ArticleDesk Articles { get; }

    public StoryDesk Stories { get; }

    public DigestDesk Digests { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<NewsroomFloor> OpenAsync() => new(await FeedWire.StartAsync());

    /// <summary>A publisher tells a story at its own page, or tells it anew; the lead also stands in its feed.</summary>
    public async Task TellAsync(string publisher, string title, params string[] paragraphs)
    {
        _items[publisher] = (title, paragraphs[0]);
        Wire.Answer($"/{publisher}/page", async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            var body = string.Concat(paragraphs.Select(p => $"<p>{p}</p>"));
            await http.Response.WriteAsync($"<html lang=\"en\"><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>", http.RequestAborted);
        });
        await ListAsync(publisher);
    }

    /// <summary>The feed says something else, whatever the page does.</summary>
    public async Task ListAsync(string publisher, string? title = null, string? lead = null)
    {
        var (t, l) = _items[publisher];
        _items[publisher] = (title ?? t, lead ?? l);
        (t, l) = _items[publisher];
        Wire.Serve($"/{publisher}.xml", $"<rss version='2.0'><channel><title>{publisher}</title><item><title>{t}</title><link>/{publisher}/page</link>"
            + $"<description>{l}</description><pubDate>Fri, 24 May 2024 10:00:00 GMT</pubDate></item></channel></rss>");
        await Feeds.AddAsync([FeedRoom.Listing(Wire[$"/{publisher}.xml"], publisher)], Cancel);
    }

    /// <summary>One pass, seven hours after the last: every feed is due.</summary>
    public async Task<PassReport> PassAsync()
    {
        var report = await _newsroom.RunAsync(null, Cancel);
        Clock.Advance(TimeSpan.FromHours(7));
        return report;
    }

    public async Task<Story> StoryAsync() => (await Stories.RecentAsync(DateTimeOffset.UnixEpoch, 10, Cancel)).Single();

    public async Task<Digest> DigestAsync() => (await Digests.FindAsync([(await StoryAsync()).Id], Cancel)).Values.Single();

    public async Task<IReadOnlyList<DigestVersion>> VersionsAsync() => await Digests.VersionsAsync((await StoryAsync()).Id, Cancel);

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        Meter.Dispose();
        Archive.Dispose();
        await Wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
