namespace GlobeEcho.Site.Shell;

/// <summary>Whether a form was sent from one of the paper's own pages.</summary>
public static class SameOrigin
{
    /// <summary>
    /// By what the browser itself says: Sec-Fetch-Site where it sends it (on https and localhost), else Origin. A request that
    /// carries neither is from no page of ours.
    /// </summary>
    public static bool Is(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [var site])
            return site == "same-origin";
        // The scheme may differ behind a proxy that speaks https; the host may not.
        return request.Headers.Origin is [var origin] && Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
