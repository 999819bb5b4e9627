using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests.Fetching;

/// <summary>Servers that break the rules of HTTP, or bend them, as real ones do.</summary>
public sealed class OddServerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _host = LoopbackHost.New();

    private string Authority => new Uri(_host.Urls.First()).Authority;

    public async ValueTask InitializeAsync()
    {
        _host.MapGet("/plain", () => Results.Text("hello"));
        _host.MapGet("/unasked-304", () => Results.StatusCode(304));
        _host.MapGet("/silent", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        _host.MapGet("/busy-until", (HttpContext http) => Busy(http, "Fri, 24 May 2024 12:10:00 GMT"));
        _host.MapGet("/busy-since", (HttpContext http) => Busy(http, "Fri, 24 May 2024 11:50:00 GMT"));
        _host.MapGet("/busy-for-years", (HttpContext http) => Busy(http, "2000000000"));
        _host.MapGet("/busy-somehow", (HttpContext http) => Busy(http, "soon"));
        _host.MapGet("/nowhere", (HttpContext http) => http.Response.StatusCode = 302);
        _host.MapGet("/announced", (HttpContext http) =>
        {
            http.Response.ContentLength = 50_000_000;
            return http.Response.Body.FlushAsync(http.RequestAborted);
        });
        _host.MapGet("/damaged/{coding}", (string coding, HttpContext http) =>
        {
            http.Response.Headers.ContentEncoding = coding;
            return Results.Bytes(Encoding.ASCII.GetBytes("these words were never compressed by anybody"));
        });
        _host.MapGet("/bare-deflate", async http =>
        {
            http.Response.Headers.ContentEncoding = "deflate";
            await using var packed = new DeflateStream(http.Response.Body, CompressionMode.Compress);
            await packed.WriteAsync("packed words"u8.ToArray(), http.RequestAborted);
        });
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Nothing_has_changed_is_no_answer_to_a_first_question()
    {
        Assert.Contains("304", Assert.IsType<FetchResult.Failed>(await AskAsync("/unasked-304")).Reason, StringComparison.Ordinal);
        Assert.IsType<FetchResult.NotModified>(await AskAsync("/unasked-304", etag: "\"a\""));
    }

    [Fact]
    public async Task Validator_that_no_header_can_carry_is_left_out() =>
        Assert.IsType<FetchResult.Fresh>(await AskAsync("/plain", etag: "\"café\""));

    [Fact]
    public async Task Server_that_never_begins_to_answer_is_left_before_the_deadline() =>
        Assert.Contains("No answer began", Assert.IsType<FetchResult.Failed>(await AskAsync("/silent", o => o.HeaderTimeoutSeconds = 0.2)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("/busy-until", 600)]
    [InlineData("/busy-since", null)]
    [InlineData("/busy-for-years", 7 * 24 * 3600)]
    [InlineData("/busy-somehow", null)]
    public async Task Wait_a_server_asks_for_is_a_time_from_now_of_at_most_a_week(string path, int? seconds) =>
        Assert.Equal(seconds, (int?)Assert.IsType<FetchResult.Failed>(await AskAsync(path)).RetryAfter?.TotalSeconds);

    [Fact]
    public async Task Redirect_without_an_address_is_a_failure() =>
        Assert.Contains("302", Assert.IsType<FetchResult.Failed>(await AskAsync("/nowhere")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Answer_that_announces_too_much_is_refused_before_it_is_read() =>
        Assert.Contains("larger than", Assert.IsType<FetchResult.Refused>(await AskAsync("/announced")).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    [InlineData("sdch")]
    [InlineData("zstd")]
    public async Task Damaged_or_unknown_compression_is_a_failure(string coding) =>
        Assert.IsType<FetchResult.Failed>(await AskAsync("/damaged/" + coding));

    [Fact]
    public async Task Deflate_without_its_head_is_inflated_too() =>
        Assert.Equal("packed words", Encoding.ASCII.GetString(Assert.IsType<FetchResult.Fresh>(await AskAsync("/bare-deflate")).Body));

    [Theory]
    [InlineData("what is this\n\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nonly this")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: http://[broken\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("")]
    public async Task Broken_answer_is_a_failure_in_words(string answer) =>
        Assert.NotEmpty(Assert.IsType<FetchResult.Failed>(await AskRawAsync(answer)).Reason);

    [Fact]
    public async Task Answer_that_breaks_off_is_not_taken_for_a_whole_one()
    {
        var result = await AskRawAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this");
        Assert.Equal("The answer broke off before its end.", Assert.IsType<FetchResult.Failed>(result).Reason);
    }

    [Fact]
    public async Task Redirect_may_be_written_in_any_script()
    {
        var result = await AskRawAsync("HTTP/1.1 301 Moved\r\nLocation: ftp://paper.example/новости\r\nContent-Length: 0\r\n\r\n");
        Assert.Contains("ftp", Assert.IsType<FetchResult.Refused>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_host_with_an_address_of_version_six_can_be_allowed()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var nobody = new TcpListener(IPAddress.IPv6Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        using var fetcher = NewFetcher(o => o.AllowedHosts.Add($"[::1]:{port}"));
        var result = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://[::1]:{port}/")), TestContext.Current.CancellationToken);
        Assert.Contains("No connection", Assert.IsType<FetchResult.Failed>(result).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_nobody_has_is_a_failure()
    {
        using var fetcher = NewFetcher(null);
        Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://no-such-host.invalid/")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Name_that_nobody_can_have_is_a_failure()
    {
        using var fetcher = NewFetcher(null);
        var result = await fetcher.FetchAsync(new FetchRequest(new Uri("http://\u2024.example/")), TestContext.Current.CancellationToken);
        Assert.Contains("No server can have", Assert.IsType<FetchResult.Failed>(result).Reason, StringComparison.Ordinal);
    }

    private static IResult Busy(HttpContext http, string retryAfter)
    {
        http.Response.Headers.RetryAfter = retryAfter;
        return Results.StatusCode(503);
    }

    private Fetcher NewFetcher(Action<FetchingOptions>? change)
    {
        var options = new FetchingOptions();
        options.AllowedHosts.Add(Authority);
        change?.Invoke(options);
        // Only the date stands still here: the waits are those of the machine.
        return new Fetcher(Options.Create(options), new FixedDate());
    }

    private async Task<FetchResult> AskAsync(string path, Action<FetchingOptions>? change = null, string? etag = null)
    {
        using var fetcher = NewFetcher(change);
        return await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{Authority}{path}"), etag), TestContext.Current.CancellationToken);
    }

    private async Task<FetchResult> AskRawAsync(string answer)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var answering = Task.Run(
            async () =>
            {
                using var client = await server.AcceptTcpClientAsync(cancel);
                // A connection that ends without a byte is tried again; nobody answers then.
                server.Stop();
                await using var stream = client.GetStream();
                var asked = new byte[4096];
                if (await stream.ReadAsync(asked, cancel) > 0)
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancel);
            },
            cancel);
        using var fetcher = NewFetcher(o => o.AllowedHosts.Add("127.0.0.1"));
        var result = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{server.LocalEndpoint}/")), cancel);
        await answering.WaitAsync(TimeSpan.FromSeconds(5), cancel);
        return result;
    }

    private sealed class FixedDate : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
