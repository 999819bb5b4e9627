using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>
/// The one door to the outside: everything the program asks of another machine goes through here.
/// Thread-safe. What the world does wrong comes back as a <see cref="FetchResult"/>; only the caller's own
/// cancellation is thrown.
/// </summary>
public sealed class Fetcher : IDisposable
{
    /// <summary>What a robots.txt calls us by.</summary>
    public const string ProductToken = "GlobeEcho";

    // How much of a complaint in JSON is read.
    private static readonly FetchLimits Complaint = new(10_000, Cut: false, Redirects: 0);

    // Requests under way at a host that is the operator's own.
    private const int OwnHostAtOnce = 32;

    private const int GatesBetweenSweeps = 1_000;

    private readonly FetchingOptions _options;
    private readonly TimeProvider _clock;
    private readonly Dialler _dialler;
    private readonly HttpClient _http;
    private readonly RobotsBook _robots;
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);
    private int _made;

    public Fetcher(IOptions<FetchingOptions> options, TimeProvider clock)
        : this(options, clock, Dns.GetHostAddressesAsync)
    {
    }

    internal Fetcher(IOptions<FetchingOptions> options, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _options = options.Value;
        _clock = clock;
        _dialler = new Dialler(_options, resolve);
        _robots = new RobotsBook(FetchAsync, clock);
        _http = new HttpClient(new SocketsHttpHandler
        {
            // Redirects, decompression and cookies are ours: each hop is guarded and each byte counted.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = _dialler.UsesProxy,
            Proxy = _dialler,
            ConnectCallback = _dialler.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 64,
            // Servers write the letters of other scripts into Location as they are, and mean UTF-8.
            ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null,
            MaxConnectionsPerServer = 64,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(Fetcher).Assembly.GetName().Version!.ToString(2);
        var contact = _options.Contact.Length > 0 ? $" (+{_options.Contact})" : " (self-hosted newspaper)";
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"{ProductToken}/{version}{contact}");
        _http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br, zstd");
    }

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel) =>
        FetchAsync(request, new FetchLimits(request.MostBytes ?? _options.MaxBytes, Cut: false, request.Bearer is null ? _options.MaxRedirects : 0), cancel);

    /// <summary>Whether an address is the operator's own (Fetching:AllowedHosts), which is asked without manners.</summary>
    public bool IsOwn(Uri address) => _dialler.IsOwn(address.IdnHost, address.Port);

    /// <summary>
    /// Opens a web socket (ws or wss) through the same guard as every other request. The caller disposes it; its deadline
    /// counts until it is open, not after.
    /// </summary>
    public async Task<SocketResult> OpenSocketAsync(Uri address, CancellationToken cancel)
    {
        if (address.Scheme is not ("ws" or "wss"))
            return new SocketResult.Failed($"{address.Scheme} addresses are no streams.");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_options.HeaderTimeoutSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        var socket = new ClientWebSocket();
        try
        {
            await _dialler.CheckAsync(address, both.Token);
            socket.Options.SetRequestHeader("User-Agent", _http.DefaultRequestHeaders.UserAgent.ToString());
            // A stream that says nothing at all is asked whether it is there; its own heartbeats come above this.
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
            socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
            await socket.ConnectAsync(address, _http, both.Token);
            return new SocketResult.Open(socket);
        }
        catch (Exception e)
        {
            socket.Dispose();
            cancel.ThrowIfCancellationRequested();
            return e switch
            {
                OperationCanceledException => new SocketResult.Failed($"No answer began within {_options.HeaderTimeoutSeconds:0.##} seconds."),
                WebSocketException { InnerException: { } inner } when Faults.Of(inner) is { } result => new SocketResult.Failed(Words(result)),
                WebSocketException => new SocketResult.Failed($"No stream was opened: {e.Message}"),
                _ when Faults.Of(e) is { } result => new SocketResult.Failed(Words(result)),
                _ => throw new InvalidOperationException($"{address.Host} cannot be opened as a stream.", e),
            };
        }

        static string Words(FetchResult result) => result is FetchResult.Refused refused ? refused.Reason : ((FetchResult.Failed)result).Reason;
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchResult> FetchAsync(FetchRequest request, FetchLimits limits, CancellationToken cancel)
    {
        var hop = new Hop(request.Address, Permanent: true);
        var patience = request.Patience ?? TimeSpan.FromSeconds(_options.TimeoutSeconds);
        var left = patience;
        try
        {
            for (var count = 0; count <= limits.Redirects; count++)
            {
                if (await WhyNotAsync(request, hop.Address, cancel) is { } no)
                    return no;
                // Waiting for a place is the paper's own doing, so it does not count against the host's time.
                var gate = Gate(hop.Address);
                await gate.EnterAsync(cancel);
                var started = _clock.GetTimestamp();
                try
                {
                    if (gate.Peace is { } peace)
                        return new FetchResult.Failed($"{hop.Address.Host} has asked us to wait (429), and is not asked before.", peace, FetchFault.Busy);
                    var (result, next) = await AskAsync(request, hop, limits, left, gate, cancel);
                    if (result is not null)
                        return result;
                    hop = next!;
                }
                finally
                {
                    gate.Leave();
                }

                left -= _clock.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                    return Faults.Late(patience.TotalSeconds);
            }

            return new FetchResult.Refused($"More than {limits.Redirects} redirects.", FetchFault.Redirects);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Faults.Late(patience.TotalSeconds);
        }
        catch (Exception e) when (Faults.Of(e) is { } result)
        {
            cancel.ThrowIfCancellationRequested();
            return result;
        }
    }

    /// <summary>Null when the address may be asked.</summary>
    private async Task<FetchResult?> WhyNotAsync(FetchRequest request, Uri address, CancellationToken cancel)
    {
        if (address.Scheme is not ("http" or "https"))
            return new FetchResult.Refused($"{address.Scheme} addresses are not asked for.", FetchFault.Scheme);
        await _dialler.CheckAsync(address, cancel);
        return request.AsRobot ? await _robots.JudgeAsync(address, cancel) : null;
    }

    private async Task<(FetchResult? Result, Hop? Next)> AskAsync(
        FetchRequest request, Hop hop, FetchLimits limits, TimeSpan left, HostGate gate, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(left, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        using var message = Message(request, hop.Address);
        // A service that is given its own time thinks before it says anything.
        var patience = request.Patience ?? TimeSpan.FromSeconds(_options.HeaderTimeoutSeconds);
        using var answer = await HeadAsync(message, patience, both.Token);
        if (answer is null)
            return (Faults.Silent(patience.TotalSeconds), null);
        if (IsRedirect(answer.StatusCode, request.Posts) && answer.Headers.Location is { } location)
        {
            var permanent = answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            return (null, new Hop(new Uri(hop.Address, location), hop.Permanent && permanent, Moved: true));
        }

        var wait = AnswerTimes.RetryAfter(answer.Headers.RetryAfter, _clock.GetUtcNow());
        if (answer.StatusCode == HttpStatusCode.TooManyRequests && wait is { } peace && !IsOwn(hop.Address))
            gate.LeaveInPeace(peace);
        return (await ResultAsync(request, answer, hop, limits, both.Token), null);
    }

    /// <summary>What is posted is posted again only where the server says so (RFC 9110 §15.4.8 and 9).</summary>
    private static bool IsRedirect(HttpStatusCode status, bool posts) => posts
        ? status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        : status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The answer up to its body; null when the server let the time for that pass.</summary>
    private async Task<HttpResponseMessage?> HeadAsync(HttpRequestMessage message, TimeSpan within, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(within, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<FetchResult> ResultAsync(FetchRequest request, HttpResponseMessage answer, Hop hop, FetchLimits limits, CancellationToken cancel)
    {
        var (now, moved) = (_clock.GetUtcNow(), hop is { Moved: true, Permanent: true });
        // Without validators a 304 says nothing: there is no earlier answer it could mean.
        if (answer.StatusCode == HttpStatusCode.NotModified && (request.ETag ?? request.LastModified) is not null)
            return new FetchResult.NotModified(AnswerTimes.FreshUntil(answer, now), hop.Address, moved);
        if (answer.StatusCode == HttpStatusCode.Gone)
            return new FetchResult.Gone();
        var encoding = string.Join(", ", answer.Content.Headers.ContentEncoding);
        if (!answer.IsSuccessStatusCode)
        {
            // Services that speak JSON say there what they did not like.
            var says = (int)answer.StatusCode is >= 400 and < 500 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
                ? await BodyReader.ReadAsync(await answer.Content.ReadAsStreamAsync(cancel), encoding, Complaint, cancel)
                : null;
            return Faults.Of(answer, AnswerTimes.RetryAfter(answer.Headers.RetryAfter, now)) with { Body = says };
        }

        if ((answer.Content.Headers.ContentLength > limits.Bytes && !limits.Cut)
            || await BodyReader.ReadAsync(await answer.Content.ReadAsStreamAsync(cancel), encoding, limits, cancel) is not { } body)
            return new FetchResult.Refused($"The answer is larger than {limits.Bytes:N0} bytes.", FetchFault.TooLarge);
        return new FetchResult.Fresh(
            hop.Address,
            body,
            Of("Content-Type"),
            answer.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null,
            Of("Last-Modified"),
            moved,
            AnswerTimes.FreshUntil(answer, now),
            answer.Headers.TryGetValues("Link", out var links) ? string.Join(", ", links) : null,
            Of("Content-Location"),
            Of("Content-Language"));

        string? Of(string header) => answer.Content.Headers.TryGetValues(header, out var values) ? values.First() : null;
    }

    private static HttpRequestMessage Message(FetchRequest request, Uri address)
    {
        var message = new HttpRequestMessage(request.Posts ? HttpMethod.Post : HttpMethod.Get, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = request.Form is { } form ? new FormUrlEncodedContent(form) : request.Json is { } json ? new ByteArrayContent(json) : null,
        };
        if (request.Json is not null)
            message.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        if (request.Bearer is { } key)
            message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept ?? "*/*");
        Validate("If-None-Match", request.ETag);
        Validate("If-Modified-Since", request.LastModified);
        return message;

        // A validator that cannot be sent back as it came is left out: the answer is then a whole one.
        void Validate(string name, string? value)
        {
            if (value is { Length: > 0 } && value.All(c => c is >= ' ' and < '\x7F'))
                message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private HostGate Gate(Uri address)
    {
        if (_gates.TryGetValue(address.Authority, out var known))
            return known;
        // Hosts come and go; gates nobody stands at are taken away now and then.
        if (Interlocked.Increment(ref _made) % GatesBetweenSweeps == 0)
        {
            foreach (var (host, gate) in _gates.Where(g => g.Value.IsIdle))
                _gates.TryRemove(KeyValuePair.Create(host, gate));
        }

        return _gates.GetOrAdd(address.Authority, NewGate, address);
    }

    /// <summary>A host on the allow-list is the operator's own: it needs no manners beyond its own strength.</summary>
    private HostGate NewGate(string authority, Uri address) => IsOwn(address)
        ? new HostGate(OwnHostAtOnce, TimeSpan.Zero, _clock)
        : new HostGate(_options.PerHost, TimeSpan.FromMilliseconds(_options.PerHostGapMilliseconds), _clock);

    /// <param name="Permanent">Every redirect up to here was permanent.</param>
    /// <param name="Moved">There was one.</param>
    private sealed record Hop(Uri Address, bool Permanent, bool Moved = false);
}
