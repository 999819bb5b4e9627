using System.Globalization;
using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>The door of the room Markets: the board of last prices, what they were before, and how each source is doing.</summary>
public sealed class MarketsDesk(TradingFloor floor, NewsArchive archive, MarketsStore store, TimeProvider clock)
{
    private static readonly TimeSpan LinesKept = TimeSpan.FromMinutes(1);
    private const int LineHours = 48;
    private const int LineDays = 31;

    private Lines? _lines;

    public QuoteBoard Board => floor.Board;

    public IReadOnlyList<MarketSource> Sources => floor.Sources;

    /// <summary>How far a quote can be relied on now. Cheap: no I/O.</summary>
    public QuoteState StateOf(Quote quote) => floor.StateOf(quote).State;

    /// <summary>Since when a quote is stale or its market is closed; null in the other states.</summary>
    public DateTimeOffset? StateSince(Quote quote) => floor.StateOf(quote).Since;

    /// <summary>The candles that start within [<paramref name="from"/>, <paramref name="until"/>), oldest first; spans without a price are left out.</summary>
    public async Task<IReadOnlyList<Candle>> CandlesAsync(InstrumentId instrument, CandleSpan span, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.CandlesAsync(session, instrument, span, from, until, cancel);
    }

    /// <summary>Recent closes for a small line, oldest first: hours of the last day or two for what is traded live, days of the last month for daily fixes.</summary>
    public async Task<IReadOnlyDictionary<InstrumentId, IReadOnlyList<decimal>>> LinesAsync(IReadOnlyList<InstrumentId> instruments, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Volatile.Read(ref _lines) is not { } lines || now >= lines.Until || now < lines.Made)
        {
            await using var session = await archive.ReadAsync(cancel);
            lines = new Lines(now, now + LinesKept, await store.ClosesAsync(session, now.AddHours(-LineHours), now.AddDays(-LineDays), cancel));
            Volatile.Write(ref _lines, lines);
        }

        return instruments.Distinct().ToDictionary(i => i, i => Line(lines.Closes, i));
    }

    /// <summary>The pair that prices a country's currency (ISO 3166 alpha-2), the most useful one the board has; null when there is none.</summary>
    public Instrument? CurrencyOf(string country)
    {
        if (CurrencyCode(country) is not { } currency)
            return null;
        // The list is in order of use: what a currency is priced in first, then what is priced in it.
        var pairs = Board.Instruments.Where(i => i.Group == InstrumentGroup.Currencies).ToList();
        return currency == "EUR"
            ? pairs.Find(i => i is { Base: "EUR", Unit: "USD" }) ?? pairs.Find(i => i.Base == "EUR")
            : pairs.Find(i => i.Unit == currency) ?? pairs.Find(i => i.Base == currency);
    }

    private static string? CurrencyCode(string country)
    {
        // In the euro since January 2026; older tables of the system do not know it.
        if (country is "BG" or "bg")
            return "EUR";
        if (country.Length != 2 || !country.All(char.IsAsciiLetter))
            return null;
        try
        {
            return new RegionInfo(country.ToUpperInvariant()).ISOCurrencySymbol;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private IReadOnlyList<decimal> Line(ILookup<(InstrumentId Instrument, CandleSpan Span), decimal> closes, InstrumentId instrument)
    {
        var hours = Board.Find(instrument)?.Quote.Kind == QuoteKind.DailyFix ? [] : closes[(instrument, CandleSpan.Hour)].ToList();
        // One point is no line.
        return hours.Count > 1 ? hours : closes[(instrument, CandleSpan.Day)].ToList();
    }

    private sealed record Lines(DateTimeOffset Made, DateTimeOffset Until, ILookup<(InstrumentId Instrument, CandleSpan Span), decimal> Closes);
}
