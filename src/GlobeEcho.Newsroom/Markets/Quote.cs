namespace GlobeEcho.Newsroom.Markets;

/// <summary>A price, where it is from and when it was made.</summary>
/// <param name="Basis">Null when there is nothing to measure a change against: then there is no change, not one of zero.</param>
/// <param name="AsOf">When the price was made, by its maker's clock.</param>
/// <param name="Received">When it reached us, by ours.</param>
/// <param name="Maker">Who made the price: "Kraken", "European Central Bank".</param>
/// <param name="High">Of the last 24 hours or of the session; null when nobody says. The same for the low.</param>
public sealed record Quote(
    InstrumentId Instrument,
    decimal Price,
    QuoteBasis? Basis,
    QuoteKind Kind,
    DateTimeOffset AsOf,
    DateTimeOffset Received,
    string Maker,
    decimal? Bid = null,
    decimal? Ask = null,
    decimal? High = null,
    decimal? Low = null)
{
    /// <summary>In the unit of the price.</summary>
    public decimal? Change => Basis is null ? null : Price - Basis.Price;

    /// <summary>Per cent of the basis; null without one, and for a basis of zero.</summary>
    public decimal? ChangePercent => Basis is null || Basis.Price == 0 ? null : (Price - Basis.Price) / Math.Abs(Basis.Price) * 100;
}
