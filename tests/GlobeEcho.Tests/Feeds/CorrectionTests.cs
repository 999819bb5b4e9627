using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds;

/// <summary>What becomes of entries that are changed, taken away and brought back, and of feeds that are paused or muted.</summary>
public sealed class CorrectionTests : IAsyncLifetime
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
        await Desk.AddAsync([FeedRoom.Listing(_wire["/f"])], Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Changed_entry_is_a_correction_and_what_was_read_is_not_read_again()
    {
        await GatherAsync(Item("A ferry sails", "/a", "It sails."));
        await SettleAllAsync(EntryState.Read);
        Assert.Empty(await Desk.WaitingAsync(10, Cancel));

        Assert.Equal(0, (await GatherAsync(Item("A ferry does not sail", "/a", "It stays."))).NewEntries);

        var correction = Assert.Single(await Desk.CorrectionsAsync(FeedRoom.Noon, 10, Cancel));
        Assert.Equal(("A ferry sails", "A ferry does not sail", true), (correction.HeadlineBefore, correction.HeadlineAfter, correction.TextChanged));
        Assert.Equal((_wire["/a"], FeedRoom.Noon.AddHours(7)), (correction.Link, correction.Noticed));
        Assert.Empty(await Desk.WaitingAsync(10, Cancel));
        Assert.Empty(await Desk.CorrectionsAsync(FeedRoom.Noon.AddHours(8), 10, Cancel));
        Assert.Equal([correction], await Desk.CorrectionsAsync([correction.Publisher], FeedRoom.Noon, correction.Noticed, 10, Cancel));
        Assert.Empty(await Desk.CorrectionsAsync([new PublisherId(999)], FeedRoom.Noon, correction.Noticed, 10, Cancel));
    }

    [Fact]
    public async Task Corrected_entry_whose_page_was_refused_waits_again()
    {
        await GatherAsync(Item("A ferry sails", "/a", "It sails."));
        await SettleAllAsync(EntryState.Refused);

        await GatherAsync(Item("A ferry does not sail", "/a", "It stays."));

        var waiting = Assert.Single(await Desk.WaitingAsync(10, Cancel));
        Assert.Equal(("A ferry does not sail", 0), (waiting.Title, waiting.Attempts));
    }

    [Fact]
    public async Task Entry_taken_away_and_brought_back_is_not_new()
    {
        await GatherAsync(Item("One", "/a") + Item("Two", "/b"));
        await SettleAllAsync(EntryState.Read);
        await GatherAsync(Item("Two", "/b"));

        Assert.Equal(0, (await GatherAsync(Item("One", "/a") + Item("Two", "/b"))).NewEntries);
        Assert.Empty(await Desk.WaitingAsync(10, Cancel));
        Assert.Empty(await Desk.CorrectionsAsync(FeedRoom.Noon, 10, Cancel));
    }

    [Fact]
    public async Task Feed_that_names_its_items_anew_at_every_fetch_brings_each_link_once()
    {
        var added = new List<int>();
        for (var i = 0; i < 3; i++)
            added.Add((await GatherAsync($"<item><guid isPermaLink='false'>run-{i}</guid><title>One</title><link>/a</link></item>")).NewEntries);
        Assert.Equal([1, 0, 0], added);
    }

    [Fact]
    public async Task Paused_feed_is_not_asked_and_resumed_it_is_due_at_once()
    {
        var feed = Assert.Single(await Desk.StatusAsync(Cancel)).Feed;
        Assert.True(await Desk.PauseAsync(feed.Id, true, Cancel));
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await Desk.GatherAsync(null, Cancel)).Asked);
        var status = Assert.Single(await Desk.StatusAsync(Cancel));
        Assert.Equal((FeedCondition.Paused, null), (status.Feed.Condition, status.NextCheck));

        Assert.True(await Desk.PauseAsync(feed.Id, false, Cancel));
        Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Asked);
        Assert.False(await Desk.PauseAsync(new FeedId(999), true, Cancel));
    }

    [Fact]
    public async Task Muted_publisher_is_named_to_the_pages_and_its_feeds_are_still_read()
    {
        var publisher = Assert.Single(await Desk.StatusAsync(Cancel)).Feed.Publisher.Id;
        Assert.True(await Desk.MuteAsync(publisher, true, Cancel));
        Assert.Equal([publisher], await Desk.MutedAsync(Cancel));
        Assert.Equal(1, (await GatherAsync(Item("One", "/a"))).NewEntries);
        Assert.True(await Desk.MuteAsync(publisher, false, Cancel));
        Assert.Empty(await Desk.MutedAsync(Cancel));
    }

    [Fact]
    public async Task Status_tells_rhythm_entries_a_day_and_what_to_do()
    {
        await GatherAsync(string.Concat(Enumerable.Range(0, 14).Select(i => Item($"{i}", $"/{i}", when: FeedRoom.Noon.AddHours(-6 * i)))));
        var well = (await Desk.StatusAsync(_wire["/f"], Cancel))!;
        Assert.Equal((FeedCondition.Well, TimeSpan.FromHours(6), 2.0, null), (well.Feed.Condition, well.Feed.Rhythm.Gap, well.EntriesADay, well.Advice));

        _wire.Status("/f", 404);
        await Desk.GatherAsync(null, Cancel);
        var failing = (await Desk.StatusAsync(_wire["/f"], Cancel))!;
        Assert.Equal(FeedCondition.Failing, failing.Feed.Condition);
        Assert.StartsWith("There is nothing at this address any more.", failing.Advice, StringComparison.Ordinal);
        Assert.Null(await Desk.StatusAsync(_wire["/g"], Cancel));
    }

    [Fact]
    public async Task Many_feeds_of_one_public_host_are_first_asked_one_after_another()
    {
        var listings = Enumerable.Range(0, 5).Select(i => FeedRoom.Listing(new Uri($"https://many.example/{i}"), $"P{i}")).Append(FeedRoom.Listing(new Uri("https://one.example/"), "Q"));
        await Desk.AddAsync(listings, Cancel);
        var first = (await Desk.StatusAsync(Cancel)).Where(s => s.Feed.Address.Host.EndsWith(".example", StringComparison.Ordinal))
            .Select(s => (s.Feed.Address.Host, (s.Feed.Health.NextCheck - FeedRoom.Noon).TotalSeconds)).Order();
        Assert.Equal([("many.example", 0), ("many.example", 2), ("many.example", 4), ("many.example", 6), ("many.example", 8), ("one.example", 0)], first);
    }

    private static string Item(string title, string path, string text = "", DateTimeOffset? when = null) =>
        $"<item><title>{title}</title><link>{path}</link><description>{text}</description><pubDate>{when ?? FeedRoom.Noon.AddHours(-1):R}</pubDate></item>";

    private async Task<GatherReport> GatherAsync(string items)
    {
        _wire.Serve("/f", $"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>");
        var report = await Desk.GatherAsync(null, Cancel);
        Assert.Equal(1, report.Asked);
        _clock.Advance(TimeSpan.FromHours(7));
        return report;
    }

    private async Task SettleAllAsync(EntryState state)
    {
        await using var session = await _room.GetRequiredService<NewsArchive>().WriteAsync(Cancel);
        foreach (var entry in await Desk.WaitingAsync(100, Cancel))
            await Desk.SettleAsync(session, entry.Id, state, null, _clock.GetUtcNow(), Cancel);
        await session.CommitAsync(Cancel);
    }
}
