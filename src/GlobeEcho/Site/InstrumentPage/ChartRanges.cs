using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Site.InstrumentPage;

/// <summary>The ranges of a chart: their words, and which stretch of time and which candles they stand for.</summary>
public static class ChartRanges
{
    // Before any source's history: the European Central Bank's fixes begin in January 1999.
    private static readonly DateTimeOffset Beginning = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>As addresses write it: "1d".</summary>
    public static string Word(ChartRange range) => range switch { ChartRange.Day => "1d", ChartRange.Month => "1m", ChartRange.Year => "1y", _ => "all" };

    public static string Name(ChartRange range) => range switch { ChartRange.Day => "1 day", ChartRange.Month => "1 month", ChartRange.Year => "1 year", _ => "All" };

    public static ChartRange? Parse(string? word) => Enum.GetValues<ChartRange>().Cast<ChartRange?>().FirstOrDefault(r => Word(r!.Value) == word);

    /// <summary>What is fixed once a day has no day to draw.</summary>
    public static IReadOnlyList<ChartRange> For(QuoteKind? kind) =>
        kind == QuoteKind.DailyFix ? [ChartRange.Month, ChartRange.Year, ChartRange.All] : Enum.GetValues<ChartRange>();

    /// <summary>The finest candles first; the coarser ones serve where there are none.</summary>
    public static IReadOnlyList<CandleSpan> Spans(ChartRange range, QuoteKind? kind) => (range, kind) switch
    {
        (_, QuoteKind.DailyFix) => [CandleSpan.Day],
        (ChartRange.Day, _) => [CandleSpan.Minute, CandleSpan.Hour],
        (ChartRange.Month, _) => [CandleSpan.Hour, CandleSpan.Day],
        _ => [CandleSpan.Day],
    };

    /// <summary>
    /// The stretch a range shows. It ends now, or, when the last price is so old that half of it would be empty, just after that price:
    /// a closed market shows its last session.
    /// </summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Stretch(ChartRange range, DateTimeOffset? lastPrice, DateTimeOffset now)
    {
        var until = now.AddTicks(1);
        if (lastPrice is { } last && range != ChartRange.All && last < now - ((now - Back(range, now)) / 2))
            until = last.AddMinutes(1);
        return (Back(range, until), until);
    }

    /// <summary>The shortest range on offer whose stretch holds a moment.</summary>
    public static ChartRange Holding(DateTimeOffset moment, IReadOnlyList<ChartRange> offered, DateTimeOffset? lastPrice, DateTimeOffset now) =>
        offered.Cast<ChartRange?>().FirstOrDefault(r => Stretch(r!.Value, lastPrice, now) is var (from, until) && moment >= from && moment < until) ?? offered[^1];

    /// <summary>Two candles further apart are not joined by the line: a few quiet minutes are, a night is not; of days, a weekend with its holidays is.</summary>
    public static TimeSpan Gap(CandleSpan span) => span switch
    {
        CandleSpan.Minute => TimeSpan.FromMinutes(5),
        CandleSpan.Hour => TimeSpan.FromHours(2),
        CandleSpan.Day => TimeSpan.FromDays(5),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, null),
    };

    private static DateTimeOffset Back(ChartRange range, DateTimeOffset from) => range switch
    {
        ChartRange.Day => from.AddDays(-1),
        ChartRange.Month => from.AddMonths(-1),
        ChartRange.Year => from.AddYears(-1),
        _ => Beginning,
    };
}
