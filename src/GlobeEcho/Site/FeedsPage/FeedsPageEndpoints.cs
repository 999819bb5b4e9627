using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.FeedsPage;

public static class FeedsPageEndpoints
{
    public static void MapFeedsPage(this IEndpointRouteBuilder routes) => routes.MapGet("/feeds", Show);

    private static async Task<RazorComponentResult<FeedsPageView>> Show(FeedsPageQuery query, CancellationToken cancel) =>
        new(new { Content = await query.LoadAsync(cancel) });
}
