namespace GlobeEcho.Site.Shell;

/// <summary>Whether a form was sent from this paper's own pages.</summary>
public static class SameOrigin
{
    /// <summary>
    /// By Sec-Fetch-Site where the browser sends it, which it does only over TLS and on its own machine; else by the host in Origin.
    /// A request that says neither is refused.
    /// </summary>
    public static bool Holds(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
            return site.Count == 1 && site[0] == "same-origin";
        return request.Headers.Origin is { Count: 1 } origin
            && Uri.TryCreate(origin[0], UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
