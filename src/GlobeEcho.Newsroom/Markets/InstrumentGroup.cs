namespace GlobeEcho.Newsroom.Markets;

/// <summary>The parts of the markets page, in the order they are printed.</summary>
public enum InstrumentGroup
{
    Currencies,
    Crypto,
    Indices,
    Commodities,
    Yields,
    Shares,
}
