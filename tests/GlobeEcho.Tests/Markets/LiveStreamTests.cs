using System.Net.WebSockets;
using System.Text;
using GlobeEcho.Newsroom.Markets;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests.Markets;

/// <summary>The Kraken and Coinbase doubles misbehave; the board keeps the last value with its age and recovers by itself.</summary>
public sealed class LiveStreamTests
{
    [Fact]
    public async Task Prices_come_in_from_a_stream_that_behaves()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        kraken.Answer = _ => [Messages.KrakenStatus, Messages.KrakenAccepted("BTC/USD"), Messages.KrakenTicker("BTC/USD", 85_012.3m, -1200.5m, TradingRoom.Start, "snapshot")];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd") is not null, "a price");

        var quote = room.Quote("btc-usd")!;
        Assert.Equal(85_012.3m, quote.Price);
        Assert.Equal(new QuoteBasis(BasisKind.Day, 86_212.8m, TradingRoom.Start.AddDays(-1)), quote.Basis);
        Assert.Equal(-1200.5m, quote.Change);
        Assert.Equal("Kraken", quote.Maker);
        Assert.Equal(QuoteState.Live, room.StateOf("btc-usd"));
        Assert.Equal(TradingRoom.Start, room.Source("Kraken").LastHeard);
        Assert.Null(room.Source("Kraken").Trouble);
        Assert.Contains("\"BTC/USD\"", Assert.Single(kraken.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_noticed_and_the_stream_opened_again()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);

        kraken.Answer = null;
        await room.RunClockUntilAsync(() => room.StateOf("btc-usd") == QuoteState.Stale, "stale");
        Assert.Equal(85_000m, room.Quote("btc-usd")!.Price);
        Assert.Equal(TradingRoom.Start, room.Floor.StateOf(room.Quote("btc-usd")!).Since);
        Assert.Contains("said nothing for 10 seconds", room.Source("Kraken").Trouble, StringComparison.Ordinal);

        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_100m, 1, room.Clock.GetUtcNow())];
        await room.RunClockUntilAsync(() => room.Quote("btc-usd")!.Price == 85_100m, "a new price");
        Assert.Equal(QuoteState.Live, room.StateOf("btc-usd"));
        Assert.Null(room.Source("Kraken").Trouble);
    }

    [Fact]
    public async Task Heartbeats_keep_a_quiet_pair_live()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        await room.RunClockUntilAsync(
            () => room.Clock.GetUtcNow() >= TradingRoom.Start.AddMinutes(2), "two minutes", () => kraken.SayAsync(Messages.KrakenHeartbeat));
        Assert.Equal(QuoteState.Live, room.StateOf("btc-usd"));
        Assert.Equal(1, kraken.Visits);
    }

    private static TradingRoom KrakenRoom(StreamDouble kraken)
    {
        var options = TradingRoom.Nothing();
        (options.UseKraken, options.KrakenAddress) = (true, kraken.Address);
        return new TradingRoom(options);
    }

    private static async Task OpenAsync(TradingRoom room, StreamDouble kraken, decimal price)
    {
        kraken.Answer = _ => [Messages.KrakenStatus, Messages.KrakenTicker("BTC/USD", price, 500, TradingRoom.Start, "snapshot")];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")?.Price == price, "the first price");
    }
}
