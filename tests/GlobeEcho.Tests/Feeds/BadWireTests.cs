using System.IO.Compression;
using System.Text;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Feeds;

/// <summary>Servers that mean harm or are broken: each costs its own feed one failure, with its kind and its reason, and nobody else anything.</summary>
public sealed class BadWireTests : IAsyncLifetime
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>";
    private const string Tail = "</channel></rss>\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("globe-echo-bad-").FullName;
    private readonly FakeTimeProvider _clock = new(FeedRoom.Noon);
    private FeedWire _wire = null!;
    private ServiceProvider _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FeedDesk Desk => _room.GetRequiredService<FeedDesk>();

    public async ValueTask InitializeAsync()
    {
        _wire = await FeedWire.StartAsync();
        Misbehave();
        _room = FeedRoom.Open(_folder, _wire, _clock, fetching: o =>
        {
            o.TimeoutSeconds = 3;
            o.MaxBytes = 1_000_000;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _wire.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/bad/slow", FetchFault.Timeout, "No whole answer within 3 seconds.")]
    [InlineData("/bad/bomb", FetchFault.TooLarge, "larger than")]
    [InlineData("/bad/loop", FetchFault.Redirects, "More than 5 redirects.")]
    [InlineData("/bad/500", FetchFault.Server, "500")]
    [InlineData("/bad/503", FetchFault.Busy, "503")]
    [InlineData("/bad/429", FetchFault.Busy, "429")]
    [InlineData("/bad/private", FetchFault.PrivateAddress, "link-local")]
    [InlineData("/bad/huge.xml", FetchFault.TooLarge, "larger than")]
    [InlineData("/bad/truncated.xml", FetchFault.Broken, "broke off")]
    [InlineData("/bad/notxml", null, "not a feed")]
    [InlineData("/bad/deep.html", null, "not a feed")]
    public async Task Feed_that_misbehaves_fails_with_its_reason_and_the_next_one_is_read(string path, FetchFault? fault, string words)
    {
        _wire.Serve("/good", FeedWire.Rss("good", "a"));
        await Desk.AddAsync([FeedRoom.Listing(_wire[path], "Bad"), FeedRoom.Listing(_wire["/good"], "Good")], Cancel);

        Assert.Equal(new GatherReport(2, 1, 0, 1, 1), await Desk.GatherAsync(null, Cancel));

        var status = (await Desk.StatusAsync(_wire[path], Cancel))!;
        Assert.Equal((1, fault), (status.Feed.Health.Failures, status.Feed.Health.Fault));
        Assert.Contains(words, status.Feed.Health.FailureReason, StringComparison.Ordinal);
        Assert.NotNull(status.Advice);
        Assert.InRange(status.Feed.Health.NextCheck, FeedRoom.Noon.AddMinutes(4.5), FeedRoom.Noon.AddMinutes(5.5));
    }

    [Theory]
    [InlineData("/bad/503-long", 90)]
    [InlineData("/bad/429-long", 120)]
    public async Task Server_that_asks_for_more_patience_than_we_have_gets_it(string path, int minutes)
    {
        await Desk.AddAsync([FeedRoom.Listing(_wire[path])], Cancel);
        await Desk.GatherAsync(null, Cancel);
        Assert.Equal(FeedRoom.Noon.AddMinutes(minutes), (await Desk.StatusAsync(_wire[path], Cancel))!.Feed.Health.NextCheck);
    }

    [Fact]
    public async Task Entities_are_not_multiplied()
    {
        if (await Desk.TryAsync(_wire["/bad/billion-laughs.xml"], Cancel) is FeedTrial.Reads reads)
            Assert.True(reads.Document.Title.Length < 1_000);
    }

    [Fact]
    public async Task Files_of_this_machine_are_not_read()
    {
        if (await Desk.TryAsync(_wire["/bad/xxe.xml"], Cancel) is FeedTrial.Reads reads)
            Assert.DoesNotContain("the secret", reads.Document.Title + string.Concat(reads.Document.Items.Select(i => i.Title)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charset_that_header_and_document_lie_about_is_found()
    {
        var reads = Assert.IsType<FeedTrial.Reads>(await Desk.TryAsync(_wire["/bad/wrong-charset.xml"], Cancel));
        Assert.Equal("Caf\u00E9 \u201Cwire\u201D", reads.Document.Title);
    }

    private static string Item(int n) => $"<item><title>An item {n}</title><link>http://127.0.0.1/item/{n}</link><guid>item-{n}</guid></item>\n";

    private void Misbehave()
    {
        _wire.Answer("/bad/slow", async http =>
        {
            foreach (var letter in Head + "Slow")
            {
                await http.Response.WriteAsync(letter.ToString(), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(50, http.RequestAborted);
            }
        });
        _wire.Answer("/bad/bomb", async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(http.Response.Body, CompressionLevel.SmallestSize);
            await packed.WriteAsync(Encoding.UTF8.GetBytes(Head), http.RequestAborted);
            for (var i = 0; i < 300; i++)
                await packed.WriteAsync(Encoding.ASCII.GetBytes(new string('A', 100_000)), http.RequestAborted);
        });
        _wire.Answer("/bad/loop", http => Redirect(http, "/bad/loop" + (http.Request.QueryString.HasValue ? "" : "?2")));
        _wire.Status("/bad/500", 500);
        _wire.Status("/bad/503", 503, "Retry-After", "90");
        _wire.Status("/bad/429", 429, "Retry-After", "120");
        _wire.Status("/bad/503-long", 503, "Retry-After", "5400");
        _wire.Status("/bad/429-long", 429, "Retry-After", "7200");
        _wire.Answer("/bad/private", http => Redirect(http, "http://169.254.169.254/"));
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}\">"));
        _wire.Serve("/bad/billion-laughs.xml", $"<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a0 \"ha\">{laughs}]>\n<rss version=\"2.0\"><channel><title>&a9;</title></channel></rss>");
        var secret = Path.Combine(_folder, "secret.txt");
        File.WriteAllText(secret, "the secret");
        _wire.Serve(
            "/bad/xxe.xml",
            $"<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY secret SYSTEM \"file://{secret}\">]>\n<rss version=\"2.0\"><channel><title>&secret;</title><item><title>&secret;</title></item></channel></rss>");
        _wire.Answer("/bad/huge.xml", async http =>
        {
            await http.Response.WriteAsync(Head + "Huge</title>", http.RequestAborted);
            for (var i = 0; i < 300_000; i++)
                await http.Response.WriteAsync(Item(i), http.RequestAborted);
        });
        _wire.Answer("/bad/truncated.xml", async http =>
        {
            var whole = Head + "Truncated</title>" + Item(1) + Item(2) + Tail;
            http.Response.ContentLength = whole.Length;
            await http.Response.WriteAsync(whole[..whole.IndexOf("item-2", StringComparison.Ordinal)], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
        });
        _wire.Serve("/bad/notxml", "These are plain words, and no feed at all.\n");
        _wire.Serve("/bad/deep.html", "<!doctype html><title>Deep</title>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<p>The bottom.</p>");
        var latin = Encoding.Latin1.GetBytes(Head + "Caf\u00E9 \u0093wire\u0094</title><item><title>One</title><guid>1</guid></item>" + Tail);
        _wire.Answer("/bad/wrong-charset.xml", async http =>
        {
            http.Response.ContentType = "application/rss+xml; charset=utf-8";
            await http.Response.Body.WriteAsync(latin, http.RequestAborted);
        });
    }

    private static Task Redirect(HttpContext http, string to)
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    }
}
