using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Weather;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.WeatherPage;

public static class WeatherPageEndpoints
{
    // A form of a few words; more is no reader's.
    private const int LargestForm = 4096;

    public static void MapWeatherPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/weather", Show);
        routes.MapGet("/weather/{id:int:min(1)}/{slug?}", ShowPlace);
        routes.MapPost("/weather/choice", Choose);
    }

    private static async Task<RazorComponentResult<WeatherPageView>> Show(HttpContext context, string? q, WeatherPageQuery query, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return new(new { Content = await query.LoadAsync(null, WeatherChoice.Read(context.Request), q, cancel) });
    }

    private static async Task<Results<RazorComponentResult<WeatherPageView>, RazorComponentResult<NotFoundView>, RedirectHttpResult>> ShowPlace(
        int id, HttpContext context, WeatherDesk desk, WeatherPageQuery query, CancellationToken cancel)
    {
        if (await desk.PlaceAsync(new PlaceId(id), cancel) is not { } place)
            return ErrorPages.NotFound();
        // One place, one address, whatever stands after its number.
        if (context.Request.Path.Value != PlaceAddress.Of(place))
            return TypedResults.Redirect(PlaceAddress.Of(place), permanent: true);
        context.Response.Headers.CacheControl = "private, no-cache";
        return new RazorComponentResult<WeatherPageView>(new { Content = await query.LoadAsync(place, WeatherChoice.Read(context.Request), null, cancel) });
    }

    /// <summary>Keeps what a reader chose in the reader's own browser, and leads back to the page.</summary>
    private static async Task<IResult> Choose(HttpContext context, WeatherDesk desk, CancellationToken cancel)
    {
        if (!SameOrigin.Is(context.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > LargestForm)
            return TypedResults.BadRequest();
        var form = await context.Request.ReadFormAsync(cancel);
        var choice = WeatherChoice.Read(context.Request);
        if (form["act"] == "units")
            choice = choice with { Units = ReaderUnits.Parse(form["temperature"], form["wind"]) };
        var place = WeatherChoice.IdOf(form["place"]) is { } id ? await desk.PlaceAsync(id, cancel) : null;
        if (place is not null)
        {
            choice = form["act"].ToString() switch
            {
                "mine" => choice.Mine(place.Id),
                "add" => choice.Add(place.Id),
                "remove" => choice.Remove(place.Id),
                _ => choice,
            };
        }

        choice.Keep(context);
        return new SeeOtherResult(form["act"] != "mine" && form["at"] == "place" && place is not null ? PlaceAddress.Of(place) : "/weather");
    }
}
