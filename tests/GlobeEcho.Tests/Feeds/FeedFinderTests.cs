using GlobeEcho.Newsroom.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds;

/// <summary>From a site's address to its feeds.</summary>
public sealed class FeedFinderTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-feeds-").FullName;
    private FeedWire _wire = null!;
    private ServiceProvider _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FeedDesk Desk => _room.GetRequiredService<FeedDesk>();

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        _room = FeedRoom.Open(_folder, _wire, new FakeTimeProvider(FeedRoom.Noon));
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Feed_is_shown_as_it_reads_now()
    {
        _wire.Serve("/f", FeedWire.Rss("Paper", "a", "b"));
        var sample = Assert.Single((await Desk.PreviewAsync(_wire["/f"], Cancel)).Found);
        Assert.Equal(("Paper", 2, FeedRoom.Noon.AddHours(-2), false), (sample.Title, sample.Document.Items.Count, sample.Latest, sample.Known));
        Assert.Equal(["a", "b"], sample.Newest);
        Assert.Empty(await Desk.StatusAsync(Cancel));
    }

    [Fact]
    public async Task Site_names_its_feeds_and_those_that_do_not_read_are_left_out()
    {
        _wire.Serve("/world.xml", FeedWire.Rss("World", "a"));
        _wire.Serve("/", "<html><head><link rel=alternate type=application/rss+xml href=/world.xml><link rel=alternate type=application/rss+xml href=/lost.xml></head></html>");
        await Desk.AddAsync([FeedRoom.Listing(_wire["/world.xml"])], Cancel);

        var sample = Assert.Single((await Desk.PreviewAsync(_wire["/"], Cancel)).Found);

        Assert.Equal((_wire["/world.xml"], true), (sample.Address, sample.Known));
    }

    [Fact]
    public async Task Usual_places_are_tried_where_a_site_names_none()
    {
        _wire.Serve("/about", "<html><title>A paper</title></html>");
        _wire.Serve("/rss.xml", FeedWire.Rss("Paper", "a"));

        Assert.Equal(_wire["/rss.xml"], Assert.Single((await Desk.PreviewAsync(_wire["/about"], Cancel)).Found).Address);
        Assert.Equal(["/about", "/feed", "/rss", "/feed.xml", "/rss.xml"], _wire.Asked.Select(a => a.Path));
    }

    [Fact]
    public async Task Nothing_found_is_told_in_words()
    {
        _wire.Serve("/", "<html><title>A paper</title></html>");
        Assert.Contains("none at the usual places", (await Desk.PreviewAsync(_wire["/"], Cancel)).Reason, StringComparison.Ordinal);
        Assert.Contains("404", (await Desk.PreviewAsync(_wire["/nowhere"], Cancel)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_that_has_moved_is_added_where_it_is_now()
    {
        _wire.Serve("/new", FeedWire.Rss("Paper", "a"));
        _wire.Status("/old", 301, "Location", "/new");
        Assert.Equal(_wire["/new"], Assert.Single((await Desk.PreviewAsync(_wire["/old"], Cancel)).Found).Address);
    }
}
