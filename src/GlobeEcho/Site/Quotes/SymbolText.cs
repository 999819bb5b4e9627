using System.Globalization;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Site.Quotes;

/// <summary>How an instrument's symbol is printed.</summary>
public static class SymbolText
{
    /// <summary>"BTC/USD"; where the price is for more than one unit, that goes before it: "100 RUB/BYN".</summary>
    public static string Of(Instrument instrument) =>
        instrument.Scale == 1 ? instrument.Symbol : string.Create(CultureInfo.InvariantCulture, $"{instrument.Scale}\u00A0{instrument.Symbol}");

    /// <summary>What a reader knows it by: the symbol, and of a share the company.</summary>
    public static string Title(Instrument instrument) => instrument.Group == InstrumentGroup.Shares ? instrument.Name : Of(instrument);

    /// <summary>What stands beside <see cref="Title"/>.</summary>
    public static string Beside(Instrument instrument) => instrument.Group == InstrumentGroup.Shares ? instrument.Symbol : instrument.Name;

    /// <summary>The headline of its page: what it is in full, where that is a name.</summary>
    public static string Headline(Instrument instrument) =>
        instrument.Group is InstrumentGroup.Indices or InstrumentGroup.Commodities ? instrument.Symbol : instrument.Name;
}
