using System.Net;
using System.Net.Sockets;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Plain words for what the world does wrong.</summary>
internal static class Faults
{
    /// <summary>Null for what would be our own mistake.</summary>
    public static FetchResult? Of(Exception e) => e switch
    {
        FetchRefusedException refused => new FetchResult.Refused(refused.Message, FetchFault.PrivateAddress),
        HttpRequestException { InnerException: FetchRefusedException refused } => new FetchResult.Refused(refused.Message, FetchFault.PrivateAddress),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Failed("The host's name is not known.", FetchFault.Name),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Failed("No secure connection: the host's certificate or TLS was refused.", FetchFault.Security),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } h => Failed($"The proxy did not let us through: {h.Message}", FetchFault.Connection),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } h =>
            Failed($"No connection: {h.InnerException?.Message ?? h.Message}", FetchFault.Connection),
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } =>
            Failed("The answer broke off before its end.", FetchFault.Broken),
        HttpRequestException or HttpIOException => Failed($"The answer broke off or was no HTTP: {e.Message}", FetchFault.Broken),
        IOException or SocketException => Failed($"The connection broke off: {e.Message}", FetchFault.Connection),
        InvalidDataException => Failed("The compressed answer is damaged.", FetchFault.Broken),
        UriFormatException => Failed("No server can have the name in this address.", FetchFault.Name),
        _ => null,
    };

    public static FetchResult.Failed Late(double seconds) => Failed($"No whole answer within {seconds:0.##} seconds.", FetchFault.Timeout);

    public static FetchResult.Failed Silent(double seconds) => Failed($"No answer began within {seconds:0.##} seconds.", FetchFault.Timeout);

    /// <summary>An answer whose status is no success.</summary>
    public static FetchResult.Failed Of(HttpResponseMessage answer, TimeSpan? retryAfter) =>
        new($"The server answered {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd() + ".", retryAfter, Of(answer.StatusCode));

    private static FetchFault Of(HttpStatusCode status) => (int)status switch
    {
        401 or 402 or 403 or 407 or 451 => FetchFault.Denied,
        404 => FetchFault.NotFound,
        429 or 503 => FetchFault.Busy,
        >= 400 and < 500 => FetchFault.Rejected,
        >= 500 => FetchFault.Server,
        _ => FetchFault.Other,
    };

    private static FetchResult.Failed Failed(string reason, FetchFault fault) => new(reason, null, fault);
}
