using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Tests.Site;

public sealed class SparklineTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_highest_price_stands_at_the_top_and_the_line_fills_its_width()
    {
        var line = Sparkline.Of([1m, 3m, 2m])!;

        Assert.Equal(["0,96 50,4 100,50"], line.Runs);
        Assert.Equal((1m, 3m), (line.Low, line.High));
    }

    [Fact]
    public void A_gap_is_not_a_zero()
    {
        var line = Sparkline.Of([10m, 11m, null, null, 12m, 10m])!;

        Assert.Equal(2, line.Runs.Count);
        Assert.Equal(["0,96 20,50", "80,4 100,96"], line.Runs);
        Assert.Equal(10m, line.Low);
    }

    [Fact]
    public void A_lone_price_between_gaps_is_a_point_that_shows()
    {
        var line = Sparkline.Of([10m, 12m, null, 11m, null])!;

        Assert.Equal("75,50 75,50", line.Runs[1]);
    }

    [Fact]
    public void Prices_that_never_moved_run_through_the_middle() => Assert.Equal(["0,50 100,50"], Sparkline.Of([5m, 5m])!.Runs);

    [Theory]
    [InlineData]
    [InlineData(1.0)]
    [InlineData(null, 1.0, null)]
    public void Fewer_than_two_prices_are_no_line(params double?[] prices) => Assert.Null(Sparkline.Of(prices.Select(p => (decimal?)p).ToList()));

    [Fact]
    public void Candles_stand_at_their_times_and_break_where_they_are_too_far_apart()
    {
        var line = Sparkline.Over([Candle(0, 1), Candle(1, 2), Candle(8, 3), Candle(10, 1)], Noon, Noon.AddHours(10), TimeSpan.FromHours(2))!;

        Assert.Equal(["0,96 10,50", "80,4 100,96"], line.Runs);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(5, 50)]
    [InlineData(99, 100)]
    public void A_moment_outside_stands_at_the_edge(int hours, double at) => Assert.Equal(at, Sparkline.At(Noon.AddHours(hours), Noon, Noon.AddHours(10)));

    private static Candle Candle(int hours, decimal close) => new(Noon.AddHours(hours), close, close, close, close);
}
