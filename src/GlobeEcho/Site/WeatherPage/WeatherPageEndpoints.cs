using GlobeEcho.Newsroom.Editions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.WeatherPage;

public static class WeatherPageEndpoints
{
    public static void MapWeatherPage(this IEndpointRouteBuilder routes) => routes.MapGet("/weather", Show);

    private static async Task<RazorComponentResult<WeatherPageView>> Show(EditionDesk editions, CancellationToken cancel) =>
        new(new { Made = (await editions.LatestAsync(cancel))?.MadeUp });
}
