using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

/// <summary>Two doubles and the whole loop: Coinbase stands in for Kraken, and Kraken comes back.</summary>
public sealed class FailoverTests
{
    [Fact]
    public async Task Coinbase_stands_in_for_Kraken_and_Kraken_comes_back()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var coinbase = await StreamDouble.StartAsync();
        var options = TradingRoom.Nothing();
        (options.UseKraken, options.KrakenAddress) = (true, kraken.Address);
        (options.UseCoinbase, options.CoinbaseAddress) = (true, coinbase.Address);
        await using var room = new TradingRoom(options);
        // Kraken's clock is a minute slow all the time: its prices must come back to the board nevertheless.
        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_000m, 100, room.Clock.GetUtcNow().AddMinutes(-1))];
        coinbase.Answer = _ => [Messages.CoinbaseTicker("BTC-USD", 85_007m, 84_000m, 1, room.Clock.GetUtcNow())];
        await room.RunAsync();
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")?.Maker == "Kraken" && room.Source("Coinbase").LastHeard is not null, "both are there");

        kraken.Status = 503;
        kraken.Tear();
        var lost = room.Clock.GetUtcNow();
        await room.RunClockUntilAsync(
            () => room.Quote("btc-usd")!.Maker == "Coinbase", "Coinbase's price", () => room.HearAsync(coinbase, "Coinbase", Messages.CoinbaseHeartbeat("BTC-USD", 2, room.Clock.GetUtcNow())));
        Assert.InRange(room.Clock.GetUtcNow() - lost, SourceSwitch.Patience, SourceSwitch.Patience + TimeSpan.FromMinutes(1));
        var standIn = room.Quote("btc-usd")!;
        Assert.Equal((85_007m, 84_000m), (standIn.Price, standIn.Basis!.Price));
        Assert.Equal(QuoteState.Live, room.StateOf("btc-usd"));

        kraken.Status = 0;
        await room.RunClockUntilAsync(() => kraken.IsOpen, "Kraken is there again", () => room.HearAsync(coinbase, "Coinbase", Messages.CoinbaseHeartbeat("BTC-USD", 2, room.Clock.GetUtcNow())));
        var back = room.Clock.GetUtcNow();
        await room.RunClockUntilAsync(
            () => room.Quote("btc-usd")!.Maker == "Kraken",
            "Kraken's price",
            async () =>
            {
                await room.HearAsync(coinbase, "Coinbase", Messages.CoinbaseHeartbeat("BTC-USD", 2, room.Clock.GetUtcNow()));
                await room.HearAsync(kraken, "Kraken", Messages.KrakenHeartbeat);
            });
        Assert.InRange(room.Clock.GetUtcNow() - back, SourceSwitch.Proof - TimeSpan.FromSeconds(5), SourceSwitch.Proof + TimeSpan.FromMinutes(2));
        Assert.Equal((85_000m, 84_900m), (room.Quote("btc-usd")!.Price, room.Quote("btc-usd")!.Basis!.Price));
        Assert.Contains(room.Log.All, l => l.Contains("btc-usd is priced by Coinbase now", StringComparison.Ordinal));
    }
}
