using System.Text;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

/// <summary>The past of what is traded live.</summary>
public sealed class KrakenHistoryTests
{
    private static readonly InstrumentId Bitcoin = new("btc-usd");

    [Fact]
    public void Rows_become_candles_in_order_of_time()
    {
        var candles = Assert.IsType<PastResult.Found>(Parse("""
            {"error":[],"result":{"XXBTZUSD":[[1716508800,"67929.5","69220.0","66622.6","68526.1","67900.1","812.4",4021],[1716422400,"69122.3","70041.2","66312.1","67929.5","68000","900",5000]],"last":1716508800}}
            """)).Candles;
        Assert.Equal([new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 5, 24, 0, 0, 0, TimeSpan.Zero)], candles.Select(c => c.Candle.Start));
        Assert.Equal((67929.5m, 69220.0m, 66622.6m, 68526.1m), (candles[1].Candle.Open, candles[1].Candle.High, candles[1].Candle.Low, candles[1].Candle.Close));
    }

    [Theory]
    [InlineData("""{"error":[],"result":{"X":[[1716508800,"0","0","0","0"],[1716422400,null,"1","1","1"],[1716336000,"2","1","3","2"],["soon","1","1","1","1"],[1716249600,"1","1","1"],7],"last":1}}""")]
    [InlineData("""{"error":[],"result":{"last":1}}""")]
    [InlineData("""{"error":[]}""")]
    [InlineData("<html>Please prove that you are human</html>")]
    [InlineData("")]
    public void Gaps_nonsense_and_pages_are_no_candles(string body)
    {
        var reason = Parse(body) switch
        {
            PastResult.None none => none.Reason,
            PastResult.Failed failed => failed.Reason,
            _ => "",
        };
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void Refusal_is_told_in_its_own_words() =>
        Assert.Contains("Unknown asset pair", Assert.IsType<PastResult.None>(Parse("""{"error":["EQuery:Unknown asset pair"]}""")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Past_is_kept_and_what_failed_is_asked_again()
    {
        await using var kraken = await FixDouble.StartAsync();
        kraken.Write("/past?", """{"error":["EQuery:Unknown asset pair"]}""");
        kraken.Write("/past?pair=XBTUSD", """{"error":[],"result":{"XXBTZUSD":[[1773835200,"1","3","1","2","2","9",1]],"last":1}}""");
        kraken.Fail("/past?pair=XBTUSD&interval=60", 503);
        var options = TradingRoom.Nothing();
        (options.UseKraken, options.UseKrakenHistory, options.KrakenHistoryAddress) = (true, true, kraken.At("/past"));
        await using var room = new TradingRoom(options);
        room.AskForPast();
        await RunUntilAsync(room, "asked again until it does");
        kraken.Write("/past?pair=XBTUSD&interval=60", """{"error":[],"result":{"XXBTZUSD":[[1773835200,"4","6","4","5","5","9",1]],"last":1}}""");
        await RunUntilAsync(room, "3 candles of the past");
        await room.Floor.SaveAsync(TradingRoom.Cancel);

        Assert.Equal(5m, Assert.Single(await KeptAsync(room, "btc-usd")).Close);
        Assert.Empty(await KeptAsync(room, "eth-usd"));
    }

    private static Task RunUntilAsync(TradingRoom room, string line) => room.RunClockUntilAsync(
        () => room.Log.All.Any(l => l.Contains(line, StringComparison.Ordinal)),
        line,
        () =>
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            return Task.CompletedTask;
        });

    private static Task<IReadOnlyList<Candle>> KeptAsync(TradingRoom room, string id) =>
        room.Desk.CandlesAsync(new InstrumentId(id), CandleSpan.Hour, TradingRoom.Start.AddDays(-2), TradingRoom.Start.AddDays(2), TradingRoom.Cancel);

    private static PastResult Parse(string body) =>
        KrakenHistoryClient.Parse(Encoding.UTF8.GetBytes(body), Bitcoin, CandleSpan.Day);
}
