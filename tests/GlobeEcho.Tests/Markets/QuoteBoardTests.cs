using CsCheck;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

public sealed class QuoteBoardTests
{
    private static readonly IReadOnlyList<Instrument> Instruments = InstrumentList.All.Take(5).ToList();
    private static readonly DateTimeOffset Start = TradingRoom.Start;

    [Fact]
    public void A_late_quote_of_the_same_maker_is_not_put_up()
    {
        var board = new QuoteBoard(Instruments);
        Assert.True(board.Put(Quote(0, 2, 20)));
        Assert.False(board.Put(Quote(0, 1, 19)));
        Assert.True(board.Put(Quote(0, 3, 20)));
        Assert.Equal(3, board.Find(Instruments[0].Id)!.Quote.Price);
        Assert.False(board.Put(Quote(0, 1, 30) with { Instrument = new("unknown") }));
    }

    [Fact]
    public void Clocks_of_two_makers_are_not_compared()
    {
        var board = new QuoteBoard(Instruments);
        board.Put(Quote(0, 2, 20));
        Assert.True(board.Put(Quote(0, 1, 10) with { Maker = "Other" }));
    }

    [Fact]
    public void Every_instrument_has_the_newest_of_what_was_put_up() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 1000], Gen.Int[0, 50]).Array[0, 100].Sample(puts =>
        {
            var board = new QuoteBoard(Instruments);
            var expected = new Dictionary<int, (int Price, int Second)>();
            var count = 0;
            foreach (var (place, price, second) in puts)
            {
                var isNewest = !expected.TryGetValue(place, out var old) || old.Second <= second;
                if (board.Put(Quote(place, price, second)) != isNewest)
                    return false;
                if (isNewest)
                    (expected[place], count) = ((price, second), count + 1);
            }

            return board.Count == count && board.Since(0).Count == expected.Count
                && expected.All(e => board.Find(Instruments[e.Key].Id)!.Quote.Price == e.Value.Price);
        });

    [Fact]
    public void A_reader_who_asks_for_what_is_new_ends_with_the_whole_board() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 50], Gen.Bool).Array[0, 100].Sample(steps =>
        {
            var board = new QuoteBoard(Instruments);
            var seen = new Dictionary<InstrumentId, PostedQuote>();
            var number = 0L;
            void Read()
            {
                var count = board.Count;
                foreach (var posted in board.Since(number))
                    seen[posted.Quote.Instrument] = posted;
                number = count;
            }

            foreach (var (place, second, reads) in steps)
            {
                board.Put(Quote(place, second + 1, second));
                if (reads)
                    Read();
            }

            Read();
            return board.Since(0).All(p => seen[p.Quote.Instrument] == p) && seen.Count == board.Since(0).Count;
        });

    [Fact]
    public async Task Readers_beside_writers_see_whole_quotes_and_miss_none()
    {
        var board = new QuoteBoard(Instruments);
        var cancel = TestContext.Current.CancellationToken;
        var writing = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 1; i <= 20_000; i++)
                board.Put(Quote(i % 5, i, i) with { Maker = $"Maker {writer}", Basis = new QuoteBasis(BasisKind.Day, i * 2, null) });
        }, cancel)).ToList();
        var reading = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var seen = new Dictionary<InstrumentId, PostedQuote>();
            var number = 0L;
            while (true)
            {
                var isLast = writing.All(w => w.IsCompleted);
                var count = board.Count;
                foreach (var posted in board.Since(number))
                {
                    Assert.Equal(posted.Quote.Price * 2, posted.Quote.Basis!.Price);
                    Assert.True(!seen.TryGetValue(posted.Quote.Instrument, out var old) || old.Number <= posted.Number);
                    seen[posted.Quote.Instrument] = posted;
                }

                Assert.True(count >= number);
                number = count;
                if (isLast)
                    return seen;
            }
        }, cancel)).ToList();
        await Task.WhenAll(writing);
        foreach (var seen in await Task.WhenAll(reading))
            Assert.All(board.Since(0), p => Assert.Same(p, seen[p.Quote.Instrument]));
        Assert.Equal(board.Since(0).Max(p => p.Number), board.Count);
    }

    private static Quote Quote(int place, decimal price, int second) =>
        new(Instruments[place].Id, price, null, QuoteKind.Live, Start.AddSeconds(second), Start.AddSeconds(second), "Maker");
}
