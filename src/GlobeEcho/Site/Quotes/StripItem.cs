using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Live;

namespace GlobeEcho.Site.Quotes;

/// <summary>An instrument in the strip.</summary>
/// <param name="Printed">Null while no price is known.</param>
public sealed record StripItem(Instrument Instrument, PrintedQuote? Printed);
