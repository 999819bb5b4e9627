using System.Net.WebSockets;
using System.Text;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests.Fetching;

/// <summary>Streams go through the same door as every other request.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private readonly WebApplication _host = LoopbackHost.New();

    private string Authority => new Uri(_host.Urls.First()).Authority;

    public async ValueTask InitializeAsync()
    {
        _host.UseWebSockets();
        _host.MapGet("/echo", EchoAsync);
        _host.MapGet("/page", () => Results.Text("<p>no stream", "text/html"));
        _host.MapGet("/inside", () => Results.Redirect("http://169.254.169.254/latest"));
        _host.MapGet("/silent", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Stream_is_opened_and_says_who_we_are()
    {
        using var fetcher = NewFetcher(o => o.AllowedHosts.Add(Authority));
        using var socket = Assert.IsType<SocketResult.Open>(await OpenAsync(fetcher, $"ws://{Authority}/echo")).Socket;
        var buffer = new byte[200];
        var said = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
        Assert.StartsWith("GlobeEcho/", Encoding.UTF8.GetString(buffer, 0, said.Count), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_into_the_own_network_is_refused()
    {
        using var fetcher = NewFetcher(null);
        Assert.Contains("no public address", Assert.IsType<SocketResult.Failed>(await OpenAsync(fetcher, $"ws://{Authority}/echo")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page", "200")]
    [InlineData("/nothing-here", "404")]
    [InlineData("/inside", "302")]
    public async Task Address_that_is_no_stream_is_a_failure_in_words(string path, string says)
    {
        using var fetcher = NewFetcher(o => o.AllowedHosts.Add(Authority));
        Assert.Contains(says, Assert.IsType<SocketResult.Failed>(await OpenAsync(fetcher, $"ws://{Authority}{path}")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_never_answers_is_left()
    {
        using var fetcher = NewFetcher(o =>
        {
            o.AllowedHosts.Add(Authority);
            o.HeaderTimeoutSeconds = 0.2;
        });
        Assert.Contains("No answer began", Assert.IsType<SocketResult.Failed>(await OpenAsync(fetcher, $"ws://{Authority}/silent")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://paper.example/")]
    [InlineData("file:///etc/hosts")]
    public async Task Only_ws_and_wss_are_streams(string address)
    {
        using var fetcher = NewFetcher(null);
        Assert.Contains("no streams", Assert.IsType<SocketResult.Failed>(await OpenAsync(fetcher, address)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_cancellation_is_thrown()
    {
        using var fetcher = NewFetcher(o => o.AllowedHosts.Add(Authority));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.OpenSocketAsync(new Uri($"ws://{Authority}/echo"), stop.Token));
    }

    private static async Task EchoAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await socket.SendAsync(Encoding.UTF8.GetBytes(http.Request.Headers.UserAgent.ToString()), WebSocketMessageType.Text, true, http.RequestAborted);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, http.RequestAborted);
    }

    private static Fetcher NewFetcher(Action<FetchingOptions>? change)
    {
        var options = new FetchingOptions();
        change?.Invoke(options);
        return new Fetcher(Options.Create(options), TimeProvider.System);
    }

    private static Task<SocketResult> OpenAsync(Fetcher fetcher, string address) =>
        fetcher.OpenSocketAsync(new Uri(address), TestContext.Current.CancellationToken);
}
