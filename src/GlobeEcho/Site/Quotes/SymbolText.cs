using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Site.Quotes;

/// <summary>How an instrument's symbol is printed.</summary>
public static class SymbolText
{
    /// <summary>"BTC/USD"; where the price is for more than one unit, that goes before it: "100 RUB/BYN".</summary>
    public static string Of(Instrument instrument) =>
        instrument.Scale == 1 ? instrument.Symbol : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instrument.Scale}\u00A0{instrument.Symbol}");
}
