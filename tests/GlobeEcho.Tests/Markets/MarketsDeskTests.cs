using GlobeEcho.Newsroom;
using GlobeEcho.Newsroom.Markets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GlobeEcho.Tests.Markets;

public sealed class MarketsDeskTests
{
    private static readonly InstrumentId Btc = new("btc-usd");
    private static readonly InstrumentId Dollar = new("eur-usd");
    private static readonly DateTimeOffset Start = TradingRoom.Start;

    [Fact]
    public async Task After_a_restart_the_board_is_as_it_was_with_its_age()
    {
        await using var room = new TradingRoom();
        var quote = Live(85_000.123456789m, 0) with { Bid = 84_999.9m, Ask = 85_000.2m, High = 86_000m, Basis = new QuoteBasis(BasisKind.Day, 84_000m, Start.AddDays(-1)) };
        room.Floor.Take(quote);
        room.Floor.Take(room.Floor.Clients[0], new FixResult.Prices([Fix(1.1512m, new(2026, 3, 17))], [], new Dictionary<InstrumentId, TradingSession>()));
        await room.Floor.SaveAsync(TradingRoom.Cancel);

        room.Clock.Advance(TimeSpan.FromHours(3));
        await room.ReopenAsync();
        Assert.Equal(quote, room.Quote("btc-usd"));
        Assert.Equal(1.1512m, room.Quote("eur-usd")!.Price);
        Assert.Equal((QuoteState.Stale, Start), room.Floor.StateOf(quote));
        Assert.Equal(QuoteState.DailyFix, room.Desk.StateOf(room.Quote("eur-usd")!));
        Assert.Equal(Start, room.Desk.StateSince(room.Quote("btc-usd")!));
    }

    [Fact]
    public async Task A_quote_saved_under_a_wrong_clock_keeps_no_newer_one_away()
    {
        await using var room = new TradingRoom();
        room.Clock.Advance(TimeSpan.FromDays(100));
        room.Floor.Take(Live(1m, 100 * 86_400));
        await room.Floor.SaveAsync(TradingRoom.Cancel);
        await using var later = new TradingRoom();
        await using (var session = await later.Archive.WriteAsync(TradingRoom.Cancel))
        {
            await later.Store.SaveAsync(session, [room.Quote("btc-usd")!], TradingRoom.Cancel);
            await session.CommitAsync(TradingRoom.Cancel);
        }

        await later.ReopenAsync();
        Assert.Equal(Start, later.Quote("btc-usd")!.AsOf);
        Assert.True(later.Floor.Take(Live(85_000m, 0)));
    }

