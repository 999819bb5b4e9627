using System.Globalization;
using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Markets;

/// <summary>The board and the candles as rows. Owns quote and candle. Decimals are text, so that none loses a digit.</summary>
public sealed class MarketsStore
{
    private const string CandleKey = "ON CONFLICT (instrument, span, start) DO UPDATE SET";

    public Task SaveAsync(ArchiveSession session, IEnumerable<Quote> quotes, CancellationToken cancel) => session.ExecuteAsync(
        """
        INSERT INTO quote (instrument, price, basis_kind, basis_price, basis_at, kind, as_of, received, maker, bid, ask, high, low)
        VALUES (@instrument, @price, @basisKind, @basisPrice, @basisAt, @kind, @asOf, @received, @maker, @bid, @ask, @high, @low)
        ON CONFLICT (instrument) DO UPDATE SET price = excluded.price, basis_kind = excluded.basis_kind, basis_price = excluded.basis_price,
          basis_at = excluded.basis_at, kind = excluded.kind, as_of = excluded.as_of, received = excluded.received, maker = excluded.maker,
          bid = excluded.bid, ask = excluded.ask, high = excluded.high, low = excluded.low
        """,
        quotes.Select(q => new
        {
            instrument = q.Instrument.Value,
            price = Text(q.Price),
            basisKind = (int?)q.Basis?.Kind,
            basisPrice = Text(q.Basis?.Price),
            basisAt = q.Basis?.At?.ToUnixTimeMilliseconds(),
            kind = (int)q.Kind,
            asOf = q.AsOf.ToUnixTimeMilliseconds(),
            received = q.Received.ToUnixTimeMilliseconds(),
            maker = q.Maker,
            bid = Text(q.Bid),
            ask = Text(q.Ask),
            high = Text(q.High),
            low = Text(q.Low),
        }).ToList(),
        cancel);

    public async Task<IReadOnlyList<Quote>> QuotesAsync(ArchiveSession session, CancellationToken cancel) =>
        (await session.QueryAsync<QuoteRow>(
            """
            SELECT instrument, price, basis_kind AS basisKind, basis_price AS basisPrice, basis_at AS basisAt, kind, as_of AS asOf, received, maker,
              bid, ask, high, low FROM quote
            """,
            null,
            cancel)).Select(r => r.ToQuote()).ToList();

    /// <summary>Joins candles to those of the same spans: these are the later ones.</summary>
    public Task JoinAsync(ArchiveSession session, IEnumerable<SpanCandle> candles, CancellationToken cancel) => session.ExecuteAsync(
        // Compared as floating point, kept as the text that won: what differs in the 16th digit is the same high.
        $"""
        INSERT INTO candle (instrument, span, start, open, high, low, close) VALUES (@instrument, @span, @start, @open, @high, @low, @close)
        {CandleKey} close = excluded.close,
          high = CASE WHEN CAST(excluded.high AS REAL) > CAST(high AS REAL) THEN excluded.high ELSE high END,
          low = CASE WHEN CAST(excluded.low AS REAL) < CAST(low AS REAL) THEN excluded.low ELSE low END
        """,
        candles.Select(Row).ToList(),
        cancel);

    /// <summary>Puts candles in the place of those of the same spans.</summary>
    public Task ReplaceAsync(ArchiveSession session, IEnumerable<SpanCandle> candles, CancellationToken cancel) => session.ExecuteAsync(
        $"""
        INSERT INTO candle (instrument, span, start, open, high, low, close) VALUES (@instrument, @span, @start, @open, @high, @low, @close)
        {CandleKey} open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close
        """,
        candles.Select(Row).ToList(),
        cancel);

    public async Task<IReadOnlyList<Candle>> CandlesAsync(
        ArchiveSession session, InstrumentId instrument, CandleSpan span, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        (await session.QueryAsync<CandleRow>(
            """
            SELECT instrument, span, start, open, high, low, close FROM candle
            WHERE instrument = @instrument AND span = @span AND start >= @from AND start < @until ORDER BY start
            """,
            new { instrument = instrument.Value, span = (int)span, from = Ceiling(from), until = Ceiling(until) },
            cancel)).Select(r => r.ToCandle()).ToList();

    /// <summary>The closes of all instruments, oldest first: hours and days from a moment on each.</summary>
    public async Task<ILookup<(InstrumentId Instrument, CandleSpan Span), decimal>> ClosesAsync(
        ArchiveSession session, DateTimeOffset hoursFrom, DateTimeOffset daysFrom, CancellationToken cancel) =>
        (await session.QueryAsync<CandleRow>(
            """
            SELECT instrument, span, start, open, high, low, close FROM candle
            WHERE (span = @hour AND start >= @hours) OR (span = @day AND start >= @days) ORDER BY start
            """,
            new { hour = (int)CandleSpan.Hour, day = (int)CandleSpan.Day, hours = Ceiling(hoursFrom), days = Ceiling(daysFrom) },
            cancel)).ToLookup(r => (new InstrumentId(r.Instrument), (CandleSpan)r.Span), r => Number(r.Close));

    /// <summary>Forgets the candles of a length that began before a moment; returns how many.</summary>
    public Task<int> ForgetAsync(ArchiveSession session, CandleSpan span, DateTimeOffset before, CancellationToken cancel) => session.ExecuteAsync(
        "DELETE FROM candle WHERE span = @span AND start < @before", new { span = (int)span, before = before.ToUnixTimeMilliseconds() }, cancel);

    private static object Row(SpanCandle candle) => new
    {
        instrument = candle.Instrument.Value,
        span = (int)candle.Span,
        start = candle.Candle.Start.ToUnixTimeMilliseconds(),
        open = Text(candle.Candle.Open),
        high = Text(candle.Candle.High),
        low = Text(candle.Candle.Low),
        close = Text(candle.Candle.Close),
    };

    /// <summary>The first whole millisecond at or after a moment, however far off it lies.</summary>
    private static long Ceiling(DateTimeOffset moment)
    {
        var whole = moment.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(whole) < moment ? whole + 1 : whole;
    }

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static decimal? Optional(string? text) => text is null ? null : Number(text);

    private sealed class CandleRow
    {
        public required string Instrument { get; init; }
        public long Span { get; init; }
        public long Start { get; init; }
        public required string Open { get; init; }
        public required string High { get; init; }
        public required string Low { get; init; }
        public required string Close { get; init; }

        public Candle ToCandle() => new(DateTimeOffset.FromUnixTimeMilliseconds(Start), Number(Open), Number(High), Number(Low), Number(Close));
    }

    private sealed class QuoteRow
    {
        public required string Instrument { get; init; }
        public required string Price { get; init; }
        public int? BasisKind { get; init; }
        public string? BasisPrice { get; init; }
        public long? BasisAt { get; init; }
        public int Kind { get; init; }
        public long AsOf { get; init; }
        public long Received { get; init; }
        public required string Maker { get; init; }
        public string? Bid { get; init; }
        public string? Ask { get; init; }
        public string? High { get; init; }
        public string? Low { get; init; }

        public Quote ToQuote() => new(
            new InstrumentId(Instrument),
            Number(Price),
            BasisKind is { } kind && BasisPrice is not null
                ? new QuoteBasis((BasisKind)kind, Number(BasisPrice), BasisAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null)
                : null,
            (QuoteKind)Kind,
            DateTimeOffset.FromUnixTimeMilliseconds(AsOf),
            DateTimeOffset.FromUnixTimeMilliseconds(Received),
            Maker,
            Optional(Bid),
            Optional(Ask),
            Optional(High),
            Optional(Low));
    }
}
