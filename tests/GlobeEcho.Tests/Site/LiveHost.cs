using System.Net.Sockets;
using System.Text;
using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Site;

/// <summary>The price stream on a real server of this machine, over a board the test puts quotes on, with a clock it moves.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LiveHost(WebApplication app, QuoteBoard board, FakeTimeProvider clock)
    {
        _app = app;
        Board = board;
        Clock = clock;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public QuoteBoard Board { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What every quote's state is from the next look on.</summary>
    public (QuoteState State, DateTimeOffset? Since) State { get; set; } = (QuoteState.Live, null);

    public QuotePump Pump => _app.Services.GetRequiredService<QuotePump>();

    public QuoteTape Tape => _app.Services.GetRequiredService<QuoteTape>();

    public static async Task<LiveHost> StartAsync(CancellationToken cancel, int instruments = 3, int most = 20_000)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 5, 24, 18, 40, 0, TimeSpan.Zero));
        var board = new QuoteBoard([.. Enumerable.Range(1, instruments).Select(i => new Instrument(new($"coin{i}-usd"), $"COIN{i}/USD", $"Coin {i}", InstrumentGroup.Crypto, "USD", 2))]);
        LiveHost? host = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<PaperTime>();
        builder.Services.AddOptions<SiteOptions>().Configure(o => o.LiveClients = most);
        builder.Services.AddSingleton(new LiveQuotes(board, _ => host!.State.State, _ => host!.State.Since)).AddLive();
        var app = builder.Build();
        app.MapLive();
        await app.StartAsync(cancel);
        return host = new LiveHost(app, board, clock);
    }

    public void Put(int instrument, decimal price) => Board.Put(new Quote(
        new($"coin{instrument}-usd"), price, new QuoteBasis(BasisKind.Day, 100, null), QuoteKind.Live, Clock.GetUtcNow(), Clock.GetUtcNow(), "Test"));

    /// <summary>One turn of the pump.</summary>
    public void Turn() => Clock.Advance(QuotePump.Turn);

    public async Task<LiveReader> ReadAsync(CancellationToken cancel, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, LiveEndpoints.Path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        return new LiveReader(await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel));
    }

    /// <summary>A reader who asks and then does not read, with as small a buffer as the system gives.</summary>
    public async Task<Socket> AskAndIgnoreAsync(CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(Address.Host, Address.Port, cancel);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {LiveEndpoints.Path} HTTP/1.1\r\nHost: {Address.Authority}\r\n\r\n"), cancel);
        return socket;
    }

    /// <summary>Waits until so many listen: that one has gone is heard a moment later.</summary>
    public async Task ReadersAsync(int count, CancellationToken cancel)
    {
        while (Pump.Readers != count)
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancel);
    }

    public Task StopAsync(CancellationToken cancel) => _app.StopAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
