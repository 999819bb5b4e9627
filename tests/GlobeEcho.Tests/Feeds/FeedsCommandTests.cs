using System.CommandLine;
using GlobeEcho.Commands;
using GlobeEcho.Newsroom.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds;

public sealed class FeedsCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-feeds-").FullName;
    private readonly FakeTimeProvider _clock = new(FeedRoom.Noon);
    private FeedWire _wire = null!;

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        _wire.Serve("/f", FeedWire.Rss("Paper", "a"));
    }

    public async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Feed_is_added_under_the_publisher_and_section_given()
    {
        Assert.Equal(0, await RunAsync("add", $"{_wire["/f"]}", "--publisher", "House", "--section", "Europe"));

        var feed = Assert.Single(await StatusAsync()).Feed;
        Assert.Equal(("House", "Paper", "Europe"), (feed.Publisher.Name, feed.Title, feed.Section));
    }

    [Fact]
    public async Task Site_with_several_feeds_is_not_added_and_they_are_named()
    {
        _wire.Serve("/g", FeedWire.Rss("Other", "b"));
        _wire.Serve("/page", "<html><head><link rel='alternate' type='application/atom+xml' href='/f'><link rel='alternate' type='application/rss+xml' href='/g'></head></html>");

        var error = await Assert.ThrowsAsync<OperatorException>(() => RunAsync("add", $"{_wire["/page"]}"));

        Assert.Contains(_wire["/f"].AbsoluteUri, error.Message, StringComparison.Ordinal);
        Assert.Empty(await StatusAsync());
    }

    [Theory]
    [InlineData("add", "paper.example", "http://")]
    [InlineData("remove", "http://paper.example/none", "no feed")]
    [InlineData("show", "http://paper.example/none", "no feed")]
    [InlineData("pause", "http://paper.example/none", "no feed")]
    [InlineData("mute", "Nobody", "no publisher")]
    [InlineData("import", "/no/such/file.opml", "no file")]
    [InlineData("check", null, "no feeds")]
    public async Task What_the_operator_can_mend_is_told(string command, string? argument, string words)
    {
        string[] arguments = argument is null ? [command] : [command, argument];

        var error = await Assert.ThrowsAsync<OperatorException>(() => RunAsync(arguments));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_added_twice_is_told()
    {
        await RunAsync("add", $"{_wire["/f"]}");

        var error = await Assert.ThrowsAsync<OperatorException>(() => RunAsync("add", $"{_wire["/f"]}"));

        Assert.Contains("already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_feed_is_gone_from_the_list()
    {
        await RunAsync("add", $"{_wire["/f"]}");

        Assert.Equal(0, await RunAsync("remove", $"{_wire["/f"]}"));
        Assert.Empty(await StatusAsync());
    }

    [Fact]
    public async Task Exported_list_is_imported_again()
    {
        await RunAsync("add", $"{_wire["/f"]}", "--section", "Asia");
        var file = Path.Combine(_folder, "list.opml");
        Assert.Equal(0, await RunAsync("export", file));
        await RunAsync("remove", $"{_wire["/f"]}");

        Assert.Equal(0, await RunAsync("import", file));

        Assert.Equal((_wire["/f"], "Asia"), (Assert.Single(await StatusAsync()).Feed.Address, (await StatusAsync())[0].Feed.Section));
    }

    [Fact]
    public async Task Check_ends_with_1_when_a_feed_does_not_work()
    {
        await RunAsync("add", $"{_wire["/f"]}");
        Assert.Equal(0, await RunAsync("check"));
        Assert.Equal(0, await RunAsync("check", $"{_wire["/f"]}", "--json"));

        _wire.Status("/f", 500);
        Assert.Equal(1, await RunAsync("check"));
    }

    [Fact]
    public async Task List_is_written_as_table_and_json()
    {
        Assert.Equal(0, await RunAsync("list"));
        await RunAsync("add", $"{_wire["/f"]}", "--publisher", "[red]House");

        Assert.Equal(0, await RunAsync("list"));
        Assert.Equal(0, await RunAsync("list", "--json"));
    }

    [Fact]
    public async Task Site_with_one_feed_is_added_by_its_own_address()
    {
        _wire.Serve("/page", "<html><head><link rel='alternate' type='application/rss+xml' href='/f'></head></html>");

        Assert.Equal(0, await RunAsync("add", $"{_wire["/page"]}"));

        Assert.Equal(_wire["/f"], Assert.Single(await StatusAsync()).Feed.Address);
    }

    [Fact]
    public async Task All_feeds_of_a_site_are_one_publishers()
    {
        _wire.Serve("/g", FeedWire.Rss("Other", "b"));
        _wire.Serve("/page", "<html><head><link rel='alternate' type='application/rss+xml' href='/f'><link rel='alternate' type='application/rss+xml' href='/g'></head></html>");

        Assert.Equal(0, await RunAsync("add", $"{_wire["/page"]}", "--all", "--publisher", "House"));

        Assert.Equal([("House", "Other"), ("House", "Paper")], (await StatusAsync()).Select(s => (s.Feed.Publisher.Name, s.Feed.Title)).Order());
    }

    [Fact]
    public async Task Preview_adds_nothing()
    {
        Assert.Equal(0, await RunAsync("add", $"{_wire["/f"]}", "--preview"));
        Assert.Equal(0, await RunAsync("add", $"{_wire["/f"]}", "--preview", "--json"));
        Assert.Equal(1, await RunAsync("add", $"{_wire["/nowhere"]}", "--preview"));
        Assert.Empty(await StatusAsync());
    }

    [Fact]
    public async Task Feed_is_paused_muted_shown_and_taken_up_again()
    {
        await RunAsync("add", $"{_wire["/f"]}", "--publisher", "House");
        Assert.Equal(0, await RunAsync("pause", $"{_wire["/f"]}"));
        Assert.Equal(0, await RunAsync("mute", "house"));
        Assert.Equal(0, await RunAsync("show", $"{_wire["/f"]}"));
        Assert.Equal(0, await RunAsync("show", $"{_wire["/f"]}", "--json"));
        var feed = Assert.Single(await StatusAsync()).Feed;
        Assert.Equal((true, true), (feed.Paused, feed.Publisher.Muted));

        Assert.Equal(0, await RunAsync("resume", $"{_wire["/f"]}", "--json"));
        Assert.Equal(0, await RunAsync("unmute", $"{_wire["/f"]}", "--json"));
        feed = Assert.Single(await StatusAsync()).Feed;
        Assert.Equal((false, false), (feed.Paused, feed.Publisher.Muted));
    }

    private Task<int> RunAsync(params string[] arguments) =>
        FeedsCommand.Create(_ => FeedRoom.Open(_folder, _wire, _clock)).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<FeedStatus>> StatusAsync()
    {
        await using var room = FeedRoom.Open(_folder, _wire, _clock);
        return await room.GetRequiredService<FeedDesk>().StatusAsync(TestContext.Current.CancellationToken);
    }
}
