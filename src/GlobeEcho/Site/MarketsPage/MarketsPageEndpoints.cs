using GlobeEcho.Newsroom.Editions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.MarketsPage;

public static class MarketsPageEndpoints
{
    public static void MapMarketsPage(this IEndpointRouteBuilder routes) => routes.MapGet("/markets", Show);

    private static async Task<RazorComponentResult<MarketsPageView>> Show(EditionDesk editions, CancellationToken cancel) =>
        new(new { Made = (await editions.LatestAsync(cancel))?.MadeUp });
}
