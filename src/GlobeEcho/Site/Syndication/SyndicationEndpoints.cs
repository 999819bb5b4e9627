using System.Text;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.Syndication;

public static class SyndicationEndpoints
{
    public static void MapSyndication(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feed.xml", (HttpContext context, EditionFeed feed, IOptions<SiteOptions> options, CancellationToken cancel) =>
            Show(null, context, feed, options.Value, cancel));
        routes.MapGet("/section/{name}/feed.xml", (string name, HttpContext context, EditionFeed feed, IOptions<SiteOptions> options, CancellationToken cancel) =>
            Sections.Find(name) is { } section ? Show(section, context, feed, options.Value, cancel) : Task.FromResult<IResult>(ErrorPages.NotFound()));
    }

    private static async Task<IResult> Show(Section? section, HttpContext context, EditionFeed feed, SiteOptions options, CancellationToken cancel)
    {
        var home = options.Address ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
        var (document, made) = await feed.WriteAsync(section, home, cancel);
        if (PageTag.IsKnown(context, document))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (made is { } m)
            context.Response.GetTypedHeaders().LastModified = m;
        return TypedResults.Text(document, "application/rss+xml", Encoding.UTF8);
    }
}
