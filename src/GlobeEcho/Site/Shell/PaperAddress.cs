namespace GlobeEcho.Site.Shell;

/// <summary>Where the paper is, for what is read away from it.</summary>
public static class PaperAddress
{
    /// <summary>The configured address, else the one the request came by; with a slash at its end.</summary>
    public static Uri Of(HttpRequest request, SiteOptions options) => options.Address ?? new Uri($"{request.Scheme}://{request.Host}/");
}
