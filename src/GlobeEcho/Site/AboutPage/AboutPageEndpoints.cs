using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.AboutPage;

public static class AboutPageEndpoints
{
    public static void MapAboutPage(this IEndpointRouteBuilder routes) => routes.MapGet("/about", Show);

    private static async Task<RazorComponentResult<AboutPageView>> Show(AboutPageQuery query, CancellationToken cancel) =>
        new(new { Content = await query.LoadAsync(cancel) });
}
