using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;

namespace GlobeEcho.Site.InstrumentPage;

/// <summary>All that an instrument's page prints.</summary>
/// <param name="Quote">Null while no price is known; so is <paramref name="Printed"/>.</param>
/// <param name="Source">Who makes the price; null when the board does not say.</param>
/// <param name="Ranges">The ranges on offer.</param>
public sealed record InstrumentPageContent(
    DateTimeOffset? Made,
    Instrument Instrument,
    Quote? Quote,
    PrintedQuote? Printed,
    MarketSource? Source,
    bool Watched,
    bool Full,
    IReadOnlyList<ChartRange> Ranges,
    Chart Chart,
    ChartMark? Mark)
{
    /// <summary>The page's address with a range, and with the mark if there is one.</summary>
    public string Address(ChartRange range) =>
        $"/markets/{Instrument.Id}?range={ChartRanges.Word(range)}{(Mark is null ? "" : "&" + Mark.Query)}";
}
