using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Site.InstrumentPage;

/// <summary>A chart as scripts and other machines read it: columns of equal length, oldest first. A span without a price has no row.</summary>
/// <param name="GapSeconds">Rows further apart are not joined by a line.</param>
/// <param name="Start">Seconds since 1970, UTC.</param>
public sealed record CandleColumns(
    string Instrument,
    string Unit,
    string Range,
    string Span,
    long From,
    long Until,
    int GapSeconds,
    IReadOnlyList<long> Start,
    IReadOnlyList<decimal> Open,
    IReadOnlyList<decimal> High,
    IReadOnlyList<decimal> Low,
    IReadOnlyList<decimal> Close)
{
    public static CandleColumns Of(Instrument instrument, Chart chart) => new(
        instrument.Id.Value,
        instrument.Unit,
        ChartRanges.Word(chart.Range),
        chart.Span.ToString().ToLowerInvariant(),
        chart.Begin.ToUnixTimeSeconds(),
        chart.Until.ToUnixTimeSeconds(),
        (int)chart.Gap.TotalSeconds,
        chart.Candles.Select(c => c.Start.ToUnixTimeSeconds()).ToList(),
        chart.Candles.Select(c => c.Open).ToList(),
        chart.Candles.Select(c => c.High).ToList(),
        chart.Candles.Select(c => c.Low).ToList(),
        chart.Candles.Select(c => c.Close).ToList());
}
