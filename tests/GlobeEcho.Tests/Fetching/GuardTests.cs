using System.Net;
using System.Net.Sockets;
using System.Text;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GlobeEcho.Tests.Fetching;

/// <summary>Names, literals and proxies that try to lead into a network that is not the world's.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private readonly WebApplication _host = LoopbackHost.New();
    private int _asked;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int Port => new Uri(_host.Urls.First()).Port;

    public async ValueTask InitializeAsync()
    {
        _host.Run(http =>
        {
            Interlocked.Increment(ref _asked);
            return http.Response.WriteAsync($"{http.Request.Method} {http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget}", http.RequestAborted);
        });
        await _host.StartAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0x0.0x0.0x1")]
    [InlineData("0177.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("127.1")]
    [InlineData("0")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("%31%32%37.0.0.1")]
    [InlineData("\uFF11\uFF12\uFF17.0.0.1")]
    public async Task Odd_spelling_of_a_private_address_is_refused(string host)
    {
        using var fetcher = NewFetcher();
        // Some of them are no address at all to the parser of addresses: then nobody is asked either.
        if (Uri.TryCreate($"http://{host}:{Port}/", UriKind.Absolute, out var address))
            Assert.NotEqual(typeof(FetchResult.Fresh), (await fetcher.FetchAsync(new FetchRequest(address), Cancel)).GetType());
        Assert.Equal(0, _asked);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData("fd00::1")]
    [InlineData("2002:7f00:1::")]
    public async Task Name_with_any_private_address_is_refused(params string[] addresses)
    {
        using var fetcher = NewFetcher(_ => addresses);
        var refused = Assert.IsType<FetchResult.Refused>(await AskAsync(fetcher));
        Assert.Equal(FetchFault.PrivateAddress, refused.Fault);
    }

    [Fact]
    public async Task Name_is_resolved_once_for_each_connection_and_judged_each_time()
    {
        // First nobody's public address (unroutable on purpose), later our own loopback: a rebinding name.
        var answers = new Queue<string[]>([["fe80::1"], ["127.0.0.1"], ["127.0.0.1"]]);
        using var fetcher = NewFetcher(_ => answers.Dequeue());
        Assert.Contains("link-local", Assert.IsType<FetchResult.Refused>(await AskAsync(fetcher)).Reason, StringComparison.Ordinal);
        Assert.Contains("loopback", Assert.IsType<FetchResult.Refused>(await AskAsync(fetcher)).Reason, StringComparison.Ordinal);
        Assert.Equal((0, 1), (_asked, answers.Count));
    }

    [Fact]
    public async Task Redirect_to_a_name_with_a_private_address_is_refused()
    {
        await using var wire = LoopbackHost.New();
        wire.MapGet("/", () => Results.Redirect($"http://inside.example:{Port}/"));
        await wire.StartAsync(Cancel);
        var start = new Uri(wire.Urls.First());
        using var fetcher = NewFetcher(_ => ["127.0.0.1"], o => o.AllowedHosts.Add(start.Authority));
        Assert.Contains("inside.example", Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new FetchRequest(start), Cancel)).Reason, StringComparison.Ordinal);
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task Proxy_is_trusted_and_asked_for_public_hosts()
    {
        using var fetcher = NewFetcher(_ => ["93.184.215.14"], o => o.Proxy = new Uri($"http://127.0.0.1:{Port}"));
        var answer = Assert.IsType<FetchResult.Fresh>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://paper.example/a?b")), Cancel));
        Assert.Equal("GET http://paper.example/a?b", Encoding.ASCII.GetString(answer.Body));
    }

    [Fact]
    public async Task Name_only_the_proxy_knows_is_the_proxys_to_judge()
    {
        using var fetcher = NewFetcher(_ => throw new SocketException((int)SocketError.HostNotFound), o => o.Proxy = new Uri($"http://127.0.0.1:{Port}"));
        Assert.IsType<FetchResult.Fresh>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://paper.example/")), Cancel));
    }

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://inside.example/")]
    [InlineData("http://localhost/")]
    public async Task Proxy_is_not_asked_for_what_this_machine_knows_to_be_private(string address)
    {
        using var fetcher = NewFetcher(_ => ["10.1.2.3"], o => o.Proxy = new Uri($"http://127.0.0.1:{Port}"));
        Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new FetchRequest(new Uri(address)), Cancel));
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task Proxy_itself_is_no_host_to_read_from()
    {
        using var fetcher = NewFetcher(_ => ["10.1.2.3"], o => o.Proxy = new Uri($"http://127.0.0.1:{Port}"));
        Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new FetchRequest(new Uri($"http://127.0.0.1:{Port}/admin")), Cancel));
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task Own_hosts_are_reached_without_the_proxy()
    {
        await using var wire = LoopbackHost.New();
        wire.MapGet("/", () => "direct");
        await wire.StartAsync(Cancel);
        var own = new Uri(wire.Urls.First());
        using var fetcher = NewFetcher(_ => [], o =>
        {
            o.Proxy = new Uri($"http://127.0.0.1:{Port}");
            o.AllowedHosts.Add(own.Authority);
        });
        Assert.Equal("direct", Encoding.ASCII.GetString(Assert.IsType<FetchResult.Fresh>(await fetcher.FetchAsync(new FetchRequest(own), Cancel)).Body));
    }

    [Fact]
    public async Task Host_that_asks_for_peace_is_left_in_peace_for_an_hour_at_most()
    {
        var clock = new FakeTimeProvider();
        var gate = new HostGate(2, TimeSpan.Zero, clock);
        await gate.EnterAsync(Cancel);
        gate.LeaveInPeace(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.FromMinutes(2), gate.Peace);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(gate.Peace);
        gate.LeaveInPeace(TimeSpan.FromDays(7));
        Assert.Equal(TimeSpan.FromHours(1), gate.Peace);
        gate.Leave();
        Assert.False(gate.IsIdle);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(gate.IsIdle);
    }

    [Fact]
    public async Task Requests_to_one_host_begin_a_gap_apart_and_so_many_at_once()
    {
        var clock = new FakeTimeProvider();
        var gate = new HostGate(2, TimeSpan.FromSeconds(1), clock);
        var entries = Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(Cancel)).ToList();
        Assert.Equal([true, false, false, false], entries.Select(e => e.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(1));
        await entries[1].WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal([true, true, false, false], entries.Select(e => e.IsCompleted));
        gate.Leave();
        clock.Advance(TimeSpan.FromSeconds(1));
        await entries[2].WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.False(entries[3].IsCompleted);
    }

    private static Fetcher NewFetcher(Func<string, string[]>? resolve = null, Action<FetchingOptions>? change = null)
    {
        var options = new FetchingOptions { HeaderTimeoutSeconds = 5 };
        change?.Invoke(options);
        return resolve is null
            ? new Fetcher(Options.Create(options), TimeProvider.System)
            : new Fetcher(Options.Create(options), TimeProvider.System, (host, _) => Task.FromResult(resolve(host).Select(IPAddress.Parse).ToArray()));
    }

    private Task<FetchResult> AskAsync(Fetcher fetcher) => fetcher.FetchAsync(new FetchRequest(new Uri($"http://rebinding.example:{Port}/")), Cancel);
}
