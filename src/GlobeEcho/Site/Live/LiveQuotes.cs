using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Site.Live;

/// <summary>What the stream is fed from: the board, and how far each quote on it can be relied on now.</summary>
/// <param name="StateOf">Cheap: asked for every quote each second.</param>
/// <param name="StateSince">Null where a state has no beginning worth telling.</param>
public sealed record LiveQuotes(QuoteBoard Board, Func<Quote, QuoteState> StateOf, Func<Quote, DateTimeOffset?> StateSince)
{
    public static LiveQuotes Of(MarketsDesk markets) => new(markets.Board, markets.StateOf, markets.StateSince);
}
