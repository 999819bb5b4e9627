using System.Net;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.Shell;

/// <summary>Who may change what the paper reads. The site has no accounts: whoever sits at its machine, or everybody where the operator says so.</summary>
public sealed class OperatorAccess(IOptions<SiteOptions> options)
{
    // A proxy on this machine asks from this machine too; what it adds gives it away.
    private static readonly string[] MarksOfAProxy = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Original-Host"];

    public bool Allows(HttpRequest request) =>
        options.Value.OpenDesk || (options.Value.Address is null or { IsLoopback: true } && IsFromThisMachine(request));

    private static bool IsFromThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        // No browser speaks it any more, and proxies that add nothing do.
        && !HttpProtocol.IsHttp10(request.Protocol)
        && !request.Headers.Keys.Any(k => k.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || MarksOfAProxy.Contains(k, StringComparer.OrdinalIgnoreCase))
        // A stranger's name that was made to lead here (DNS rebinding) is not this machine's name.
        && (request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(request.Host.Host, out var named) && IPAddress.IsLoopback(named)));
}
