using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Site;

/// <summary>
/// Prices nobody ever paid, on the real board and in the real archive: one of each state, one without anything to measure a change
/// against, one that has not moved, and some without a price at all.
/// </summary>
public static class SampleMarkets
{
    public const string Bitcoin = "btc-usd";
    public const string Ether = "eth-usd";
    public const string Stale = "doge-usd";
    public const string WithoutBasis = "ada-usd";
    public const string Unknown = "link-usd";
    public const string Fix = "eur-usd";
    public const string Flat = "eur-chf";
    public const string Hundred = "rub-byn";
    public const string Yield = "us-10y";
    private const string Ecb = "European Central Bank";
    private const string Kraken = "Kraken";

    public static async Task FillAsync(NewsArchive archive, TradingFloor floor, DateTimeOffset now, CancellationToken cancel)
    {
        floor.Hear(Kraken);
        Live(floor, Bitcoin, 69_120.5m, 1_208.2m, now.AddSeconds(-2));
        Live(floor, Ether, 3_741.12m, -58.4m, now.AddSeconds(-1));
        Live(floor, Stale, 0.16512m, 0.00211m, now.AddMinutes(-95));
        Live(floor, WithoutBasis, 0.4612m, null, now.AddSeconds(-2));
        FixOf(floor, Fix, 1.0847m, 0.0031m, now);
        FixOf(floor, "eur-gbp", 0.8513m, -0.0006m, now);
        FixOf(floor, "eur-jpy", 170.33m, 0.42m, now);
        FixOf(floor, Flat, 0.9921m, 0, now);
        FixOf(floor, "eur-try", 34.902m, 0.024m, now);
        FixOf(floor, "usd-byn", 3.2012m, -0.0104m, now, "National Bank of Belarus");
        FixOf(floor, Hundred, 3.5587m, 0.012m, now, "National Bank of Belarus");
        FixOf(floor, Yield, 4.46m, -0.01m, now, "US Treasury");
        await using var session = await archive.WriteAsync(cancel);
        var store = new MarketsStore();
        foreach (var quote in floor.Board.Since(0).Select(p => p.Quote))
        {
            var step = quote.Price * 0.002m;
            await store.ReplaceAsync(session, Walk(quote, CandleSpan.Day, now.AddDays(-400), now, TimeSpan.FromDays(1), step * 4), cancel);
            if (quote.Kind == QuoteKind.DailyFix)
                continue;
            await store.ReplaceAsync(session, Walk(quote, CandleSpan.Hour, now.AddDays(-40), now, TimeSpan.FromHours(1), step), cancel);
            await store.ReplaceAsync(session, Walk(quote, CandleSpan.Minute, now.AddDays(-2), now, TimeSpan.FromMinutes(1), step / 4), cancel);
        }

        await session.CommitAsync(cancel);
    }

    public static Quote LiveQuote(string id, decimal price, decimal? change, DateTimeOffset at) => new(
        new InstrumentId(id),
        price,
        change is { } by ? new QuoteBasis(BasisKind.Day, price - by, at.AddDays(-1)) : null,
        QuoteKind.Live,
        at,
        at,
        Kraken,
        price * 0.9999m,
        price * 1.0001m,
        price * 1.012m,
        price * 0.98m);

    private static void Live(TradingFloor floor, string id, decimal price, decimal? change, DateTimeOffset at) => Put(floor, LiveQuote(id, price, change, at));

    private static void FixOf(TradingFloor floor, string id, decimal price, decimal change, DateTimeOffset now, string maker = Ecb)
    {
        var at = new DateTimeOffset(now.UtcDateTime.Date.AddHours(14), TimeSpan.Zero);
        Put(floor, new Quote(new InstrumentId(id), price, new QuoteBasis(BasisKind.PreviousFix, price - change, at.AddDays(-1)), QuoteKind.DailyFix, at, at.AddMinutes(12), maker));
    }

    private static void Put(TradingFloor floor, Quote quote) => Assert.True(floor.Board.Put(quote), $"{quote.Instrument} stands on no board.");

    /// <summary>Candles up to the price of a quote, the same in every run; an hour of the night is missing from the minutes, weekends from the fixes.</summary>
    private static List<SpanCandle> Walk(Quote quote, CandleSpan span, DateTimeOffset from, DateTimeOffset until, TimeSpan step, decimal stride)
    {
        var candles = new List<SpanCandle>();
        var chance = new Random(quote.Instrument.Value.Sum(c => c * 31) + (int)span);
        var close = quote.Price;
        for (var start = new DateTimeOffset(until.UtcTicks / step.Ticks * step.Ticks, TimeSpan.Zero); start >= from; start -= step)
        {
            var open = close + (stride * ((decimal)chance.NextDouble() - 0.49m));
            var missing = span == CandleSpan.Day
                ? quote.Kind == QuoteKind.DailyFix && (start.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                : (span == CandleSpan.Minute && start.Hour == 9) || (span == CandleSpan.Hour && start.Date == until.Date && start.Hour is 9 or 10);
            if (!missing)
                candles.Add(new SpanCandle(quote.Instrument, span, new Candle(start, open, Math.Max(open, close) + (stride / 4), Math.Min(open, close) - (stride / 4), close)));
            close = open;
        }

        return candles;
    }
}
