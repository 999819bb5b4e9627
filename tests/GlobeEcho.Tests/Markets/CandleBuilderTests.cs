using CsCheck;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

public sealed class CandleBuilderTests
{
    private static readonly InstrumentId Btc = new("btc-usd");
    private static readonly DateTimeOffset Start = TradingRoom.Start;

    private static readonly Gen<(int Price, int Pause)[]> Ticks = Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 4000]).Array[1, 200];

    [Fact]
    public void A_minute_without_a_price_has_no_candle()
    {
        var builder = new CandleBuilder();
        builder.Add(Btc, 10, Start.AddSeconds(1));
        builder.Add(Btc, 12, Start.AddSeconds(50));
        builder.Add(Btc, 11, Start.AddMinutes(5));
        var minutes = builder.Take().Where(c => c.Span == CandleSpan.Minute).Select(c => c.Candle).ToList();
        Assert.Equal([new Candle(Start, 10, 12, 10, 12), new Candle(Start.AddMinutes(5), 11, 11, 11, 11)], minutes);
        Assert.Empty(builder.Take());
    }

    [Fact]
    public void Spans_begin_on_whole_minutes_hours_and_days_of_utc()
    {
        var moment = new DateTimeOffset(2026, 3, 18, 1, 59, 59, 999, TimeSpan.FromHours(3));
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 22, 59, 0, TimeSpan.Zero), CandleBuilder.StartOf(CandleSpan.Minute, moment));
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 22, 0, 0, TimeSpan.Zero), CandleBuilder.StartOf(CandleSpan.Hour, moment));
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero), CandleBuilder.StartOf(CandleSpan.Day, moment));
    }

    [Fact]
    public void Every_candle_is_the_first_highest_lowest_and_last_price_of_its_span() => Ticks.Sample(ticks =>
    {
        var builder = new CandleBuilder();
        var prices = Timed(ticks);
        foreach (var (price, at) in prices)
            builder.Add(Btc, price, at);
        return builder.Take().All(c =>
        {
            var own = prices.Where(p => CandleBuilder.StartOf(c.Span, p.At) == c.Candle.Start).Select(p => p.Price).ToList();
            return c.Candle == new Candle(c.Candle.Start, own[0], own.Max(), own.Min(), own[^1]) && c.Candle.Low > 0;
        });
    });

    [Fact]
    public void Taking_in_between_and_joining_changes_nothing() => Gen.Select(Ticks, Gen.Int[1, 20], Gen.Bool).Sample((ticks, every, fails) =>
    {
        var (whole, parts) = (new CandleBuilder(), new CandleBuilder());
        var joined = new Dictionary<(CandleSpan Span, DateTimeOffset Start), Candle>();
        void Save()
        {
            foreach (var c in parts.Take())
                joined[(c.Span, c.Candle.Start)] = joined.TryGetValue((c.Span, c.Candle.Start), out var old) ? CandleBuilder.Join(old, c.Candle) : c.Candle;
        }

        var number = 0;
        foreach (var (price, at) in Timed(ticks))
        {
            whole.Add(Btc, price, at);
            parts.Add(Btc, price, at);
            if (++number % every == 0)
            {
                if (fails && number % 2 == 0)
                    parts.PutBack(parts.Take());
                else
                    Save();
            }
        }

        Save();
        var expected = whole.Take();
        return expected.Count == joined.Count && expected.All(c => joined[(c.Span, c.Candle.Start)] == c.Candle);
    });

    private static List<(decimal Price, DateTimeOffset At)> Timed((int Price, int Pause)[] ticks)
    {
        var at = Start;
        return ticks.Select(t => ((decimal)t.Price, at = at.AddSeconds(t.Pause))).ToList();
    }
}
