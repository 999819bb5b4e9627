namespace GlobeEcho.Newsroom.Markets;

/// <summary>Something with a price.</summary>
/// <param name="Symbol">As traders write it: "BTC/USD", "US 10Y".</param>
/// <param name="Name">"Bitcoin in US dollars".</param>
/// <param name="Unit">What the price is counted in: an ISO 4217 code, "%" for yields, "pt" for indices.</param>
/// <param name="Decimals">Digits after the point when it is printed.</param>
/// <param name="Base">For a currency pair, what one unit (or <paramref name="Scale"/> units) of is priced: "EUR"; else null.</param>
/// <param name="Scale">How many units of the base the price is for: 100 for RUB/BYN; 1 otherwise.</param>
public sealed record Instrument(
    InstrumentId Id, string Symbol, string Name, InstrumentGroup Group, string Unit, int Decimals, string? Base = null, int Scale = 1);
