using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Quotes;

/// <summary>The few prices under the nameplate of every page. Reads the board and nothing else: no page waits for it.</summary>
public sealed class QuoteStrip(MarketsDesk markets, PaperTime time)
{
    public const int Most = 6;

    // What most readers look for first; the rest of the board fills in where one of these has no price.
    private static readonly string[] Usual = ["btc-usd", "eth-usd", "eur-usd", "eur-gbp", "usd-byn", "us-10y", "eur-jpy"];

    /// <summary>The reader's own list where there is one, else the usual prices, those that are known first. Empty when the board has no instruments.</summary>
    public IReadOnlyList<StripItem> Items(HttpRequest request)
    {
        var board = markets.Board;
        var own = WatchList.Read(request, board);
        if (own.Count > 0)
            return own.Take(Most).Select(Printed).ToList();
        var usual = Usual.Select(id => board.Instrument(new InstrumentId(id))).OfType<Instrument>().Concat(board.Instruments).Distinct();
        return usual.OrderBy(i => board.Find(i.Id) is null ? 1 : 0).Take(Most).Select(Printed).ToList();
    }

    /// <summary>How the markets are, in a few words for the corner of the page.</summary>
    public string Words()
    {
        var board = markets.Board;
        if (board.Instruments.Count == 0)
            return "not followed here";
        var quotes = board.Since(0);
        if (quotes.Count == 0)
            return "prices are being fetched";
        var live = quotes.Count(q => markets.StateOf(q.Quote) == QuoteState.Live);
        return live > 0
            ? $"{Count.Of(quotes.Count, "price")}, {Count.Of(live)} live"
            : "last price " + time.Short(quotes.Max(q => q.Quote.AsOf), time.Now);
    }

    /// <summary>
    /// Everything the strip and the reader's colours put on a page, for the page's tag: a page from the browser's own store must not call an
    /// old price live. While prices tick this costs the page a new answer, and between them it costs nothing.
    /// </summary>
    public string StateOf(HttpRequest request) =>
        $"{ColourChoice.Read(request)} {Words()} {string.Join(' ', Items(request).Select(i => $"{i.Instrument.Id} {i.Printed?.Price} {i.Printed?.Change} {i.Printed?.Percent} {i.Printed?.Chip} {i.Printed?.AsOf}"))}";

    private StripItem Printed(Instrument instrument) => new(
        instrument,
        markets.Board.Find(instrument.Id) is { Quote: var quote }
            ? PrintedQuote.Of(instrument, quote, markets.StateOf(quote), markets.StateSince(quote), time.Now, time)
            : null);
}