    [Fact]
    public async Task Candles_of_many_savings_are_those_of_one()
    {
        await using var room = new TradingRoom();
        foreach (var (price, second) in new[] { (100.5m, 0), (99.25m, 20), (101.75m, 40), (100.1m, 59), (100.2m, 200) })
        {
            room.Clock.Advance(Start.AddSeconds(second) - room.Clock.GetUtcNow());
            Assert.True(room.Floor.Take(Live(price, second)));
            await room.Floor.SaveAsync(TradingRoom.Cancel);
        }

        Assert.Equal(
            [new Candle(Start, 100.5m, 101.75m, 99.25m, 100.1m), new Candle(Start.AddMinutes(3), 100.2m, 100.2m, 100.2m, 100.2m)],
            await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, Start, Start.AddMinutes(60), TradingRoom.Cancel));
        Assert.Equal(
            [new Candle(Start, 100.5m, 101.75m, 99.25m, 100.2m)], await room.Desk.CandlesAsync(Btc, CandleSpan.Hour, Start, Start.AddHours(1), TradingRoom.Cancel));
        Assert.Empty(await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, Start.AddMinutes(1), Start.AddMinutes(3), TradingRoom.Cancel));
        Assert.Single(await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, Start.AddTicks(1), Start.AddMinutes(4), TradingRoom.Cancel));
        Assert.Equal(2, (await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, TradingRoom.Cancel)).Count);
    }

    [Fact]
    public async Task High_and_low_are_compared_as_numbers_and_kept_to_the_last_digit()
    {
        await using var room = new TradingRoom();
        foreach (var (price, second) in new[] { (9.5m, 0), (10.00000000000000000001m, 1), (0.00000000000000001m, 2), (1m, 3) })
        {
            room.Clock.Advance(Start.AddSeconds(second) - room.Clock.GetUtcNow());
            room.Floor.Take(Live(price, second));
            await room.Floor.SaveAsync(TradingRoom.Cancel);
        }

        var candle = Assert.Single(await room.Desk.CandlesAsync(Btc, CandleSpan.Day, Start.AddDays(-1), Start.AddDays(1), TradingRoom.Cancel));
        Assert.Equal((10.00000000000000000001m, 0.00000000000000001m), (candle.High, candle.Low));
    }

    [Fact]
    public async Task What_could_not_be_saved_is_saved_the_next_time()
    {
        await using var room = new TradingRoom();
        room.Floor.Take(Live(100m, 0));
        using var hurried = new CancellationTokenSource();
        await hurried.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => room.Floor.SaveAsync(hurried.Token));
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        room.Floor.Take(Live(101m, 1));
        await room.Floor.SaveAsync(TradingRoom.Cancel);
        Assert.Equal(
            [new Candle(Start, 100m, 101m, 100m, 101m)], await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, Start, Start.AddMinutes(1), TradingRoom.Cancel));
    }

    [Fact]
    public async Task Old_candles_are_forgotten_by_their_length()
    {
        await using var room = new TradingRoom(new MarketsOptions { MinuteDays = 2, HourDays = 90 });
        room.Floor.Take(Live(100m, 0));
        await room.Floor.SaveAsync(TradingRoom.Cancel);
        async Task<(int Minutes, int Hours, int Days)> CountAsync()
        {
            await room.Floor.SaveAsync(TradingRoom.Cancel);
            var (from, until) = (Start.AddDays(-1), Start.AddDays(1));
            return ((await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, from, until, TradingRoom.Cancel)).Count,
                (await room.Desk.CandlesAsync(Btc, CandleSpan.Hour, from, until, TradingRoom.Cancel)).Count,
                (await room.Desk.CandlesAsync(Btc, CandleSpan.Day, from, until, TradingRoom.Cancel)).Count);
        }

        Assert.Equal((1, 1, 1), await CountAsync());
        room.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal((0, 1, 1), await CountAsync());
        room.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal((0, 0, 1), await CountAsync());
    }

    [Fact]
    public async Task Lines_are_hours_of_what_is_traded_and_days_of_what_is_fixed()
    {
        await using var room = new TradingRoom();
        for (var hour = 0; hour < 3; hour++)
        {
            room.Floor.Take(Live(100m + hour, hour * 3600));
            room.Clock.Advance(TimeSpan.FromHours(1));
        }

        var history = new[] { (16, 1.14m), (17, 1.15m), (18, 1.16m) }.Select(d => Day(Dollar, new(2026, 3, d.Item1), d.Item2)).Append(Day(Dollar, new(2025, 3, 1), 9m)).ToList();
        room.Floor.Take(room.Floor.Clients[0], new FixResult.Prices([Fix(1.16m, new(2026, 3, 18))], history, new Dictionary<InstrumentId, TradingSession>()));
        await room.Floor.SaveAsync(TradingRoom.Cancel);

        var desk = room.Desk;
        var lines = await desk.LinesAsync([Btc, Dollar, new("eth-usd")], TradingRoom.Cancel);
        Assert.Equal([100m, 101m, 102m], lines[Btc]);
        Assert.Equal([1.14m, 1.15m, 1.16m], lines[Dollar]);
        Assert.Empty(lines[new("eth-usd")]);

        room.Floor.Take(Live(103m, 3 * 3600));
        await room.Floor.SaveAsync(TradingRoom.Cancel);
        Assert.Equal(3, (await desk.LinesAsync([Btc], TradingRoom.Cancel))[Btc].Count);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(4, (await desk.LinesAsync([Btc], TradingRoom.Cancel))[Btc].Count);
    }

    [Fact]
    public async Task A_fix_without_its_history_is_measured_against_the_board_if_that_is_the_fix_before()
    {
        await using var room = new TradingRoom();
        var ecb = room.Floor.Clients[0];
        room.Floor.Take(ecb, new FixResult.Prices([Fix(1.15m, new(2026, 3, 16))], [], new Dictionary<InstrumentId, TradingSession>()));
        room.Floor.Take(ecb, new FixResult.Prices([Fix(1.16m, new(2026, 3, 17))], [], new Dictionary<InstrumentId, TradingSession>()));
        Assert.Equal(1.15m, room.Quote("eur-usd")!.Basis!.Price);
        var count = room.Board.Count;
        room.Floor.Take(ecb, new FixResult.Prices([Fix(1.16m, new(2026, 3, 17)) with { Received = Start.AddMinutes(9) }], [], new Dictionary<InstrumentId, TradingSession>()));
        Assert.Equal(1.15m, room.Quote("eur-usd")!.Basis!.Price);
        Assert.Equal(count, room.Board.Count);

        room.Clock.Advance(TimeSpan.FromDays(7));
        room.Floor.Take(ecb, new FixResult.Prices([Fix(1.20m, new(2026, 3, 24))], [], new Dictionary<InstrumentId, TradingSession>()));
        Assert.Null(room.Quote("eur-usd")!.Basis);
    }

    [Theory]
    [InlineData("BY", "usd-byn")]
    [InlineData("RU", "rub-byn")]
    [InlineData("UA", "uah-byn")]
    [InlineData("PL", "eur-pln")]
    [InlineData("CN", "eur-cny")]
    [InlineData("US", "eur-usd")]
    [InlineData("FR", "eur-usd")]
    [InlineData("HR", "eur-usd")]
    [InlineData("BG", "eur-usd")]
    [InlineData("CH", "eur-chf")]
    [InlineData("gb", "eur-gbp")]
    [InlineData("GE", null)]
    [InlineData("XX", null)]
    [InlineData("", null)]
    [InlineData("en-US", null)]
    public async Task A_country_has_the_pair_that_prices_its_money(string country, string? pair)
    {
        await using var room = new TradingRoom();
        Assert.Equal(pair, room.Desk.CurrencyOf(country)?.Id.Value);
    }

    [Fact]
    public async Task Without_the_bank_of_belarus_its_money_has_no_pair()
    {
        await using var room = new TradingRoom(new MarketsOptions { UseNbrb = false });
        Assert.Null(room.Desk.CurrencyOf("BY"));
        Assert.DoesNotContain(room.Board.Instruments, i => i.Unit == "BYN");
    }

    [Fact]
    public void Every_instrument_is_named_once_and_can_be_an_address()
    {
        Assert.Equal(InstrumentList.All.Count, InstrumentList.All.Select(i => i.Id).Distinct().Count());
        Assert.All(InstrumentList.All, i => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", i.Id.Value));
        Assert.Equal(InstrumentList.All.OrderBy(i => i.Group).ToList(), InstrumentList.All);
    }

    [Fact]
    public async Task Markets_are_saved_while_they_run_and_once_more_when_they_stop()
    {
        await using var kraken = await StreamDouble.StartAsync();
        var options = TradingRoom.Nothing();
        (options.UseKraken, options.KrakenAddress) = (true, kraken.Address);
        await using var room = new TradingRoom(options);
        kraken.Answer = _ => [Messages.KrakenTicker("BTC/USD", 85_000m, 1, Start)];
        await room.RunAsync();
        await TradingRoom.UntilAsync(() => room.Quote("btc-usd") is not null, "a price");
        await room.StopAsync();
        await room.ReopenAsync();
        Assert.Equal(85_000m, room.Quote("btc-usd")!.Price);
        Assert.Single(await room.Desk.CandlesAsync(Btc, CandleSpan.Minute, Start, Start.AddMinutes(1), TradingRoom.Cancel));
    }

    [Fact]
    public void The_newsroom_has_a_desk_for_markets()
    {
        var folder = Directory.CreateTempSubdirectory("globe-echo-test");
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([
                new("Archive:Folder", folder.FullName), new("Markets:UseCoinbase", "false"), new("Markets:UseYahoo", "true"), new("Markets:KrakenAddress", "ws://127.0.0.1:9/x"),
            ]).Build();
            using var services = new ServiceCollection().AddLogging().AddNewsroom(configuration).BuildServiceProvider();
            var desk = services.GetRequiredService<MarketsDesk>();
            Assert.Equal(["Kraken", "European Central Bank", "National Bank of Belarus", "US Treasury", "Yahoo"], desk.Sources.Select(s => s.Name));
            Assert.All(desk.Sources, s => Assert.Null(s.LastHeard));
            Assert.Equal(InstrumentList.All.Count, desk.Board.Instruments.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Quote Live(decimal price, int second) => new(Btc, price, null, QuoteKind.Live, Start.AddSeconds(second), Start.AddSeconds(second), "Kraken");

    private static Quote Fix(decimal price, DateOnly day) =>
        new(Dollar, price, null, QuoteKind.DailyFix, MarketHours.Ecb.PublishedAt(day), Start, "European Central Bank");

    private static SpanCandle Day(InstrumentId instrument, DateOnly day, decimal price) =>
        new(instrument, CandleSpan.Day, new Candle(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), price, price, price, price));
}
