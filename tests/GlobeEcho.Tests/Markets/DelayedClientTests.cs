using System.Text;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

/// <summary>The providers of the operator's choice. The room's clock begins on Wednesday, 18 March 2026, 12:00 UTC.</summary>
public sealed class DelayedClientTests
{
    private const string Key = "s3cret/k+y";
    private static readonly long Monday = new DateTimeOffset(2026, 3, 16, 13, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long Tuesday = Monday + 86_400;
    private static readonly long Wednesday = Tuesday + 86_400;

    [Fact]
    public void The_close_before_is_of_the_day_before_and_not_of_the_range()
    {
        var chart = Chart(Documents.Yahoo("^GSPC", "USD", "5620.5", Wednesday + 3600, (Wednesday, Wednesday + 23_400), (Monday, "5600.25"), (Tuesday, "5610.75"), (Wednesday, "5620.5")))!;
        Assert.Equal(new QuoteBasis(BasisKind.PreviousClose, 5610.75m, null), chart.Quote.Basis);
        Assert.Equal(9.75m, chart.Quote.Change);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Wednesday + 3600), chart.Quote.AsOf);
        Assert.Equal([5600.25m, 5610.75m], chart.History.Select(h => h.Candle.Close));
        Assert.Equal(new TradingSession(DateTimeOffset.FromUnixTimeSeconds(Wednesday), DateTimeOffset.FromUnixTimeSeconds(Wednesday + 23_400)), chart.Session);
    }

    [Fact]
    public void Nulls_are_gaps_and_no_zeros()
    {
        var chart = Chart(Documents.Yahoo("^GSPC", "USD", "5620.5", Wednesday + 3600, null, (Monday, "5600.25"), (Tuesday, "null"), (Wednesday, "null")))!;
        Assert.Equal(5600.25m, chart.Quote.Basis!.Price);
        Assert.All(chart.History, h => Assert.True(h.Candle.Low > 0));
        Assert.Null(Chart(Documents.Yahoo("^GSPC", "USD", "5620.5", Wednesday, null, (Wednesday, "5620.5")))!.Quote.Change);
    }

    [Theory]
    [InlineData("<html>Too many requests</html>")]
    [InlineData("""{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}}""")]
    [InlineData("""{"chart":{"result":[]}}""")]
    [InlineData("""{"chart":{"result":[{"meta":{"regularMarketPrice":null,"regularMarketTime":1773840000}}]}}""")]
    [InlineData("""{"chart":{"result":[{"meta":{"regularMarketPrice":0,"regularMarketTime":1773840000}}]}}""")]
    [InlineData("""{"chart":{"result":[{"meta":{"regularMarketPrice":5,"regularMarketTime":null}}]}}""")]
    public void A_chart_without_a_price_is_none(string text) => Assert.Null(Chart(text));

    [Fact]
    public void A_price_in_another_currency_is_not_taken_for_ours() =>
        Assert.Null(YahooClient.Parse(Encoding.UTF8.GetBytes(Documents.Yahoo("GC=F", "GBp", "2000", Tuesday, null, (Monday, "1999"))), new("gold"), TradingRoom.Start, "Yahoo"));

    [Fact]
    public async Task Yahoo_is_off_unless_the_operator_wants_it()
    {
        await using var room = new TradingRoom(new MarketsOptions());
        Assert.DoesNotContain(room.Board.Instruments, i => i.Group is InstrumentGroup.Indices or InstrumentGroup.Commodities or InstrumentGroup.Shares);
        Assert.DoesNotContain(room.Floor.Sources, s => s.Name is "Yahoo" or "Finnhub" or "Twelve Data");
    }

    [Fact]
    public async Task Yahoo_is_asked_as_ourselves_and_left_alone_when_it_has_enough()
    {
        await using var yahoo = await FixDouble.StartAsync();
        var options = TradingRoom.Nothing();
        (options.UseYahoo, options.YahooAddress) = (true, yahoo.At("/chart/"));
        await using var room = new TradingRoom(options);
        yahoo.Write("/chart/%5EGSPC", Documents.Yahoo("^GSPC", "USD", "5610.75", Tuesday + 23_400, (Tuesday, Tuesday + 23_400), (Monday, "5600.25"), (Tuesday, "5610.75")));
        yahoo.Fail("/chart/%5EIXIC", 429, retryAfter: 3600);
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("s-p-500") is not null, "an index");
        Assert.StartsWith("GlobeEcho/", yahoo.Agent, StringComparison.Ordinal);
        Assert.Equal(QuoteState.Closed, room.StateOf("s-p-500"));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Tuesday + 23_400), room.Floor.StateOf(room.Quote("s-p-500")!).Since);
        Assert.Equal(2, yahoo.Asked.Count);
        Assert.Contains("429", room.Source("Yahoo").Trouble, StringComparison.Ordinal);
        await room.RunClockUntilAsync(() => yahoo.Asked.Count > 2, "asked again", () => LeapAsync(room));
        Assert.True(room.Clock.GetUtcNow() - TradingRoom.Start >= TimeSpan.FromHours(1), "an hour later");
        Assert.Equal(5610.75m, room.Quote("s-p-500")!.Price);
    }

    [Fact]
    public async Task A_key_is_sent_and_nowhere_else_to_be_read()
    {
        await using var provider = await FixDouble.StartAsync();
        var options = TradingRoom.Nothing();
        (options.FinnhubKey, options.FinnhubAddress) = (Key, provider.At("/finnhub"));
        await using var room = new TradingRoom(options);
        provider.Write("/finnhub?symbol=AAPL", """{"c":212.5,"d":1.5,"dp":0.71,"h":213,"l":209.9,"o":211,"pc":211,"t":1773777600}""");
        provider.Fail("/finnhub?symbol=MSFT", 401);
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("aapl") is not null, "a share");
        Assert.Equal((212.5m, 1.5m), (room.Quote("aapl")!.Price, room.Quote("aapl")!.Change));
        Assert.Equal(QuoteState.Closed, room.StateOf("aapl"));
        Assert.Contains("token=" + Uri.EscapeDataString(Key), provider.Asked[0], StringComparison.Ordinal);

        await provider.DisposeAsync();
        await room.RunClockUntilAsync(
            () => room.Source("Finnhub").Trouble?.Contains("No connection", StringComparison.Ordinal) == true, "another trouble", () => LeapAsync(room));
        foreach (var text in room.Log.All.Append(room.Source("Finnhub").ToString()))
        {
            Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(Key), text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Zeros_of_a_symbol_finnhub_does_not_know_are_no_price() =>
        Assert.Null(FinnhubClient.Parse("""{"c":0,"d":null,"dp":null,"h":0,"l":0,"o":0,"pc":0,"t":0}"""u8.ToArray(), new("aapl"), TradingRoom.Start, "Finnhub"));

    [Fact]
    public void Twelve_data_answers_one_symbol_or_many()
    {
        const string Apple = """{"symbol":"AAPL","currency":"USD","timestamp":1773777600,"close":"212.50000","previous_close":"211.00000","high":"213","low":"209.9","is_market_open":false}""";
        var (one, none) = TwelveDataClient.Parse(Encoding.UTF8.GetBytes(Apple), TradingRoom.Start, "Twelve Data");
        Assert.Equal(1.5m, Assert.Single(one).Change);
        Assert.Null(none);
        var (many, trouble) = TwelveDataClient.Parse(
            Encoding.UTF8.GetBytes($$"""{"AAPL":{{Apple}},"MSFT":{"code":404,"message":"symbol MSFT not found","status":"error"} }"""), TradingRoom.Start, "Twelve Data");
        Assert.Single(many);
        Assert.Contains("MSFT not found", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_repeats_our_key_is_not_quoted_with_it()
    {
        await using var provider = await FixDouble.StartAsync();
        var options = TradingRoom.Nothing();
        (options.TwelveDataKey, options.TwelveDataAddress) = (Key, provider.At("/twelve"));
        await using var room = new TradingRoom(options);
        provider.Write("/twelve", $$"""{"code":401,"message":"apikey {{Key}} is wrong","status":"error"}""");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Source("Twelve Data").Trouble is not null, "trouble");
        Assert.Equal("It refused: apikey (key) is wrong", room.Source("Twelve Data").Trouble);
        Assert.DoesNotContain(room.Log.All, l => l.Contains(Key, StringComparison.Ordinal));
        Assert.Contains("symbol=AAPL,MSFT", provider.Asked[0], StringComparison.Ordinal);
    }

    private static YahooChart? Chart(string text) => YahooClient.Parse(Encoding.UTF8.GetBytes(text), new("s-p-500"), TradingRoom.Start, "Yahoo");

    private static Task LeapAsync(TradingRoom room)
    {
        room.Clock.Advance(TimeSpan.FromSeconds(29.5));
        return Task.CompletedTask;
    }
}
