using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Tests.Markets;

/// <summary>A web-socket server on loopback that says exactly what a test tells it to, and keeps what it was asked.</summary>
internal sealed class StreamDouble : IAsyncDisposable
{
    /// <summary>A status that is never sent: the visitor waits.</summary>
    public const int Never = -1;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];
    private volatile WebSocket? _socket;
    private volatile HttpContext? _http;

    private StreamDouble(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal) + "/stream");

    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>How often somebody came.</summary>
    public int Visits { get; private set; }

    public bool IsOpen => _socket is { State: WebSocketState.Open };

    /// <summary>Answers the next visitors with a plain HTTP page of this status; 0 opens sockets.</summary>
    public int Status { get; set; }

    /// <summary>Answers each message of the visitor; null says nothing.</summary>
    public Func<string, IEnumerable<string>>? Answer { get; set; }

    public static async Task<StreamDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        var made = new StreamDouble(app);
        app.Map("/stream", made.VisitAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return made;
    }

    public Task SayAsync(string message) => SayAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true);

    public async Task SayAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool isEnd)
    {
        try
        {
            if (_socket is { State: WebSocketState.Open } socket)
                await socket.SendAsync(bytes, type, isEnd, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The visitor has just hung up; what a test says into that is lost, as it would be on a wire.
            _socket = null;
        }
    }

    /// <summary>Ends the socket properly.</summary>
    public Task CloseAsync(string words) => _socket!.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, words, TestContext.Current.CancellationToken);

    /// <summary>Tears the connection.</summary>
    public void Tear() => _http!.Abort();

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task VisitAsync(HttpContext http)
    {
        Visits++;
        if (Status == Never)
        {
            var gone = new TaskCompletionSource();
            await using var left = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        if (Status != 0)
        {
            http.Response.StatusCode = Status;
            await http.Response.WriteAsync("<html>Not now</html>");
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        (_http, _socket) = (http, socket);
        var buffer = new byte[65_536];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, http.RequestAborted);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                var asked = Encoding.UTF8.GetString(buffer, 0, part.Count);
                _asked.Enqueue(asked);
                foreach (var answer in Answer?.Invoke(asked) ?? [])
                    await SayAsync(answer);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            _socket = null;
        }
    }
}
