using System.Net.WebSockets;
using System.Text;
using GlobeEcho.Newsroom.Markets;

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
            () => room.Clock.GetUtcNow() >= TradingRoom.Start.AddMinutes(2), "two minutes", () => room.HearAsync(kraken, "Kraken", Messages.KrakenHeartbeat));
        Assert.Equal(QuoteState.Live, room.StateOf("btc-usd"));
        Assert.Equal(1, kraken.Visits);
    }

    [Theory]
    [InlineData("<html><body>We will be back</body></html>")]
    [InlineData("{\"channel\":\"ticker\",\"data\":[{\"symbol\":\"BTC/USD\",\"last\":null}]}")]
    public async Task Nonsense_counts_as_silence(string nonsense)
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        await room.RunClockUntilAsync(() => kraken.Visits > 1, "a new connection", () => kraken.SayAsync(nonsense));
        Assert.Equal(85_000m, room.Quote("btc-usd")!.Price);
        await room.RunClockUntilAsync(() => room.Source("Kraken").LastHeard > TradingRoom.Start, "back again");
        Assert.Null(room.Source("Kraken").Trouble);
    }

    [Fact]
    public async Task Nonsense_between_prices_does_no_harm()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        await kraken.SayAsync("<p>hello</p>");
        await kraken.SayAsync(new byte[] { 1, 2, 3 }, WebSocketMessageType.Binary, true);
        await kraken.SayAsync("{\"channel\":\"tomorrow's channel\"}");
        await kraken.SayAsync(Messages.KrakenTicker("BTC/USD", 85_001m, 1, TradingRoom.Start.AddSeconds(1)));
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")!.Price == 85_001m, "the next price");
        Assert.Equal(1, kraken.Visits);
    }

    [Fact]
    public async Task A_message_in_pieces_is_put_together()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        var bytes = Encoding.UTF8.GetBytes(Messages.KrakenTicker("BTC/USD", 85_002m, 1, TradingRoom.Start.AddSeconds(1)) + new string(' ', 40_000));
        for (var at = 0; at < bytes.Length; at += 999)
            await kraken.SayAsync(bytes.AsMemory(at, Math.Min(999, bytes.Length - at)), WebSocketMessageType.Text, at + 999 >= bytes.Length);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")!.Price == 85_002m, "the whole message");
    }

    [Fact]
    public async Task A_giant_message_ends_the_connection_and_is_not_kept()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_003m, 1, room.Clock.GetUtcNow())];
        for (var piece = 0; piece < 20; piece++)
            await kraken.SayAsync(new byte[100_000], WebSocketMessageType.Text, false);
        await TradingRoom.UntilAsync(() => room.Source("Kraken").Trouble is not null, "trouble");
        Assert.Contains("larger than", room.Source("Kraken").Trouble, StringComparison.Ordinal);
        await room.RunClockUntilAsync(() => room.Quote("btc-usd")!.Price == 85_003m, "a new connection");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_ends_is_opened_again(bool properly)
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_004m, 1, room.Clock.GetUtcNow())];
        if (properly)
            await kraken.CloseAsync("restarting");
        else
            kraken.Tear();
        await TradingRoom.UntilAsync(() => room.Source("Kraken").Trouble is not null, "trouble");
        Assert.Contains(properly ? "closed the stream: restarting" : "broke off", room.Source("Kraken").Trouble, StringComparison.Ordinal);
        Assert.Equal(85_000m, room.Quote("btc-usd")!.Price);
        await room.RunClockUntilAsync(() => room.Quote("btc-usd")!.Price == 85_004m, "a new price");
        Assert.Null(room.Source("Kraken").Trouble);
        // The clock may run past the second connection's patience while its socket is still being opened.
        Assert.True(kraken.Asked.Count >= 2, $"{kraken.Asked.Count} connections");
    }

    [Fact]
    public async Task A_server_that_only_greets_is_left()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        kraken.Answer = _ => [Messages.KrakenStatus];
        room.Listen(room.Floor.Streams[0]);
        await room.RunClockUntilAsync(() => kraken.Visits > 1, "a new connection", () => room.HearAsync(kraken, "Kraken", Messages.KrakenHeartbeat));
        Assert.Contains(room.Log.All, l => l.Contains("sent no price within 20 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pauses_grow_to_a_minute_while_nobody_opens()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        kraken.Status = 503;
        room.Listen(room.Floor.Streams[0]);
        await room.RunClockUntilAsync(() => kraken.Visits >= 12, "twelve visits");
        // Full jitter draws half of 1 + 2 + 4 + ... + 60 + 60 on average; far less than a tenth of it would be no backing off.
        Assert.InRange(room.Clock.GetUtcNow() - TradingRoom.Start, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15));
        Assert.Contains("No stream was opened", room.Source("Kraken").Trouble, StringComparison.Ordinal);
        // What stays the same is said once.
        Assert.Single(room.Log.All, l => l.Contains("stream is gone", StringComparison.Ordinal));

        kraken.Status = 0;
        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_005m, 1, room.Clock.GetUtcNow())];
        await room.RunClockUntilAsync(() => room.Quote("btc-usd")?.Price == 85_005m, "open at last");
        Assert.Null(room.Source("Kraken").Trouble);
    }

    [Fact]
    public async Task Nobody_listening_is_trouble_and_no_crash()
    {
        var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await kraken.DisposeAsync();
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Source("Kraken").Trouble is not null, "trouble");
        Assert.Contains("No connection", room.Source("Kraken").Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_symbol_is_told_and_the_others_go_on()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        kraken.Answer = _ => [Messages.KrakenRefused("DOT/USD"), Messages.KrakenTicker("BTC/USD", 85_000m, 1, TradingRoom.Start)];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd") is not null, "a price");
        Assert.Contains("Currency pair not supported DOT/USD", room.Source("Kraken").Trouble, StringComparison.Ordinal);
        Assert.Equal(QuoteState.Live, room.StateOf("btc-usd"));
    }

    [Fact]
    public async Task What_was_not_answered_is_asked_for_again()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        await OpenAsync(room, kraken, 85_000m);
        await room.RunClockUntilAsync(() => kraken.Asked.Count > 1, "a second question", () => room.HearAsync(kraken, "Kraken", Messages.KrakenHeartbeat));
        Assert.DoesNotContain("\"BTC/USD\"", kraken.Asked[1], StringComparison.Ordinal);
        Assert.Contains("\"ETH/USD\"", kraken.Asked[1], StringComparison.Ordinal);
        Assert.Equal(1, kraken.Visits);
    }

    [Fact]
    public async Task One_refused_product_does_not_cost_Coinbase_the_others()
    {
        await using var coinbase = await StreamDouble.StartAsync();
        await using var room = CoinbaseRoom(coinbase);
        coinbase.Answer = asked => asked.Contains("DOT-USD", StringComparison.Ordinal)
            ? ["""{"type":"error","message":"Failed to subscribe","reason":"DOT-USD is not a valid product"}"""]
            : [Messages.CoinbaseAccepted("BTC-USD"), Messages.CoinbaseTicker("BTC-USD", 85_010m, 84_000m, 10, TradingRoom.Start)];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")?.Price == 85_010m, "a price");
        Assert.Contains("DOT-USD", room.Source("Coinbase").Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_a_name_makes_it_ask_for_each_alone()
    {
        await using var coinbase = await StreamDouble.StartAsync();
        await using var room = CoinbaseRoom(coinbase);
        coinbase.Answer = asked => asked.Contains("\"BTC-USD\"]", StringComparison.Ordinal) && asked.Contains("[\"BTC-USD\"", StringComparison.Ordinal)
            ? [Messages.CoinbaseTicker("BTC-USD", 85_011m, 84_000m, 10, TradingRoom.Start)]
            : ["""{"type":"error","message":"Failed to subscribe","reason":"Invalid product ID provided"}"""];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")?.Price == 85_011m, "a price");
        Assert.Equal(1 + room.Floor.Streams[0].Instruments.Count, coinbase.Asked.Count);
    }

    [Fact]
    public async Task Late_and_double_messages_do_not_turn_the_price_back()
    {
        await using var coinbase = await StreamDouble.StartAsync();
        await using var room = CoinbaseRoom(coinbase);
        var start = TradingRoom.Start;
        coinbase.Answer = _ =>
        [
            Messages.CoinbaseTicker("BTC-USD", 85_000m, 84_000m, 100, start.AddSeconds(-5)),
            Messages.CoinbaseTicker("BTC-USD", 85_050m, 84_000m, 140, start.AddSeconds(-3)),
            Messages.CoinbaseTicker("BTC-USD", 84_990m, 84_000m, 120, start.AddSeconds(-4)),
            Messages.CoinbaseTicker("BTC-USD", 85_050m, 84_000m, 140, start.AddSeconds(-3)),
            Messages.CoinbaseTicker("ETH-USD", 2_000m, 1_990m, 7, start.AddSeconds(-1)),
        ];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("eth-usd") is not null, "the last message");
        Assert.Equal(85_050m, room.Quote("btc-usd")!.Price);
        Assert.Equal(3, room.Board.Count);

        await coinbase.CloseAsync("bye");
        await TradingRoom.UntilAsync(() => room.Log.All.Any(l => l.Contains("2 late or double, 1 gaps", StringComparison.Ordinal)), "a line with the counts");
    }

    [Fact]
    public async Task A_count_that_begins_again_is_believed()
    {
        await using var coinbase = await StreamDouble.StartAsync();
        await using var room = CoinbaseRoom(coinbase);
        coinbase.Answer = _ =>
        [
            Messages.CoinbaseTicker("BTC-USD", 85_000m, 84_000m, 9_000, TradingRoom.Start.AddSeconds(-5)),
            Messages.CoinbaseTicker("BTC-USD", 85_020m, 84_000m, 3, TradingRoom.Start.AddSeconds(-4)),
        ];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")?.Price == 85_020m, "the new count");
    }

    [Fact]
    public async Task A_clock_that_is_ahead_cannot_block_the_board()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken);
        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_000m, 1, TradingRoom.Start.AddDays(1))];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd") is not null, "a price");
        Assert.Equal(TradingRoom.Start, room.Quote("btc-usd")!.AsOf);
        Assert.Contains("1440 minutes ahead", room.Source("Kraken").Trouble, StringComparison.Ordinal);

        room.Clock.Advance(TimeSpan.FromSeconds(1));
        await kraken.SayAsync(Messages.KrakenTicker("BTC/USD", 85_100m, 1, room.Clock.GetUtcNow()));
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")!.Price == 85_100m, "the right time again");
        Assert.Null(room.Source("Kraken").Trouble);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_and_tried_again()
    {
        await using var kraken = await StreamDouble.StartAsync();
        await using var room = KrakenRoom(kraken, patience: 15);
        kraken.Status = StreamDouble.Never;
        room.Listen(room.Floor.Streams[0]);
        await room.RunClockUntilAsync(() => kraken.Visits > 2, "a third visit");
        Assert.Contains("No answer began within 15 seconds", room.Source("Kraken").Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_whose_other_half_is_gone_is_opened_again()
    {
        using var kraken = new HalfClosingServer(Messages.KrakenTicker("BTC/USD", 85_000m, 1, TradingRoom.Start));
        var options = TradingRoom.Nothing();
        (options.UseKraken, options.KrakenAddress) = (true, kraken.Address);
        await using var room = new TradingRoom(options);
        room.Listen(room.Floor.Streams[0]);
        await room.RunClockUntilAsync(() => kraken.Visits > 2, "a third visit");
        Assert.Equal(85_000m, room.Quote("btc-usd")!.Price);
        Assert.Contains(room.Log.All, l => l.Contains("broke off", StringComparison.Ordinal));
    }

    private static TradingRoom CoinbaseRoom(StreamDouble coinbase)
    {
        var options = TradingRoom.Nothing();
        (options.UseCoinbase, options.CoinbaseAddress) = (true, coinbase.Address);
        return new TradingRoom(options);
    }

    private static TradingRoom KrakenRoom(StreamDouble kraken, double patience = 1_000_000)
    {
        var options = TradingRoom.Nothing();
        (options.UseKraken, options.KrakenAddress) = (true, kraken.Address);
        return new TradingRoom(options, patience);
    }

    private static async Task OpenAsync(TradingRoom room, StreamDouble kraken, decimal price)
    {
        kraken.Answer = _ => [Messages.KrakenStatus, Messages.KrakenTicker("BTC/USD", price, 500, TradingRoom.Start, "snapshot")];
        room.Listen(room.Floor.Streams[0]);
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd")?.Price == price, "the first price");
    }
}
