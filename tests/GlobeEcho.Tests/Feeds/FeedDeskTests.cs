using GlobeEcho.Newsroom.Feeds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds;

public sealed class FeedDeskTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-feeds-").FullName;
    private readonly FakeTimeProvider _clock = new(FeedRoom.Noon);
    private FeedWire _wire = null!;
    private ServiceProvider _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FeedDesk Desk => _room.GetRequiredService<FeedDesk>();

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        _room = FeedRoom.Open(_folder, _wire, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Broken_feed_costs_only_itself()
    {
        _wire.Serve("/good", FeedWire.Rss("good", "a", "b"));
        _wire.Serve("/cut", FeedWire.Rss("cut", "c", "d")[..^60]);
        _wire.Serve("/page", "<!doctype html><html><body>Sign in</body></html>");
        _wire.Status("/down", 503);
        await AddAsync("/good", "/cut", "/page", "/down", "/missing");

        Assert.Equal(new GatherReport(5, 2, 0, 3, 3), await Desk.GatherAsync(null, Cancel));

        Assert.Equal(["a", "b", "c"], (await Desk.WaitingAsync(10, Cancel)).Select(e => e.Title).Order());
        var page = (await FeedAsync("/page")).Health;
        Assert.Equal((1, "The answer is a web page, not a feed.", null), (page.Failures, page.FailureReason, page.LastGood));
        Assert.Contains("503", (await FeedAsync("/down")).Health.FailureReason, StringComparison.Ordinal);
        Assert.Contains("404", (await FeedAsync("/missing")).Health.FailureReason, StringComparison.Ordinal);
        Assert.Equal(0, (await FeedAsync("/good")).Health.Failures);
    }

    [Fact]
    public async Task Feed_takes_its_own_title_and_is_not_asked_again_before_its_time()
    {
        _wire.Serve("/f", FeedWire.Rss("Own", "a"));
        await AddAsync("/f");
        await Desk.GatherAsync(null, Cancel);

        var feed = await FeedAsync("/f");
        Assert.Equal("Own", feed.Title);
        Assert.Equal(FeedRoom.Noon, feed.Health.LastGood);
        Assert.Equal(0, (await Desk.GatherAsync(null, Cancel)).Asked);

        _clock.SetUtcNow(feed.Health.NextCheck);
        Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Asked);
    }

    [Fact]
    public async Task Validators_are_sent_and_304_is_unchanged()
    {
        _wire.Serve("/f", FeedWire.Rss("F", "a"), tag: "\"v1\"");
        await AddAsync("/f");
        await Desk.GatherAsync(null, Cancel);
        _clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(new GatherReport(1, 0, 1, 0, 0), await Desk.GatherAsync(null, Cancel));

        Assert.Equal([null, "\"v1\""], _wire.Asked.Select(a => a.IfNoneMatch));
        var feed = await FeedAsync("/f");
        Assert.Equal(("\"v1\"", FeedRoom.Noon.AddHours(7)), (feed.ETag, feed.Health.LastGood));
    }

    [Fact]
    public async Task Same_bytes_are_unchanged()
    {
        _wire.Serve("/f", FeedWire.Rss("F", "a"));
        await AddAsync("/f");
        await Desk.GatherAsync(null, Cancel);
        _clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(new GatherReport(1, 0, 1, 0, 0), await Desk.GatherAsync(null, Cancel));
    }

    [Fact]
    public async Task Only_new_items_are_added()
    {
        _wire.Serve("/f", FeedWire.Rss("F", "a", "b"));
        await AddAsync("/f");
        await Desk.GatherAsync(null, Cancel);
        _wire.Serve("/f", FeedWire.Rss("F", "b", "c"));
        _clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(new GatherReport(1, 1, 0, 0, 1), await Desk.GatherAsync(null, Cancel));
        Assert.Equal(["a", "b", "c"], (await Desk.WaitingAsync(10, Cancel)).Select(e => e.Title).Order());
    }

    [Fact]
    public async Task Restart_doubles_nothing()
    {
        _wire.Serve("/f", FeedWire.Rss("F", "a", "b"));
        await AddAsync("/f");
        await Desk.GatherAsync(null, Cancel);
        await _room.DisposeAsync();
        _room = FeedRoom.Open(_folder, _wire, _clock);

        Assert.Equal(0, await Desk.AddAsync([FeedRoom.Listing(_wire["/f"])], Cancel));
        Assert.Equal(0, (await Desk.GatherAsync(null, Cancel)).Asked);
        _clock.Advance(TimeSpan.FromHours(7));
        _wire.Serve("/f", FeedWire.Rss("F", "a", "b") + "<!-- later -->");
        Assert.Equal(new GatherReport(1, 1, 0, 0, 0), await Desk.GatherAsync(null, Cancel));
        Assert.Equal(2, (await Desk.WaitingAsync(10, Cancel)).Count);
    }

    [Fact]
    public async Task Failures_back_off_and_a_good_answer_forgives_them()
    {
        _wire.Status("/f", 500);
        await AddAsync("/f");
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Failed);
            var health = (await FeedAsync("/f")).Health;
            waits.Add(health.NextCheck - health.LastTried!.Value);
            _clock.SetUtcNow(health.NextCheck);
        }

        Assert.All(waits.Zip(waits.Skip(1)), w => Assert.Equal(2, w.Second / w.First, 0.01));
        _wire.Serve("/f", FeedWire.Rss("F", "a"));
        Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Fresh);
        var after = (await FeedAsync("/f")).Health;
        Assert.Equal((0, null), (after.Failures, after.FailureReason));
    }

    [Fact]
    public async Task Retry_after_is_respected()
    {
        _wire.Status("/f", 429, "Retry-After", "86400");
        await AddAsync("/f");

        await Desk.GatherAsync(null, Cancel);

        Assert.Equal(FeedRoom.Noon.AddDays(1), (await FeedAsync("/f")).Health.NextCheck);
    }

    [Fact]
    public async Task Feed_that_is_gone_is_never_asked_again()
    {
        _wire.Status("/f", 410);
        await AddAsync("/f");

        Assert.Equal(new GatherReport(1, 0, 0, 1, 0), await Desk.GatherAsync(null, Cancel));
        Assert.True((await FeedAsync("/f")).Health.Gone);
        _clock.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(0, (await Desk.GatherAsync(null, Cancel)).Asked);
    }

    [Fact]
    public async Task Permanent_redirect_changes_the_address_once_it_has_stood_for_a_day()
    {
        _wire.Serve("/new", FeedWire.Rss("New", "a"), tag: "\"v1\"");
        _wire.Serve("/today", FeedWire.Rss("Today", "b"));
        _wire.Status("/old", 301, "Location", "/new");
        _wire.Status("/daily", 302, "Location", "/today");
        await AddAsync("/old", "/daily");
        var addresses = new List<string>();
        for (var hours = 0; hours <= 35; hours += 7)
        {
            await Desk.GatherAsync(null, Cancel);
            addresses.Add((await FeedsAsync()).Single(f => f.Title == "New").Address.AbsolutePath);
            _clock.Advance(TimeSpan.FromHours(7));
        }

        // From noon on: at 0, 7, 14 and 21 hours it has not stood for a day yet; 304 at the end of the chain counts as well.
        Assert.Equal(["/old", "/old", "/old", "/old", "/new", "/new"], addresses);
        Assert.Equal("/daily", (await FeedsAsync()).Single(f => f.Title == "Today").Address.AbsolutePath);
    }

    [Fact]
    public async Task Redirect_that_points_elsewhere_each_time_is_never_believed()
    {
        _wire.Serve("/a", FeedWire.Rss("A", "a"));
        _wire.Serve("/b", FeedWire.Rss("A", "a"));
        await AddAsync("/old");
        for (var i = 0; i < 8; i++)
        {
            _wire.Status("/old", 308, "Location", i % 2 == 0 ? "/a" : "/b");
            await Desk.GatherAsync(null, Cancel);
            _clock.Advance(TimeSpan.FromHours(13));
        }

        Assert.Equal(_wire["/old"], Assert.Single(await FeedsAsync()).Address);
    }

    [Fact]
    public async Task Address_of_another_feed_is_not_taken_over()
    {
        _wire.Serve("/new", FeedWire.Rss("New", "a"));
        _wire.Status("/old", 308, "Location", "/new");
        await AddAsync("/old", "/new");
        for (var i = 0; i < 4; i++)
        {
            await Desk.GatherAsync(null, Cancel);
            _clock.Advance(TimeSpan.FromHours(13));
        }

        Assert.Equal([_wire["/new"], _wire["/old"]], (await FeedsAsync()).Select(f => f.Address).OrderBy(a => a.AbsolutePath));
    }

    [Fact]
    public async Task Old_items_are_left_out_when_an_age_is_set()
    {
        await _room.DisposeAsync();
        _room = FeedRoom.Open(_folder, _wire, _clock, o => o.MaxAgeDays = 3);
        _wire.Serve(
            "/f",
            "<rss><channel><item><link>/old</link><pubDate>Mon, 20 May 2024 10:00:00 GMT</pubDate></item>"
            + "<item><link>/new</link><pubDate>Thu, 23 May 2024 10:00:00 GMT</pubDate></item><item><link>/undated</link></item></channel></rss>");
        await AddAsync("/f");

        await Desk.GatherAsync(null, Cancel);

        Assert.Equal(["/new", "/undated"], (await Desk.WaitingAsync(10, Cancel)).Select(e => e.Link.AbsolutePath));
    }

    [Fact]
    public async Task Date_that_has_not_come_yet_is_the_time_of_arrival()
    {
        _wire.Serve("/f", "<rss><channel><item><link>/a</link><pubDate>Sat, 25 May 2024 10:00:00 GMT</pubDate></item></channel></rss>");
        await AddAsync("/f");

        await Desk.GatherAsync(null, Cancel);

        Assert.Equal(FeedRoom.Noon, Assert.Single(await Desk.WaitingAsync(10, Cancel)).Published);
    }

    [Fact]
    public async Task Feed_removed_while_it_is_asked_leaves_nothing()
    {
        await AddAsync("/f");
        var feed = await FeedAsync("/f");
        _wire.Answer("/f", async http =>
        {
            await Desk.RemoveAsync(feed.Id, http.RequestAborted);
            await http.Response.WriteAsync(FeedWire.Rss("F", "a"), http.RequestAborted);
        });

        Assert.Equal(0, (await Desk.GatherAsync(null, Cancel)).NewEntries);
        Assert.Empty(await Desk.StatusAsync(Cancel));
        Assert.Empty(await Desk.WaitingAsync(10, Cancel));
    }

    [Fact]
    public async Task Batch_is_bounded_and_progress_is_told()
    {
        await _room.DisposeAsync();
        _room = FeedRoom.Open(_folder, _wire, _clock, o => o.Batch = 2);
        await AddAsync("/a", "/b", "/c");
        var told = new Told();

        Assert.Equal(2, (await Desk.GatherAsync(told, Cancel)).Asked);
        Assert.Equal([(0, 2), (1, 2), (2, 2)], told.Order());
        Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Asked);
    }

    [Fact]
    public async Task Trying_a_feed_saves_nothing()
    {
        _wire.Serve("/f", FeedWire.Rss("F", "a"));

        var trial = Assert.IsType<FeedTrial.Reads>(await Desk.TryAsync(_wire["/f"], Cancel));

        Assert.Equal("F", trial.Document.Title);
        Assert.Empty(await Desk.StatusAsync(Cancel));
    }

    [Fact]
    public async Task Trying_a_page_names_its_feeds()
    {
        _wire.Serve(
            "/page",
            "<html><head><base href='/sub/'><link rel='alternate' type='application/rss+xml' href='rss.xml'><link rel='ALTERNATE' type='application/feed+json' href='/feed.json'>"
            + "<link rel='alternate' hreflang='de' href='/de'><link rel='stylesheet' type='text/css' href='/a.css'></head></html>");

        var trial = Assert.IsType<FeedTrial.NotAFeed>(await Desk.TryAsync(_wire["/page"], Cancel));

        Assert.Equal([_wire["/sub/rss.xml"], _wire["/feed.json"]], trial.Feeds);
    }

    private Task<int> AddAsync(params string[] paths) => Desk.AddAsync(paths.Select(p => FeedRoom.Listing(_wire[p])), Cancel);

    private async Task<Feed> FeedAsync(string path) => (await Desk.StatusAsync(Cancel)).Single(s => s.Feed.Address == _wire[path]).Feed;

    private async Task<List<Feed>> FeedsAsync() => (await Desk.StatusAsync(Cancel)).Select(s => s.Feed).ToList();

    private sealed class Told : List<(int Done, int Total)>, IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value)
        {
            lock (this)
                Add(value);
        }
    }
}
