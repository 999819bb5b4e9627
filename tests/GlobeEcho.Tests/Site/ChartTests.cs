using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.InstrumentPage;

namespace GlobeEcho.Tests.Site;

public sealed class ChartTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 24, 18, 45, 0, TimeSpan.Zero);

    [Fact]
    public void A_range_ends_now_while_prices_are_fresh()
    {
        var (from, until) = ChartRanges.Stretch(ChartRange.Day, Now.AddHours(-3), Now);

        Assert.Equal(Now.AddTicks(1), until);
        Assert.Equal(until.AddDays(-1), from);
    }

    [Fact]
    public void A_closed_market_shows_its_last_session_instead_of_nothing()
    {
        var friday = Now.AddDays(-2);

        var (from, until) = ChartRanges.Stretch(ChartRange.Day, friday, Now);

        Assert.InRange(friday, from, until.AddTicks(-1));
        Assert.True(until - friday <= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void The_shortest_range_that_holds_a_mark_is_chosen()
    {
        var offered = ChartRanges.For(QuoteKind.Live);

        Assert.Equal(ChartRange.Day, ChartRanges.Holding(Now.AddHours(-2), offered, Now, Now));
        Assert.Equal(ChartRange.Month, ChartRanges.Holding(Now.AddDays(-9), offered, Now, Now));
        Assert.Equal(ChartRange.Year, ChartRanges.Holding(Now.AddDays(-90), offered, Now, Now));
        Assert.Equal(ChartRange.All, ChartRanges.Holding(Now.AddYears(-5), offered, Now, Now));
        Assert.Equal(ChartRange.All, ChartRanges.Holding(Now.AddYears(5), offered, Now, Now));
    }

    [Fact]
    public void What_is_fixed_once_a_day_offers_no_day() => Assert.DoesNotContain(ChartRange.Day, ChartRanges.For(QuoteKind.DailyFix));

    [Fact]
    public void A_table_of_many_candles_is_folded_until_it_can_be_read()
    {
        var minutes = Enumerable.Range(0, 1440).Select(i => new Candle(Now.AddMinutes(i - 1440), i, i + 2, i - 2, i + 1)).ToList();
        var chart = new Chart(ChartRange.Day, CandleSpan.Minute, Now.AddDays(-1), Now, minutes);

        var rows = chart.Rows;

        Assert.Equal(25, rows.Count);
        Assert.Equal(new Candle(new DateTimeOffset(2024, 5, 23, 19, 0, 0, TimeSpan.Zero), 15, 76, 13, 75), rows[1]);
        Assert.Equal((0m, 1440m, 1441m, -2m), (rows[0].Open, rows[^1].Close, chart.Highest.High, chart.Lowest.Low));
    }

    [Fact]
    public void A_line_of_many_candles_keeps_its_ends_and_its_gap()
    {
        var minutes = Enumerable.Range(0, 1440).Where(i => i is < 600 or > 700).Select(i => new Candle(Now.AddMinutes(i - 1440), i, i, i, i)).ToList();

        var line = new Chart(ChartRange.Day, CandleSpan.Minute, Now.AddDays(-1), Now, minutes).Line!;

        Assert.Equal(2, line.Runs.Count);
        Assert.StartsWith("0,96 ", line.Runs[0], StringComparison.Ordinal);
        Assert.EndsWith("99.93,4", line.Runs[1], StringComparison.Ordinal);
        Assert.InRange(line.Runs.Sum(r => r.Split(' ').Length), 200, 400);
    }
}
