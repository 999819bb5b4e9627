using System.IO.Compression;
using System.Text;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ZstdSharp;

namespace GlobeEcho.Tests.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    private readonly WebApplication _host = LoopbackHost.New();

    private string Authority => new Uri(_host.Urls.First()).Authority;

    public async ValueTask InitializeAsync()
    {
        _host.MapGet("/plain", () => Results.Text("hello", "text/plain"));
        _host.MapGet("/agent", (HttpContext http) => http.Request.Headers.UserAgent.ToString());
        _host.MapGet("/validators", Validators);
        _host.MapGet("/gone", () => Results.StatusCode(410));
        _host.MapGet("/busy", (HttpContext http) =>
        {
            http.Response.Headers.RetryAfter = "120";
            return Results.StatusCode(429);
        });
        _host.MapGet("/complaint/{letters:int}", (HttpContext http, int letters) =>
        {
            http.Response.StatusCode = 400;
            return http.Response.WriteAsJsonAsync(new { reason = new string('x', letters) }, http.RequestAborted);
        });
        _host.MapGet("/loop", () => Results.Redirect("/loop"));
        _host.MapGet("/moved", () => Results.Redirect("/plain", permanent: true));
        _host.MapGet("/moved-for-now", () => Results.Redirect("/moved"));
        _host.MapGet("/inside", () => Results.Redirect("http://169.254.169.254/latest"));
        _host.MapGet("/file", () => Results.Redirect("file:///etc/hosts"));
        _host.MapGet("/drip", DripAsync);
        _host.MapGet("/endless", EndlessAsync);
        _host.MapGet("/bomb", BombAsync);
        _host.MapGet("/damaged", (HttpContext http) =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return Results.Bytes(Encoding.ASCII.GetBytes("this is no gzip"));
        });
        _host.MapGet("/packed/{coding}", PackedAsync);
        _host.MapGet("/bomb/{coding}", BombOfAsync);
        _host.MapGet("/wide", (HttpContext http) =>
        {
            // A frame that asks for a window of 128 MB (RFC 8878 §3.1.1.1.2), then one empty block.
            http.Response.Headers.ContentEncoding = "zstd";
            return Results.Bytes([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x88, 0x01, 0x00, 0x00]);
        });
        _host.MapPost("/posted", async http => await http.Response.WriteAsync((await http.Request.ReadFormAsync(http.RequestAborted))["hub.mode"].ToString(), http.RequestAborted));
        _host.MapPost("/posted-on", () => Results.Redirect("/posted", permanent: true, preserveMethod: true));
        _host.MapPost("/posted-away", () => Results.Redirect("/plain"));
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Answer_comes_back_with_its_bytes_and_type()
    {
        var fresh = Assert.IsType<FetchResult.Fresh>(await AskAsync("/plain"));
        Assert.Equal("hello", Encoding.ASCII.GetString(fresh.Body));
        Assert.Equal("text/plain", fresh.ContentType);
        Assert.False(fresh.MovedPermanently);
    }

    [Fact]
    public async Task Program_says_who_it_is_and_how_to_reach_the_operator()
    {
        var fresh = Assert.IsType<FetchResult.Fresh>(await AskAsync("/agent", o => o.Contact = "https://paper.example/contact"));
        Assert.Matches(@"^GlobeEcho/\d+\.\d+ \(\+https://paper\.example/contact\)$", Encoding.ASCII.GetString(fresh.Body));
    }

    [Fact]
    public async Task Unchanged_answer_is_not_sent_again()
    {
        var first = Assert.IsType<FetchResult.Fresh>(await AskAsync("/validators"));
        using var fetcher = NewFetcher();
        var again = await fetcher.FetchAsync(new FetchRequest(Address("/validators"), first.ETag, first.LastModified), TestContext.Current.CancellationToken);
        Assert.IsType<FetchResult.NotModified>(again);
    }

    [Fact]
    public async Task Gone_is_told_apart_from_failed()
    {
        Assert.IsType<FetchResult.Gone>(await AskAsync("/gone"));
        Assert.Contains("404", Assert.IsType<FetchResult.Failed>(await AskAsync("/nowhere")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Busy_server_is_left_alone_for_as_long_as_it_asks() =>
        Assert.Equal(TimeSpan.FromSeconds(120), Assert.IsType<FetchResult.Failed>(await AskAsync("/busy")).RetryAfter);

    [Fact]
    public async Task What_a_server_says_about_a_wrong_request_is_kept_when_it_is_short()
    {
        var failed = Assert.IsType<FetchResult.Failed>(await AskAsync("/complaint/20"));
        Assert.Contains("400", failed.Reason, StringComparison.Ordinal);
        Assert.Equal("""{"reason":"xxxxxxxxxxxxxxxxxxxx"}""", Encoding.ASCII.GetString(failed.Body!));
        Assert.Null(Assert.IsType<FetchResult.Failed>(await AskAsync("/complaint/20000")).Body);
        Assert.Null(Assert.IsType<FetchResult.Failed>(await AskAsync("/busy")).Body);
    }

    [Fact]
    public async Task Redirects_end_at_the_limit() =>
        Assert.Contains("More than 5 redirects", Assert.IsType<FetchResult.Refused>(await AskAsync("/loop")).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("/moved", true)]
    [InlineData("/moved-for-now", false)]
    public async Task Move_is_permanent_only_when_every_hop_says_so(string path, bool permanent)
    {
        var fresh = Assert.IsType<FetchResult.Fresh>(await AskAsync(path));
        Assert.Equal(Address("/plain"), fresh.Address);
        Assert.Equal(permanent, fresh.MovedPermanently);
    }

    [Fact]
    public async Task Redirect_from_an_allowed_host_into_a_private_network_is_refused() =>
        Assert.Contains("link-local", Assert.IsType<FetchResult.Refused>(await AskAsync("/inside")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Only_web_addresses_are_asked_for() =>
        Assert.Contains("file", Assert.IsType<FetchResult.Refused>(await AskAsync("/file")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Host_that_is_not_allowed_is_refused_by_address_and_by_name()
    {
        using var fetcher = NewFetcher(o => o.AllowedHosts.Clear());
        foreach (var host in (string[])["127.0.0.1", "localhost", "[::1]"])
        {
            var result = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{host}:{Address("/").Port}/plain")), TestContext.Current.CancellationToken);
            Assert.Contains("no public address", Assert.IsType<FetchResult.Refused>(result).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Drip_is_cut_off_at_the_deadline_of_the_whole_request() =>
        Assert.Contains("0.3 seconds", Assert.IsType<FetchResult.Failed>(await AskAsync("/drip", o => o.TimeoutSeconds = 0.3)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Answer_without_a_length_is_refused_beyond_the_limit() =>
        Assert.Contains("larger than 100", Assert.IsType<FetchResult.Refused>(await AskAsync("/endless", o => o.MaxBytes = 100_000)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Bomb_is_refused_by_its_inflated_size() =>
        Assert.IsType<FetchResult.Refused>(await AskAsync("/bomb", o => o.MaxBytes = 1_000_000));

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task Bomb_of_any_coding_is_refused_by_its_inflated_size(string coding) =>
        Assert.Contains("larger", Assert.IsType<FetchResult.Refused>(await AskAsync("/bomb/" + coding, o => o.MaxBytes = 1_000_000)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Zstd_that_asks_for_more_memory_than_the_web_allows_is_a_failure() =>
        Assert.Contains("damaged", Assert.IsType<FetchResult.Failed>(await AskAsync("/wide")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Form_is_posted_and_posted_again_only_where_the_server_says_so()
    {
        using var fetcher = NewFetcher();
        var form = new[] { new KeyValuePair<string, string>("hub.mode", "subscribe") };
        var posted = await fetcher.FetchAsync(new FetchRequest(Address("/posted-on"), Form: form), TestContext.Current.CancellationToken);
        Assert.Equal("subscribe", Encoding.ASCII.GetString(Assert.IsType<FetchResult.Fresh>(posted).Body));
        var lost = await fetcher.FetchAsync(new FetchRequest(Address("/posted-away"), Form: form), TestContext.Current.CancellationToken);
        Assert.Contains("302", Assert.IsType<FetchResult.Failed>(lost).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_compression_is_a_failure_in_plain_words() =>
        Assert.Contains("damaged", Assert.IsType<FetchResult.Failed>(await AskAsync("/damaged")).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    public async Task Compressed_answers_are_inflated(string coding) =>
        Assert.Equal("packed words", Encoding.ASCII.GetString(Assert.IsType<FetchResult.Fresh>(await AskAsync("/packed/" + coding)).Body));

    [Fact]
    public async Task Nobody_listening_is_a_failure()
    {
        await _host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains("No connection", Assert.IsType<FetchResult.Failed>(await AskAsync("/plain")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_own_cancellation_is_thrown()
    {
        using var fetcher = NewFetcher();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(Address("/drip")), cancel.Token));
    }

    private static IResult Validators(HttpContext http)
    {
        if (http.Request.Headers.IfNoneMatch == "\"a1\"" && http.Request.Headers.IfModifiedSince == "Fri, 24 May 2024 10:00:00 GMT")
            return Results.StatusCode(304);
        http.Response.Headers.ETag = "\"a1\"";
        http.Response.Headers.LastModified = "Fri, 24 May 2024 10:00:00 GMT";
        return Results.Text("first");
    }

    private static async Task DripAsync(HttpContext http)
    {
        while (true)
        {
            await http.Response.WriteAsync(".", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(50, http.RequestAborted);
        }
    }

    private static async Task EndlessAsync(HttpContext http)
    {
        while (true)
            await http.Response.Body.WriteAsync(new byte[10_000], http.RequestAborted);
    }

    private static async Task BombAsync(HttpContext http)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(http.Response.Body, CompressionLevel.SmallestSize);
        for (var i = 0; i < 200; i++)
            await packed.WriteAsync(new byte[100_000], http.RequestAborted);
    }

    private static async Task BombOfAsync(string coding, HttpContext http)
    {
        http.Response.Headers.ContentEncoding = coding;
        await using var packed = Packing(coding, http.Response.Body);
        for (var i = 0; i < 200; i++)
            await packed.WriteAsync(new byte[100_000], http.RequestAborted);
    }

    private static Stream Packing(string coding, Stream body) => coding switch
    {
        "gzip" => new GZipStream(body, CompressionMode.Compress),
        "zstd" => new CompressionStream(body),
        "deflate" => new ZLibStream(body, CompressionMode.Compress),
        _ => new BrotliStream(body, CompressionMode.Compress),
    };

    private static async Task PackedAsync(string coding, HttpContext http)
    {
        http.Response.Headers.ContentEncoding = coding;
        await using var packed = Packing(coding, http.Response.Body);
        await packed.WriteAsync("packed words"u8.ToArray(), http.RequestAborted);
    }

    private Uri Address(string path) => new($"http://{Authority}{path}");

    private Fetcher NewFetcher(Action<FetchingOptions>? change = null)
    {
        var options = new FetchingOptions();
        options.AllowedHosts.Add(Authority);
        change?.Invoke(options);
        return new Fetcher(Options.Create(options), TimeProvider.System);
    }

    private async Task<FetchResult> AskAsync(string path, Action<FetchingOptions>? change = null)
    {
        using var fetcher = NewFetcher(change);
        return await fetcher.FetchAsync(new FetchRequest(Address(path)), TestContext.Current.CancellationToken);
    }
}
