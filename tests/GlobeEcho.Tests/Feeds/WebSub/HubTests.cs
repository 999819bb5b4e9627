using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds.WebSub;

/// <summary>Subscriptions with a scripted hub on loopback, well behaved and not.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-hub-").FullName;
    private readonly FakeTimeProvider _clock = new(FeedRoom.Noon);
    private readonly ConcurrentQueue<Dictionary<string, string>> _asked = new();
    private FeedWire _wire = null!;
    private ServiceProvider _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FeedDesk Desk => _room.GetRequiredService<FeedDesk>();

    private Dictionary<string, string> Last => _asked.Last();

    private string Token => new Uri(Last["hub.callback"]).Segments[^1];

    private string Topic => _wire["/self"].AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        _room = FeedRoom.Open(_folder, _wire, _clock, o => o.Callback = new Uri("https://paper.example/websub/"));
        _wire.Answer("/hub", http => HubAsync(http, 202));
        await Desk.AddAsync([FeedRoom.Listing(_wire["/f"])], Cancel);
        Publish("a");
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Hub_is_asked_for_what_the_feed_calls_itself()
    {
        await Desk.GatherAsync(null, Cancel);

        Assert.Equal(("subscribe", Topic, "864000"), (Last["hub.mode"], Last["hub.topic"], Last["hub.lease_seconds"]));
        Assert.StartsWith("https://paper.example/websub/", Last["hub.callback"], StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", Token);
        Assert.Matches("^[0-9a-f]{64}$", Last["hub.secret"]);
        Assert.Equal(SubscriptionState.Asked, (await SubscriptionAsync())!.State);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Delivery_that_is_signed_brings_entries_and_makes_polls_rare()
    {
        await SubscribeAsync();
        Assert.Equal(PushResult.Taken, await DeliverAsync(Rss("b", "c")));

        Assert.Equal(["a", "b", "c"], (await Desk.WaitingAsync(10, Cancel)).Select(e => e.Title).Order());
        var status = (await Desk.StatusAsync(_wire["/f"], Cancel))!;
        Assert.Equal((FeedRoom.Noon, FeedRoom.Noon.AddDays(10)), (status.Subscription!.LastPush, status.Feed.Rhythm.PushedUntil));

        Publish("a", "b", "c");
        _clock.Advance(TimeSpan.FromHours(7));
        await Desk.GatherAsync(null, Cancel);
        status = (await Desk.StatusAsync(_wire["/f"], Cancel))!;
        Assert.InRange(status.Feed.Health.NextCheck - _clock.GetUtcNow(), TimeSpan.FromHours(5.4), TimeSpan.FromHours(6));
    }

    [Fact]
    public async Task Poll_that_finds_what_the_hub_kept_back_trusts_it_no_longer()
    {
        await SubscribeAsync();
        await DeliverAsync(Rss("b"));
        Publish("a", "b", "kept back");
        _clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).NewEntries);
        Assert.Null((await Desk.StatusAsync(_wire["/f"], Cancel))!.Feed.Rhythm.PushedUntil);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sha256=00")]
    [InlineData("sha256=of something else")]
    [InlineData("md5=d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("the right one of another body")]
    public async Task Delivery_that_is_not_signed_as_agreed_is_ignored(string? signature)
    {
        await SubscribeAsync();
        if (signature is "the right one of another body")
            signature = Sign(Rss("z"));
        Assert.Equal(PushResult.Ignored, await Desk.ReceiveAsync(Token, signature, "application/rss+xml", Encoding.UTF8.GetBytes(Rss("b")), Cancel));
        Assert.Equal("a", Assert.Single(await Desk.WaitingAsync(10, Cancel)).Title);
    }

    [Fact]
    public async Task Delivery_before_the_hub_asked_back_or_to_nobody_is_not_taken()
    {
        await Desk.GatherAsync(null, Cancel);
        Assert.Equal(PushResult.Ignored, await DeliverAsync(Rss("b")));
        Assert.Equal(PushResult.Unknown, await Desk.ReceiveAsync(new string('0', 32), Sign(Rss("b")), null, Encoding.UTF8.GetBytes(Rss("b")), Cancel));
        Assert.False(await Desk.ExpectsAsync(new string('0', 32), Cancel));
    }

    [Fact]
    public async Task Delivery_that_is_no_feed_has_the_feed_itself_asked()
    {
        await SubscribeAsync();
        Assert.Equal(0, (await Desk.GatherAsync(null, Cancel)).Asked);
        Assert.Equal(PushResult.Ignored, await DeliverAsync("something is new"));
        Assert.Equal(1, (await Desk.GatherAsync(null, Cancel)).Asked);
    }

    [Theory]
    [InlineData("subscribe", "https://elsewhere.example/")]
    [InlineData("subscribe", "no address")]
    [InlineData("unsubscribe", null)]
    [InlineData("", null)]
    public async Task Hub_that_asks_back_for_something_else_is_told_no(string mode, string? topic)
    {
        await Desk.GatherAsync(null, Cancel);
        Assert.False(await Desk.VerifyAsync(Token, mode, topic ?? Topic, TimeSpan.FromDays(1), Cancel));
        Assert.False(await Desk.VerifyAsync(new string('0', 32), "subscribe", Topic, TimeSpan.FromDays(1), Cancel));
        Assert.Equal(SubscriptionState.Asked, (await SubscriptionAsync())!.State);
    }

    [Fact]
    public async Task Lease_is_renewed_before_it_ends_and_goes_on_meanwhile()
    {
        await SubscribeAsync(TimeSpan.FromHours(4));
        var (token, secret) = (Token, Last["hub.secret"]);
        _clock.Advance(TimeSpan.FromMinutes(179));
        await Desk.GatherAsync(null, Cancel);
        Assert.Single(_asked);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.GatherAsync(null, Cancel);

        Assert.Equal(2, _asked.Count);
        Assert.Equal((token, secret), (Token, Last["hub.secret"]));
        Assert.Equal(PushResult.Taken, await DeliverAsync(Rss("b")));
        Assert.True(await Desk.VerifyAsync(token, "subscribe", Topic, TimeSpan.FromHours(4), Cancel));
        Assert.Equal(_clock.GetUtcNow().AddHours(4), (await SubscriptionAsync())!.LeaseUntil);
    }

    [Theory]
    [InlineData(0, 300)]
    [InlineData(1_000_000_000, 90 * 24 * 3600)]
    public async Task Lease_is_kept_within_reason(int asked, int seconds)
    {
        await SubscribeAsync(TimeSpan.FromSeconds(asked));
        Assert.Equal(FeedRoom.Noon.AddSeconds(seconds), (await SubscriptionAsync())!.LeaseUntil);
    }

    [Fact]
    public async Task Hub_that_fails_is_asked_ever_more_seldom_and_the_feed_is_polled_as_before()
    {
        _wire.Answer("/hub", http => HubAsync(http, 500));
        var days = 0;
        for (; days < 20; days++)
        {
            await Desk.GatherAsync(null, Cancel);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.InRange(_asked.Count, 8, 14);
        Assert.Contains("500", (await SubscriptionAsync())!.Reason, StringComparison.Ordinal);
        Assert.Equal(FeedCondition.Well, (await Desk.StatusAsync(_wire["/f"], Cancel))!.Feed.Condition);
    }

    [Fact]
    public async Task Hub_that_asks_back_before_it_answers_is_understood()
    {
        _wire.Answer("/hub", async http =>
        {
            await HubAsync(http, 202);
            Assert.True(await Desk.VerifyAsync(Token, "subscribe", Topic, TimeSpan.FromDays(1), http.RequestAborted));
        });
        await Desk.GatherAsync(null, Cancel);
        Assert.Equal(SubscriptionState.Verified, (await SubscriptionAsync())!.State);
    }

    [Fact]
    public async Task Hub_that_says_no_is_asked_again_in_a_week()
    {
        await Desk.GatherAsync(null, Cancel);
        await Desk.DenyAsync(Token, Topic, "too many papers", Cancel);
        var denied = (await SubscriptionAsync())!;
        Assert.Equal((SubscriptionState.Denied, "The hub refused: too many papers", FeedRoom.Noon.AddDays(7)), (denied.State, denied.Reason, denied.NextStep));
        Assert.False(await Desk.VerifyAsync(Token, "subscribe", Topic, TimeSpan.FromDays(1), Cancel));
    }

    [Fact]
    public async Task Feed_that_leaves_its_hub_or_changes_it_begins_anew()
    {
        await SubscribeAsync();
        var old = Token;
        _wire.Answer("/other-hub", http => HubAsync(http, 202));
        Publish("/other-hub", ["a", "b"]);
        _clock.Advance(TimeSpan.FromHours(7));
        await Desk.GatherAsync(null, Cancel);
        Assert.NotEqual(old, Token);
        Assert.False(await Desk.ExpectsAsync(old, Cancel));

        _wire.Serve("/f", FeedWire.Rss("F", "a", "b", "c"));
        _clock.Advance(TimeSpan.FromHours(7));
        await Desk.GatherAsync(null, Cancel);
        Assert.Null(await SubscriptionAsync());
    }

    [Fact]
    public async Task Paper_without_a_public_address_asks_no_hub()
    {
        await _room.DisposeAsync();
        _room = FeedRoom.Open(_folder, _wire, _clock);
        await Desk.GatherAsync(null, Cancel);
        Assert.Empty(_asked);
        Assert.Null(await SubscriptionAsync());
    }

    private void Publish(params string[] items) => Publish("/hub", items);

    private void Publish(string hub, string[] items) =>
        _wire.Serve("/f", Rss(items).Replace("</title><item>", $"</title><link rel='hub' href='{_wire[hub]}'/><link rel='self' href='{Topic}'/><item>", StringComparison.Ordinal));

    private string Rss(params string[] items) =>
        "<rss version='2.0'><channel><title>F</title>"
        + string.Concat(items.Select(i => $"<item><title>{i}</title><link>{_wire["/" + i.Replace(' ', '-')]}</link><pubDate>Fri, 24 May 2024 11:59:00 GMT</pubDate></item>"))
        + "</channel></rss>";

    private async Task SubscribeAsync(TimeSpan? lease = null)
    {
        await Desk.GatherAsync(null, Cancel);
        Assert.True(await Desk.VerifyAsync(Token, "subscribe", Topic, lease ?? TimeSpan.FromDays(10), Cancel));
        Assert.Equal(SubscriptionState.Verified, (await SubscriptionAsync())!.State);
    }

    private Task<PushResult> DeliverAsync(string body) => Desk.ReceiveAsync(Token, Sign(body), "application/rss+xml", Encoding.UTF8.GetBytes(body), Cancel);

    private string Sign(string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Last["hub.secret"]), Encoding.UTF8.GetBytes(body)));

    private async Task<Subscription?> SubscriptionAsync() => (await Desk.StatusAsync(_wire["/f"], Cancel))!.Subscription;

    private async Task HubAsync(HttpContext http, int status)
    {
        _asked.Enqueue((await http.Request.ReadFormAsync(http.RequestAborted)).ToDictionary(f => f.Key, f => f.Value.ToString()));
        http.Response.StatusCode = status;
    }
}
