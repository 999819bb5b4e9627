using System.Net;
using System.Security.Cryptography;
using System.Text;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Feeds.WebSub;
using GlobeEcho.Tests.Feeds;

namespace GlobeEcho.Tests.Site;

/// <summary>The callback hubs reach over HTTP.</summary>
public sealed class WebSubTests : IAsyncLifetime
{
    private const string Topic = "https://wire.example/feed.xml";
    private const string Secret = "a secret of ours";
    private static readonly string Token = new('a', 32);

    private SiteHost _site = null!;
    private FeedDesk _feeds = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteHost.StartAsync(filled: false, Cancel, "--Site:Address=https://paper.example/");
        _feeds = Desks.Feeds(_site.Archive, _site.Clock);
        await _feeds.AddAsync([FeedRoom.Listing(new Uri(Topic))], Cancel);
        await SaveAsync(SubscriptionState.Asked);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Challenge_comes_back_only_to_a_hub_that_was_asked()
    {
        using var yes = await _site.Http.GetAsync(Question("subscribe", Topic, "1234 &<b>"), Cancel);
        Assert.Equal((HttpStatusCode.OK, "1234 &<b>"), (yes.StatusCode, await yes.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal("text/plain", yes.Content.Headers.ContentType?.MediaType);
        Assert.Equal(_site.Clock.GetUtcNow().AddHours(1), (await _feeds.StatusAsync(new Uri(Topic), Cancel))!.Subscription!.LeaseUntil);

        foreach (var question in (string[])
            [Question("subscribe", "https://other.example/", "1"), Question("unsubscribe", Topic, "1"), Question("subscribe", Topic, ""),
            Question("subscribe", Topic, new string('x', 600)), Question("subscribe", Topic, "1").Replace(Token, new string('b', 32), StringComparison.Ordinal), "/websub/short"])
        {
            using var no = await _site.Http.GetAsync(question, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, no.StatusCode);
        }
    }

    [Fact]
    public async Task Refusal_of_a_hub_is_noted()
    {
        using var answer = await _site.Http.GetAsync(Question("denied", Topic, "") + "&hub.reason=full", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("The hub refused: full", (await _feeds.StatusAsync(new Uri(Topic), Cancel))!.Subscription!.Reason);
    }

    [Fact]
    public async Task Delivery_is_taken_when_it_is_signed_and_answered_alike_when_it_is_not()
    {
        await SaveAsync(SubscriptionState.Verified);
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(Rss("forged"), "sha256=00"));
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(Rss("unsigned"), null));
        Assert.Empty(await _feeds.WaitingAsync(10, Cancel));
        Assert.Equal(HttpStatusCode.Accepted, await DeliverAsync(Rss("a"), Sign(Rss("a"))));
        Assert.Equal("a", Assert.Single(await _feeds.WaitingAsync(10, Cancel)).Title);
    }

    [Fact]
    public async Task Delivery_that_is_too_large_or_to_nobody_is_refused()
    {
        await SaveAsync(SubscriptionState.Verified);
        var large = new string(' ', FeedDesk.MostPushedBytes + 1);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await DeliverAsync(large, Sign(large)));
        Assert.Equal(HttpStatusCode.Gone, await DeliverAsync(Rss("a"), Sign(Rss("a")), new string('b', 32)));
    }

    private static string Rss(string item) =>
        $"<rss version='2.0'><channel><title>F</title><item><title>{item}</title><link>https://wire.example/{item}</link></item></channel></rss>";

    private static string Sign(string body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    private static string Question(string mode, string topic, string challenge) =>
        $"/websub/{Token}?hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge={Uri.EscapeDataString(challenge)}&hub.lease_seconds=3600";

    private async Task<HttpStatusCode> DeliverAsync(string body, string? signature, string? token = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/websub/{token ?? Token}") { Content = new StringContent(body, Encoding.UTF8, "application/rss+xml") };
        // What is too large is refused before it is sent.
        message.Headers.ExpectContinue = body.Length > FeedDesk.MostPushedBytes;
        if (signature is not null)
            message.Headers.TryAddWithoutValidation("X-Hub-Signature", signature);
        using var answer = await _site.Http.SendAsync(message, Cancel);
        return answer.StatusCode;
    }

    private async Task SaveAsync(SubscriptionState state)
    {
        var feed = (await _feeds.StatusAsync(new Uri(Topic), Cancel))!.Feed.Id;
        var now = _site.Clock.GetUtcNow();
        await using var session = await _site.Archive.WriteAsync(Cancel);
        await new SubscriptionStore().SaveAsync(
            session, new Subscription(feed, new Uri("https://hub.example/"), new Uri(Topic), Token, Secret, state, 0, null, now.AddDays(1), now.AddDays(1), null), Cancel);
        await session.CommitAsync(Cancel);
    }
}
