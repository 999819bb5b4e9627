using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.SearchPage;

public static class SearchPageEndpoints
{
    public static void MapSearchPage(this IEndpointRouteBuilder routes) => routes.MapGet("/search", Show);

    private static async Task<RazorComponentResult<SearchPageView>> Show(SearchPageQuery query, CancellationToken cancel, string? q = null) =>
        new(new { Content = await query.LoadAsync(q, cancel) });
}
