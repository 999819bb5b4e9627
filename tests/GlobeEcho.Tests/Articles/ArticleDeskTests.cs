using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Tests.Feeds;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Articles;

public sealed class ArticleDeskTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-articles-").FullName;
    private readonly FakeTimeProvider _clock = new(FeedRoom.Noon);
    private NewsArchive _archive = null!;
    private FeedWire _wire = null!;
    private Fetcher _fetcher = null!;
    private FeedDesk _feeds = null!;
    private ArticleDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        _archive = NewsArchive.Open(_folder);
        var fetching = new FetchingOptions();
        fetching.AllowedHosts.Add(_wire.Origin.Authority);
        _fetcher = new Fetcher(Options.Create(fetching), TimeProvider.System);
        _feeds = Desks.Feeds(_archive, _clock, _fetcher);
        _desk = Desks.Articles(_archive, _clock, _fetcher);
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        _archive.Dispose();
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Reading_twice_doubles_nothing()
    {
        await GatherAsync(("one", Item("/story")));
        _wire.Serve("/story", Page);

        var first = await _desk.ReadAsync(null, Cancel);
        var second = await _desk.ReadAsync(null, Cancel);

        Assert.Equal(new ReadReport(1, 1, 0, 0, 0), first);
        Assert.Equal(new ReadReport(0, 0, 0, 0, 0), second);
        Assert.Equal(1, await _desk.CountAsync(Cancel));
    }

    [Fact]
    public async Task Two_feeds_with_the_same_address_give_one_article()
    {
        await GatherAsync(("one", Item("/story?utm_source=one")), ("two", Item("/story#top")));
        _wire.Serve("/story", Page);

        var report = await _desk.ReadAsync(null, Cancel);

        Assert.Equal(new ReadReport(2, 1, 1, 0, 0), report);
        var article = Assert.Single(await _desk.UnfoldedAsync(10, Cancel));
        Assert.Equal(_wire["/story"], article.Address);
    }

    [Fact]
    public async Task Failing_page_is_tried_again_later()
    {
        await GatherAsync(("one", Item("/story")));
        _wire.Status("/story", 503);

        Assert.Equal(new ReadReport(1, 0, 0, 0, 1), await _desk.ReadAsync(null, Cancel));
        Assert.Equal(0, (await _desk.ReadAsync(null, Cancel)).Tried);
        _wire.Serve("/story", Page);
        _clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(new ReadReport(1, 1, 0, 0, 0), await _desk.ReadAsync(null, Cancel));
    }

    [Fact]
    public async Task Page_that_keeps_failing_is_given_up_with_its_reason()
    {
        await GatherAsync(("one", Item("/story")));
        _wire.Status("/story", 404);

        var reports = new List<ReadReport>();
        for (var i = 0; i < 5; i++)
        {
            reports.Add(await _desk.ReadAsync(null, Cancel));
            _clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.Equal([1, 1, 1, 1, 0], reports.Select(r => r.Later));
        Assert.Equal(1, reports[^1].Refused);
        Assert.Contains("404", Assert.Single(await _feeds.StatusAsync(Cancel)).LastReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_text_is_used_where_the_page_shows_less()
    {
        var text = string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>Paragraph {i} of the full report, which only the feed carries to its readers.</p>"));
        await GatherAsync(("one", Item("/story", $"<content:encoded><![CDATA[{text}]]></content:encoded>")));
        _wire.Serve("/story", "<html><head><title>A teaser</title></head><body><h1>A teaser</h1><p>Subscribe to go on.</p></body></html>");

        Assert.Equal(1, (await _desk.ReadAsync(null, Cancel)).Read);
        var article = Assert.Single(await _desk.UnfoldedAsync(10, Cancel));
        Assert.StartsWith("Paragraph 1 of the full report", article.Text, StringComparison.Ordinal);
        Assert.Contains("\n\nParagraph 6", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_page_costs_only_itself()
    {
        await GatherAsync(("one", Item("/deep") + Item("/story")));
        _wire.Serve("/deep", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)));
        _wire.Serve("/story", Page);

        Assert.Equal(new ReadReport(2, 1, 0, 1, 0), await _desk.ReadAsync(null, Cancel));
    }

    [Fact]
    public async Task Date_in_the_future_is_not_believed()
    {
        await GatherAsync(("one", Item("/story")));
        _wire.Serve("/story", Page.Replace("2024-05-24T09:30:00Z", "2031-01-01T00:00:00Z", StringComparison.Ordinal));

        await _desk.ReadAsync(null, Cancel);

        Assert.Equal(FeedRoom.Noon.AddHours(-2), Assert.Single(await _desk.UnfoldedAsync(10, Cancel)).Published);
    }

    private const string Page =
        """
        <html lang="en"><head><title>The ferry sails again</title><meta property="article:published_time" content="2024-05-24T09:30:00Z"></head>
        <body><article><h1>The ferry sails again</h1><p class="byline">By Ada Quill</p>
        <p>The ferry to the island left the harbour on time, with forty people and a goat on board, and nobody was sick.</p>
        <p>It had been laid up since the storm of last winter, when a wave broke the windows of its bridge and the pump failed.</p>
        <p>The council paid for half of the repair; the islanders themselves collected the rest at dances and at three auctions.</p>
        </article></body></html>
        """;

    private static string Item(string path, string more = "") =>
        $"<item><title>{path[1..]}</title><link>{path.Replace("&", "&amp;", StringComparison.Ordinal)}</link><pubDate>Fri, 24 May 2024 10:00:00 GMT</pubDate>{more}</item>";

    private async Task GatherAsync(params (string Name, string Items)[] feeds)
    {
        foreach (var (name, items) in feeds)
            _wire.Serve($"/{name}.xml", $"<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>{name}</title>{items}</channel></rss>");
        await _feeds.AddAsync(feeds.Select(f => FeedRoom.Listing(_wire[$"/{f.Name}.xml"], f.Name)), Cancel);
        await _feeds.GatherAsync(null, Cancel);
    }
}
