using CsCheck;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

public sealed class SourceSwitchTests
{
    private static readonly InstrumentId Btc = new("btc-usd");
    private static readonly DateTimeOffset Start = TradingRoom.Start;

    [Fact]
    public void The_first_maker_is_waited_for_before_another_goes_up()
    {
        var choice = New();
        Assert.Null(choice.Take(Quote("Coinbase", 1, 1), At(1)));
        Assert.Empty(choice.Tick(At(30)));
        choice.Heard("Coinbase", At(30));
        Assert.Equal("Coinbase", Assert.Single(choice.Tick(At(31))).Maker);
        Assert.NotNull(choice.Take(Quote("Coinbase", 2, 32), At(32)));
    }

    [Fact]
    public void Another_maker_takes_over_after_half_a_minute_of_silence()
    {
        var choice = New();
        Assert.NotNull(choice.Take(Quote("Kraken", 100, 1), At(1)));
        Assert.Null(choice.Take(Quote("Coinbase", 101, 2), At(2)));
        choice.Lost("Kraken", At(11));
        Assert.Empty(choice.Tick(At(31)));
        var up = Assert.Single(choice.Tick(At(32)));
        Assert.Equal(("Coinbase", 101m), (up.Maker, up.Price));
        Assert.Empty(choice.Tick(At(33)));
    }

    [Fact]
    public void The_better_maker_comes_back_only_after_a_good_minute()
    {
        var choice = OnCoinbase();
        Assert.Null(choice.Take(Quote("Kraken", 102, 40), At(40)));
        for (var second = 41; second < 100; second++)
        {
            choice.Heard("Kraken", At(second));
            choice.Heard("Coinbase", At(second));
            Assert.Empty(choice.Tick(At(second)));
        }

        Assert.Equal("Kraken", Assert.Single(choice.Tick(At(100))).Maker);
        Assert.Null(choice.Take(Quote("Coinbase", 103, 101), At(101)));
    }

    [Fact]
    public void A_shaky_line_does_not_make_prices_hop()
    {
        var choice = OnCoinbase();
        for (var second = 40; second < 600; second++)
        {
            if (second % 50 == 40)
                Assert.Null(choice.Take(Quote("Kraken", 102, second), At(second)));
            if (second % 50 == 30)
                choice.Lost("Kraken", At(second));
            Assert.NotNull(choice.Take(Quote("Coinbase", 103, second), At(second)));
            Assert.Empty(choice.Tick(At(second)));
        }
    }

    [Fact]
    public void One_refused_instrument_does_not_move_the_others()
    {
        var eth = new InstrumentId("eth-usd");
        var choice = new SourceSwitch([("Kraken", [Btc, eth]), ("Coinbase", [Btc, eth])], Start);
        choice.Take(Quote("Kraken", 100, 1), At(1));
        choice.Take(Quote("Kraken", 10, 1) with { Instrument = eth }, At(1));
        choice.Take(Quote("Coinbase", 101, 1), At(1));
        choice.Take(Quote("Coinbase", 11, 1) with { Instrument = eth }, At(1));
        choice.Lost("Kraken", eth, At(2));
        choice.Heard("Kraken", At(40));
        Assert.Equal(eth, Assert.Single(choice.Tick(At(40))).Instrument);
        Assert.Equal(At(40), choice.HeardOf("Kraken", Btc));
        Assert.Equal(At(1), choice.HeardOf("Kraken", eth));
    }

    [Fact]
    public void When_nobody_is_there_the_last_one_stays()
    {
        var choice = OnCoinbase();
        choice.Lost("Coinbase", At(50));
        Assert.Empty(choice.Tick(At(500)));
        Assert.NotNull(choice.Take(Quote("Kraken", 105, 501), At(501)));
    }

    [Fact]
    public void Whatever_happens_what_goes_up_is_one_makers_whole_quote() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 20]).Array[1, 200].Sample(events =>
        {
            var choice = New();
            var now = Start;
            var price = 0m;
            var sent = new HashSet<Quote>();
            foreach (var (what, who, pause) in events)
            {
                now = now.AddSeconds(pause);
                var maker = who == 0 ? "Kraken" : "Coinbase";
                IReadOnlyList<Quote> up = [];
                if (what == 0)
                    choice.Heard(maker, now);
                else if (what == 1)
                    choice.Lost(maker, now);
                else if (what == 2)
                    up = choice.Tick(now);
                else
                {
                    var quote = new Quote(Btc, ++price, new QuoteBasis(BasisKind.Day, price / 2, null), QuoteKind.Live, now, now, maker);
                    sent.Add(quote);
                    up = choice.Take(quote, now) is { } chosen ? [chosen] : [];
                    if (up.Count > 0 && up[0] != quote)
                        return false;
                }

                if (!up.All(sent.Contains))
                    return false;
            }

            return true;
        });

    private static SourceSwitch New() => new([("Kraken", [Btc]), ("Coinbase", [Btc])], Start);

    private static SourceSwitch OnCoinbase()
    {
        var choice = New();
        choice.Take(Quote("Kraken", 100, 1), At(1));
        choice.Lost("Kraken", At(2));
        choice.Take(Quote("Coinbase", 101, 35), At(35));
        return choice;
    }

    private static DateTimeOffset At(int second) => Start.AddSeconds(second);

    private static Quote Quote(string maker, decimal price, int second) => new(Btc, price, null, QuoteKind.Live, At(second), At(second), maker);
}
