using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
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
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(7);

    // Bytes of a complaint in JSON that are read.
    private const int MostComplaint = 10_000;

    // Requests under way at a host that is the operator's own.
    private const int OwnHostAtOnce = 32;

    private readonly FetchingOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    public Fetcher(IOptions<FetchingOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler
        {
            // Redirects, decompression and cookies are ours: each hop is guarded and each byte counted.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 64,
            // Servers write the letters of other scripts into Location as they are, and mean UTF-8.
            ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null,
            MaxConnectionsPerServer = 64,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(Fetcher).Assembly.GetName().Version!.ToString(2);
        var contact = _options.Contact.Length > 0 ? $" (+{_options.Contact})" : " (self-hosted newspaper)";
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"GlobeEcho/{version}{contact}");
        _http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
    }

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        var address = request.Address;
        var permanent = true;
        var left = TimeSpan.FromSeconds(_options.TimeoutSeconds);
        try
        {
            for (var hop = 0; hop <= _options.MaxRedirects; hop++)
            {
                if (address.Scheme is not ("http" or "https"))
                    return new FetchResult.Refused($"{address.Scheme} addresses are not asked for.");
                // Waiting for a place is the paper's own doing, so it does not count against the host's time.
                var gate = _gates.GetOrAdd(address.Authority, NewGate, address);
                await gate.EnterAsync(cancel);
                var started = _clock.GetTimestamp();
                try
                {
                    var (result, next) = await AskAsync(request, address, permanent && hop > 0, left, cancel);
                    if (result is not null)
                        return result;
                    (address, permanent) = (next!.Address, permanent && next.Permanent);
                }
                finally
                {
                    gate.Leave();
                }

                left -= _clock.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                    return new FetchResult.Failed($"No whole answer within {_options.TimeoutSeconds:0.##} seconds.");
            }

            return new FetchResult.Refused($"More than {_options.MaxRedirects} redirects.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new FetchResult.Failed($"No whole answer within {_options.TimeoutSeconds:0.##} seconds.");
        }
        catch (Exception e) when (Reason(e) is { } result)
        {
            cancel.ThrowIfCancellationRequested();
            return result;
        }
    }

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
                WebSocketException { InnerException: { } inner } when Reason(inner) is { } result => new SocketResult.Failed(Words(result)),
                WebSocketException => new SocketResult.Failed($"No stream was opened: {e.Message}"),
                _ when Reason(e) is { } result => new SocketResult.Failed(Words(result)),
                _ => throw new InvalidOperationException($"{address.Host} cannot be opened as a stream.", e),
            };
        }

        static string Words(FetchResult result) => result is FetchResult.Refused refused ? refused.Reason : ((FetchResult.Failed)result).Reason;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(FetchResult? Result, Redirect? Next)> AskAsync(FetchRequest request, Uri address, bool moved, TimeSpan left, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(left, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        using var message = Message(request, address);
        using var answer = await HeadAsync(message, both.Token);
        if (answer is null)
            return (new FetchResult.Failed($"No answer began within {_options.HeaderTimeoutSeconds:0.##} seconds."), null);
        if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && answer.Headers.Location is { } location)
            return (null, new Redirect(new Uri(address, location), answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect));
        return (await ResultAsync(request, answer, address, moved, both.Token), null);
    }

    /// <summary>The answer up to its body; null when the server let the time for that pass.</summary>
    private async Task<HttpResponseMessage?> HeadAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(_options.HeaderTimeoutSeconds), _clock);
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

    private async Task<FetchResult> ResultAsync(FetchRequest request, HttpResponseMessage answer, Uri address, bool moved, CancellationToken cancel)
    {
        // Without validators a 304 says nothing: there is no earlier answer it could mean.
        if (answer.StatusCode == HttpStatusCode.NotModified && (request.ETag ?? request.LastModified) is not null)
            return new FetchResult.NotModified(FreshUntil(answer));
        if (answer.StatusCode == HttpStatusCode.Gone)
            return new FetchResult.Gone();
        var encoding = string.Join(", ", answer.Content.Headers.ContentEncoding);
        if (!answer.IsSuccessStatusCode)
        {
            // Services that speak JSON say there what they did not like.
            var says = (int)answer.StatusCode is >= 400 and < 500 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
                ? await BodyReader.ReadAsync(await answer.Content.ReadAsStreamAsync(cancel), encoding, MostComplaint, cancel)
                : null;
            var reason = $"The server answered {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd() + ".";
            return new FetchResult.Failed(reason, RetryAfter(answer.Headers.RetryAfter), says);
        }

        if (answer.Content.Headers.ContentLength > _options.MaxBytes
            || await BodyReader.ReadAsync(await answer.Content.ReadAsStreamAsync(cancel), encoding, _options.MaxBytes, cancel) is not { } body)
            return new FetchResult.Refused($"The answer is larger than {_options.MaxBytes:N0} bytes.");
        var contentType = answer.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : null;
        var lastModified = answer.Content.Headers.TryGetValues("Last-Modified", out var moments) ? moments.First() : null;
        var etag = answer.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null;
        return new FetchResult.Fresh(address, body, contentType, etag, lastModified, moved, FreshUntil(answer));
    }

    private HttpRequestMessage Message(FetchRequest request, Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
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

    /// <summary>Resolves the name here and connects to the very address that was judged, so that DNS cannot answer differently a moment later.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        if (!IsOwn(host, port))
        {
            foreach (var address in addresses)
            {
                if (AddressGuard.WhyClosed(address) is { } what)
                    throw new FetchRefusedException($"{host} is at {address}, which is no public address ({what}). Name it in Fetching:AllowedHosts if it is yours.");
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOwn(string host, int port)
    {
        // An IPv6 address is written in brackets in addresses and without them in end points.
        var name = host.Contains(':') && !host.StartsWith('[') ? $"[{host}]" : host;
        return _options.AllowedHosts.Any(own => own.Equals(host, StringComparison.OrdinalIgnoreCase)
            || own.Equals(name, StringComparison.OrdinalIgnoreCase) || own.Equals($"{name}:{port}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A host on the allow-list is the operator's own: it needs no manners beyond its own strength.</summary>
    private HostGate NewGate(string authority, Uri address) => IsOwn(address.IdnHost, address.Port)
        ? new HostGate(OwnHostAtOnce, TimeSpan.Zero, _clock)
        : new HostGate(_options.PerHost, TimeSpan.FromMilliseconds(_options.PerHostGapMilliseconds), _clock);

    /// <summary>
    /// max-age before Expires (RFC 9111 §5.3), and Expires against the server's own Date, so that a clock that goes wrong there
    /// is no matter here. Never further off than a week.
    /// </summary>
    private DateTimeOffset? FreshUntil(HttpResponseMessage answer)
    {
        var now = _clock.GetUtcNow();
        var cache = answer.Headers.CacheControl;
        var span = cache is { NoStore: true } or { NoCache: true } ? TimeSpan.Zero
            : cache?.MaxAge is { } age ? age - (answer.Headers.Age ?? TimeSpan.Zero)
            : answer.Content.Headers.Expires is { } end ? end - (answer.Headers.Date ?? now)
            : answer.Content.Headers.Contains("Expires") ? TimeSpan.Zero
            : (TimeSpan?)null;
        return span is not { } asked ? null : asked <= TimeSpan.Zero ? now : now + (asked < LongestPatience ? asked : LongestPatience);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - _clock.GetUtcNow() : null);
        return wait is not { } asked || asked <= TimeSpan.Zero ? null : asked < LongestPatience ? asked : LongestPatience;
    }

    /// <summary>Plain words for what the world does wrong; null for what would be our own mistake.</summary>
    private static FetchResult? Reason(Exception e) => e switch
    {
        FetchRefusedException refused => new FetchResult.Refused(refused.Message),
        HttpRequestException { InnerException: FetchRefusedException refused } => new FetchResult.Refused(refused.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new FetchResult.Failed("The host's name is not known."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new FetchResult.Failed("No secure connection: the host's certificate or TLS was refused."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } h => new FetchResult.Failed($"No connection: {h.InnerException?.Message ?? h.Message}"),
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } =>
            new FetchResult.Failed("The answer broke off before its end."),
        HttpRequestException or HttpIOException => new FetchResult.Failed($"The answer broke off or was no HTTP: {e.Message}"),
        IOException or SocketException => new FetchResult.Failed($"The connection broke off: {e.Message}"),
        InvalidDataException => new FetchResult.Failed("The compressed answer is damaged."),
        UriFormatException => new FetchResult.Failed("No server can have the name in this address."),
        _ => null,
    };

    private sealed record Redirect(Uri Address, bool Permanent);
}
