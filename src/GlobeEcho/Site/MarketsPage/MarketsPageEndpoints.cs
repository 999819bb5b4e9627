using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GlobeEcho.Site.MarketsPage;

public static class MarketsPageEndpoints
{
    // The two forms hold a few words.
    private const int LargestForm = 4096;

    public static void MapMarketsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/markets", Show);
        // A form changes a cookie of the reader's own and nothing here: that it comes from this paper is all there is to check.
        routes.MapPost("/markets/watch", Watch).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        routes.MapPost("/markets/colours", Colour).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    private static async Task<RazorComponentResult<MarketsPageView>> Show(HttpRequest request, MarketsPageQuery query, CancellationToken cancel, string? q = null) =>
        new(new { Content = await query.LoadAsync(request, q, cancel) });

    private static IResult Watch(
        HttpContext context, MarketsDesk markets, [FromForm] string? instrument, [FromForm] string? want, [FromForm] string? back)
    {
        if (!SameOrigin.Is(context.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (markets.Board.Instrument(new InstrumentId(instrument ?? "")) is not { } known)
            return TypedResults.BadRequest("There is no such instrument.");
        WatchList.Write(context, WatchList.With(WatchList.Read(context.Request, markets.Board), known, want == "on"));
        return Back(back);
    }

    private static IResult Colour(HttpContext context, [FromForm] string? colours, [FromForm] string? back)
    {
        if (!SameOrigin.Is(context.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        ColourChoice.Write(context, ColourChoice.Parse(colours));
        return Back(back);
    }

    // Only to a page of the markets: a form must not be a way to anywhere else.
    private static SeeOtherResult Back(string? back)
    {
        var local = back is not null && back.Length < 300 && (back == "/markets" || back.StartsWith("/markets/", StringComparison.Ordinal) || back.StartsWith("/markets?", StringComparison.Ordinal) || back.StartsWith("/markets#", StringComparison.Ordinal))
            && back.All(c => c is > ' ' and < (char)127 and not '\\');
        return new SeeOtherResult(local ? back! : "/markets");
    }
}
