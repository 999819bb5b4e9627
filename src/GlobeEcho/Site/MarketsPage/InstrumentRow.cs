using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Site.MarketsPage;

/// <summary>An instrument as the page of markets lists it.</summary>
/// <param name="Printed">Null while no price is known.</param>
/// <param name="Line">Its recent closes; null with too few.</param>
public sealed record InstrumentRow(Instrument Instrument, PrintedQuote? Printed, Sparkline? Line, bool Watched);
