namespace GlobeEcho.Newsroom.Markets;

/// <summary>The door of the room Markets: the board of last prices, what they were before, and how each source is doing.</summary>
public sealed class MarketsDesk
{
    public QuoteBoard Board => throw new NotSupportedException();

    public IReadOnlyList<MarketSource> Sources => throw new NotSupportedException();

    /// <summary>How far a quote can be relied on now. Cheap: no I/O.</summary>
    public QuoteState StateOf(Quote quote) => throw new NotSupportedException();

    /// <summary>Since when a quote is stale or its market is closed; null in the other states.</summary>
    public DateTimeOffset? StateSince(Quote quote) => throw new NotSupportedException();

    /// <summary>The candles that start within [<paramref name="from"/>, <paramref name="until"/>), oldest first; spans without a price are left out.</summary>
    public Task<IReadOnlyList<Candle>> CandlesAsync(InstrumentId instrument, CandleSpan span, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        throw new NotSupportedException();

    /// <summary>Recent closes for a small line, oldest first: hours of the last day or two for what is traded live, days of the last month for daily fixes.</summary>
    public Task<IReadOnlyDictionary<InstrumentId, IReadOnlyList<decimal>>> LinesAsync(IReadOnlyList<InstrumentId> instruments, CancellationToken cancel) =>
        throw new NotSupportedException();

    /// <summary>The pair that prices a country's currency (ISO 3166 alpha-2), the most useful one the board has; null when there is none.</summary>
    public Instrument? CurrencyOf(string country) => throw new NotSupportedException();
}
