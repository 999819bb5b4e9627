using System.Data.Common;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Editions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.Health;

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", Show);

    private static async Task<JsonHttpResult<HealthReport>> Show(EditionDesk editions, CancellationToken cancel)
    {
        try
        {
            return await editions.LatestAsync(cancel) is { } edition
                ? TypedResults.Json(new HealthReport("ok", edition.Placements.Count, edition.MadeUp))
                : TypedResults.Json(new HealthReport("starting", 0, null), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (e is DbException or ArchiveException)
        {
            return TypedResults.Json(new HealthReport("failing", 0, null), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
