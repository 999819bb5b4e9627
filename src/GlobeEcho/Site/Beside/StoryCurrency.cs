using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Site.Beside;

/// <summary>A currency beside a story.</summary>
/// <param name="Line">The days around the story; null with too few prices.</param>
/// <param name="Mark">Where in the line the story began, 0 to 100.</param>
/// <param name="Address">The instrument's page with the story marked in its chart.</param>
public sealed record StoryCurrency(Instrument Instrument, PrintedQuote Printed, Sparkline? Line, double Mark, string Address);
