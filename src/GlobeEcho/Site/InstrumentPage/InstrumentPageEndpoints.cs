using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.InstrumentPage;

public static class InstrumentPageEndpoints
{
    public static void MapInstrumentPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/markets/{id}", Show);
        routes.MapGet("/markets/{id}/candles", Candles);
    }

    private static async Task<Results<RazorComponentResult<InstrumentPageView>, RazorComponentResult<NotFoundView>, RedirectHttpResult>> Show(
        string id, HttpRequest request, MarketsDesk markets, InstrumentPageQuery query, CancellationToken cancel, string? range = null, string? story = null, string? mark = null)
    {
        if (markets.Board.Instrument(new InstrumentId(id)) is not { } instrument)
        {
            // One instrument, one address.
            return markets.Board.Instrument(new InstrumentId(id.ToLowerInvariant())) is { } same
                ? TypedResults.Redirect($"/markets/{same.Id}{request.QueryString}", permanent: true)
                : ErrorPages.NotFound();
        }

        var told = long.TryParse(story, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        return new RazorComponentResult<InstrumentPageView>(new { Content = await query.LoadAsync(request, instrument, range, told, mark, cancel) });
    }

    private static async Task<Results<Ok<CandleColumns>, NotFound, BadRequest<string>>> Candles(
        string id, MarketsDesk markets, InstrumentPageQuery query, CancellationToken cancel, string? range = null)
    {
        if (markets.Board.Instrument(new InstrumentId(id)) is not { } instrument)
            return TypedResults.NotFound();
        if (ChartRanges.Parse(range ?? "1d") is not { } chosen)
            return TypedResults.BadRequest("range is one of 1d, 1m, 1y, all");
        return TypedResults.Ok(CandleColumns.Of(instrument, await query.ChartAsync(instrument.Id, chosen, cancel)));
    }
}
