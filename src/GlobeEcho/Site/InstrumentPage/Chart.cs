using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Site.InstrumentPage;

/// <summary>The candles of a range, and what can be said of them in words.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Candles">Oldest first; spans without a price are left out.</param>
public sealed record Chart(ChartRange Range, CandleSpan Span, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Candle> Candles)
{
    // A line of more points than this looks the same on any screen and only weighs more.
    private const int MostPoints = 360;
    private const int MostRows = 60;

    /// <summary>Fewer than two candles draw no line.</summary>
    public bool IsDrawn => Candles.Count > 1;

    public TimeSpan Gap => ChartRanges.Gap(Span);

    /// <summary>Where the drawing begins: with everything there is, at the first candle.</summary>
    public DateTimeOffset Begin => Range == ChartRange.All && Candles.Count > 0 ? Candles[0].Start : From;

    public Candle Highest => Candles.MaxBy(c => c.High)!;

    public Candle Lowest => Candles.MinBy(c => c.Low)!;

    public decimal Change => Candles[^1].Close - Candles[0].Open;

    public decimal? ChangePercent => Candles[0].Open == 0 ? null : Change / Math.Abs(Candles[0].Open) * 100;

    public Sparkline? Line => Sparkline.Over(Thinned, Begin, Until, Gap * Math.Max(1, (Candles.Count + MostPoints - 1) / MostPoints));

    /// <summary>The candles folded into longer ones, so few that they can be read as a table.</summary>
    public IReadOnlyList<Candle> Rows
    {
        get
        {
            Func<DateTimeOffset, DateTimeOffset>[] steps = [Self, Hour, Day, Week, Month, Year];
            return steps.Select(Folded).First(rows => rows.Count <= MostRows || rows.Count == Folded(Year).Count);
        }
    }

    private List<Candle> Thinned
    {
        get
        {
            var step = Math.Max(1, (Candles.Count + MostPoints - 1) / MostPoints);
            return Candles.Where((_, i) => i % step == 0 || i == Candles.Count - 1).ToList();
        }
    }

    private List<Candle> Folded(Func<DateTimeOffset, DateTimeOffset> start) => Candles.GroupBy(c => start(c.Start))
        .Select(g => new Candle(g.Key, g.First().Open, g.Max(c => c.High), g.Min(c => c.Low), g.Last().Close)).ToList();

    private static DateTimeOffset Self(DateTimeOffset at) => at;

    private static DateTimeOffset Hour(DateTimeOffset at) => new(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Day(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);

    // Weeks begin on Monday.
    private static DateTimeOffset Week(DateTimeOffset at) => Day(at).AddDays(-(((int)at.UtcDateTime.DayOfWeek + 6) % 7));

    private static DateTimeOffset Month(DateTimeOffset at) => new(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Year(DateTimeOffset at) => new(at.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
