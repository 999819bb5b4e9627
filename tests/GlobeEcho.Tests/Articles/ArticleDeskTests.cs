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

    [Fact]
    public async Task What_the_page_said_and_what_its_pieces_were_outlive_a_restart()
    {
        await GatherAsync(("one", Item("/story")));
        _wire.Serve("/story", FullPage);
        await _desk.ReadAsync(null, Cancel);
        _archive.Dispose();
        _archive = NewsArchive.Open(_folder);

        var article = Assert.Single(await Desks.Articles(_archive, _clock, _fetcher).UnfoldedAsync(10, Cancel));

        Assert.Equal(
            [BodyBlockKind.Paragraph, BodyBlockKind.Heading, BodyBlockKind.Paragraph, BodyBlockKind.Quote, BodyBlockKind.Paragraph, BodyBlockKind.ListItem, BodyBlockKind.ListItem, BodyBlockKind.Paragraph],
            article.Blocks.Select(b => b.Kind));
        Assert.Equal("Laid up since the storm", article.Blocks[1].Span.Of(article.Text));
        Assert.Equal(2, article.Blocks[1].Level);
        Assert.Equal(article.Text, string.Join("\n\n", article.Blocks.Select(b => b.Span.Of(article.Text))));
        Assert.Equal(new DateTimeOffset(2024, 5, 24, 7, 30, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(
            PageDetails.None with
            {
                UtcOffset = TimeSpan.FromHours(2),
                Modified = new DateTimeOffset(2024, 5, 24, 8, 0, 0, TimeSpan.Zero),
                Canonical = new Uri("https://island.example/ferry"),
                Keywords = article.Details.Keywords,
                Caption = "The ferry at its berth.",
                Credit = "Ida Rohde",
                Dateline = "SKERRY HARBOUR",
                IsPartial = true,
            },
            article.Details);
        Assert.Equal(["ferry", "islands"], article.Details.Keywords);
    }

    [Fact]
    public async Task Text_of_a_feed_keeps_its_pieces()
    {
        var text = "<h2>What the feed alone carries</h2>" + string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>Paragraph {i} of the full report, which only the feed carries to its readers.</p>"));
        await GatherAsync(("one", Item("/story", $"<content:encoded><![CDATA[{text}]]></content:encoded>")));
        _wire.Serve("/story", "<html><head><title>A teaser</title></head><body><h1>A teaser</h1><p>Subscribe to go on.</p></body></html>");

        await _desk.ReadAsync(null, Cancel);

        var article = Assert.Single(await _desk.UnfoldedAsync(10, Cancel));
        Assert.Equal(BodyBlockKind.Heading, article.Blocks[0].Kind);
        Assert.Equal(7, article.Blocks.Count);
    }

    private const string FullPage =
        """
        <html lang="en"><head><title>The ferry sails again</title><link rel="canonical" href="https://island.example/ferry">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry sails again","datePublished":"2024-05-24T09:30:00+02:00",
        "dateModified":"2024-05-24T10:00:00+02:00","keywords":["ferry","islands"],"isAccessibleForFree":false}</script></head>
        <body><article><h1>The ferry sails again</h1><p class="byline">By Ada Quill</p>
        <figure><img src="/ferry.jpg"><figcaption>The ferry at its berth. Photo: Ida Rohde</figcaption></figure>
        <p>SKERRY HARBOUR — The ferry to the island left the harbour on time, with forty people and a goat on board, and nobody was sick.</p>
        <h2>Laid up since the storm</h2>
        <p>It had been laid up since the storm of last winter, when a wave broke the windows of its bridge and the pump failed.</p>
        <blockquote><p>We heard the glass go before we saw the water, said the mate, who was alone on the bridge that night.</p></blockquote>
        <p>The council paid for half of the repair; the islanders themselves collected the rest at dances and at three auctions:</p>
        <ul><li>The dances brought four thousand, most of it from visitors who had come for the last one in May.</li>
        <li>The auctions brought nine thousand, and one islander his own coat back, for which he paid twice.</li></ul>
        <p>The next sailing is on Sunday, weather permitting, and the goat has a ticket for it as well, the harbour office said.</p>
        </article></body></html>
        """;

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
