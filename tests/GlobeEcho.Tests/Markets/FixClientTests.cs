using System.Text;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

/// <summary>What the banks publish, asked over HTTP from doubles that misbehave. The room's clock begins on Wednesday, 18 March 2026, 12:00 UTC.</summary>
public sealed class FixClientTests
{
    private static readonly string Past = Documents.Ecb(("2026-03-17", "USD=1.1512 JPY=171.25 PLN=4.2810"), ("2026-03-16", "USD=1.1490 JPY=170.00 PLN=4.2900"));

    [Fact]
    public async Task Ecb_rates_have_the_fix_before_as_their_basis()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Ecb(bank);
        bank.Write("/hist", Past, "text/xml");
        bank.Write("/daily", Documents.Ecb(("2026-03-17", "USD=1.1512 JPY=171.25 PLN=4.2810")), "text/xml");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("eur-usd") is not null, "a rate");

        var quote = room.Quote("eur-usd")!;
        Assert.Equal(1.1512m, quote.Price);
        Assert.Equal(new QuoteBasis(BasisKind.PreviousFix, 1.1490m, MarketHours.Ecb.PublishedAt(new(2026, 3, 16))), quote.Basis);
        Assert.Equal(MarketHours.Ecb.PublishedAt(new(2026, 3, 17)), quote.AsOf);
        Assert.Equal(QuoteState.DailyFix, room.StateOf("eur-usd"));
        Assert.Null(room.Quote("eur-gbp"));
        Assert.Null(room.Source("European Central Bank").Trouble);

        bank.Write("/daily", Documents.Ecb(("2026-03-18", "USD=1.1600 JPY=171.00 PLN=4.2700")), "text/xml");
        await room.RunClockUntilAsync(() => room.Quote("eur-usd")!.Price == 1.16m, "the next fix", () => LeapAsync(room));
        Assert.Equal(1.1512m, room.Quote("eur-usd")!.Basis!.Price);
        Assert.InRange(room.Clock.GetUtcNow(), MarketHours.Ecb.PublishedAt(new(2026, 3, 18)), MarketHours.Ecb.PublishedAt(new(2026, 3, 18)).AddHours(3));
        Assert.True(bank.Conditional > 0, "the unchanged file was asked for with its validator");
        Assert.Single(bank.Asked, "/hist");
    }

    [Fact]
    public async Task A_currency_that_is_missing_one_day_keeps_its_last_rate()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Ecb(bank);
        bank.Write("/hist", Past, "text/xml");
        bank.Write("/daily", Documents.Ecb(("2026-03-18", "USD=1.1600 JPY=N/A PLN=0")), "text/xml");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("eur-usd")?.Price == 1.16m, "a rate");
        Assert.Equal(171.25m, room.Quote("eur-jpy")!.Price);
        Assert.Equal(4.2810m, room.Quote("eur-pln")!.Price);
        room.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(QuoteState.DailyFix, room.StateOf("eur-usd"));
        Assert.Equal(QuoteState.Stale, room.StateOf("eur-jpy"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task A_bank_that_does_not_answer_costs_no_price_and_is_asked_again(int status)
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Ecb(bank);
        bank.Write("/hist", Past, "text/xml");
        bank.Write("/daily", Documents.Ecb(("2026-03-17", "USD=1.1512 JPY=171.25 PLN=4.2810")), "text/xml");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("eur-usd") is not null, "a rate");

        if (status == 200)
            bank.Write("/daily", "<!doctype html><title>Please prove that you are human</title>", "text/html");
        else
            bank.Fail("/daily", status, retryAfter: status == 429 ? 5400 : null);
        await room.RunClockUntilAsync(() => room.Source("European Central Bank").Trouble is not null, "trouble", () => LeapAsync(room));
        var failed = room.Clock.GetUtcNow();
        Assert.Equal(1.1512m, room.Quote("eur-usd")!.Price);
        Assert.Contains(status == 200 ? "no list of rates" : $"answered {status}", room.Source("European Central Bank").Trouble, StringComparison.Ordinal);

        bank.Write("/daily", Documents.Ecb(("2026-03-18", "USD=1.1600")), "text/xml");
        await room.RunClockUntilAsync(() => room.Quote("eur-usd")!.Price == 1.16m, "the next fix", () => LeapAsync(room));
        Assert.Null(room.Source("European Central Bank").Trouble);
        if (status == 429)
            Assert.True(room.Clock.GetUtcNow() - failed >= TimeSpan.FromSeconds(5300), "it was left alone as long as it asked");
    }

    [Fact]
    public async Task Without_its_history_a_rate_has_no_basis_rather_than_a_wrong_one()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Ecb(bank);
        bank.Fail("/hist", 500);
        bank.Write("/daily", Documents.Ecb(("2026-03-17", "USD=1.1512")), "text/xml");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("eur-usd") is not null, "a rate");
        Assert.Null(room.Quote("eur-usd")!.Change);
        Assert.Contains("days before are missing", room.Source("European Central Bank").Trouble, StringComparison.Ordinal);

        bank.Write("/hist", Past, "text/xml");
        await room.RunClockUntilAsync(() => room.Quote("eur-usd")!.Basis is not null, "a basis", () => LeapAsync(room));
        Assert.Equal(1.1490m, room.Quote("eur-usd")!.Basis!.Price);
        Assert.Null(room.Source("European Central Bank").Trouble);
    }

    [Fact]
    public async Task A_bank_that_never_answers_keeps_nobody_waiting()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Ecb(bank, patience: 30);
        bank.Write("/hist", Past, "text/xml");
        bank.Fail("/daily", FixDouble.Never);
        room.Ask(room.Floor.Clients[0]);
        await room.RunClockUntilAsync(() => room.Quote("eur-usd") is not null, "the rates of the days before");
        Assert.Equal(1.1512m, room.Quote("eur-usd")!.Price);
        Assert.Contains("within 30 seconds", room.Source("European Central Bank").Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<Envelope><Cube><Cube time='2026-03-17'><Cube currency='USD' rate='1.1'/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"x\">]><a>&b;</a>")]
    [InlineData("<a><Cube time='2026-03-17'><Cube currency='USD' rate='-1'/><Cube currency='JPY' rate='1,5'/></Cube></a>")]
    public void What_is_no_list_of_rates_is_none(string text) => Assert.Null(EcbClient.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task Belarusian_rates_are_for_as_many_units_as_the_bank_says()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Nbrb(bank);
        bank.Write("/rates?periodicity=0", Documents.NbrbList("2026-03-18", ("USD", 431, 1, "2.9512"), ("RUB", 456, 100, "3.6049"), ("KZT", 459, 1000, "6.01"), ("XDR", 468, 1, "4.1")));
        bank.Write("/rates/dynamics/431", Documents.NbrbHistory(431, ("2026-03-17", "2.9400"), ("2026-03-18", "2.9512")));
        bank.Write("/rates/dynamics/456", Documents.NbrbHistory(456, ("2026-03-17", "3.6100"), ("2026-03-18", "3.6049")));
        bank.Write("/rates/dynamics/459", Documents.NbrbHistory(459, ("2026-03-17", "6.00"), ("2026-03-18", "6.01")));
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("rub-byn") is not null, "a rate");

        Assert.Equal((3.6049m, 3.6100m), (room.Quote("rub-byn")!.Price, room.Quote("rub-byn")!.Basis!.Price));
        Assert.Equal(100, room.Board.Instrument(new("rub-byn"))!.Scale);
        Assert.Equal(2.9512m, room.Quote("usd-byn")!.Price);
        Assert.Equal(new DateTimeOffset(2026, 3, 18, 0, 0, 0, TimeSpan.Zero), room.Quote("usd-byn")!.AsOf);
        Assert.Equal(QuoteState.DailyFix, room.StateOf("usd-byn"));
        Assert.Contains("/rates/dynamics/431?startDate=2026-01-17&endDate=2026-03-18", bank.Asked);
    }

    [Fact]
    public void A_bank_that_prices_other_amounts_is_converted()
    {
        var rates = NbrbClient.ParseList(Encoding.UTF8.GetBytes(Documents.NbrbList("2026-03-18", ("RUB", 456, 1, "0.036049"), ("PLN", 452, 10, "8.0251"))))!;
        Assert.Equal([3.604900m, 8.0251m], rates.Select(r => r.Price));
        var day = Assert.Single(NbrbClient.ParseHistory(Encoding.UTF8.GetBytes(Documents.NbrbHistory(456, ("2026-03-17", "0.0361"))), rates[0])!);
        Assert.Equal(3.61m, day.Prices[new("rub-byn")]);
    }

    [Fact]
    public async Task On_a_monday_the_change_is_of_saturdays_rate_and_no_zero()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Nbrb(bank);
        room.Clock.Advance(TimeSpan.FromDays(5));
        bank.Write("/rates?periodicity=0", Documents.NbrbList("2026-03-23", ("USD", 431, 1, "2.9600")));
        bank.Write("/rates/dynamics/431", Documents.NbrbHistory(
            431, ("2026-03-19", "2.95"), ("2026-03-20", "2.9550"), ("2026-03-21", "2.9600"), ("2026-03-22", "2.9600"), ("2026-03-23", "2.9600")));
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("usd-byn") is not null, "a rate");
        var quote = room.Quote("usd-byn")!;
        Assert.Equal(0.0050m, quote.Change);
        Assert.Equal(new DateTimeOffset(2026, 3, 21, 0, 0, 0, TimeSpan.Zero), quote.AsOf);
    }

    [Theory]
    [InlineData("""[{"Cur_ID":431,"Date":"2026-03-18T00:00:00","Cur_Abbreviation":"USD","Cur_Scale":0,"Cur_OfficialRate":2.9}]""")]
    [InlineData("""[{"Cur_ID":431,"Date":"2026-03-18T00:00:00","Cur_Abbreviation":"USD","Cur_Scale":1,"Cur_OfficialRate":null}]""")]
    [InlineData("""[{"Cur_ID":431,"Date":"","Cur_Abbreviation":"USD","Cur_Scale":1,"Cur_OfficialRate":2.9}]""")]
    [InlineData("""["USD",3,null]""")]
    public void A_rate_with_a_gap_is_left_out(string text) => Assert.Empty(NbrbClient.ParseList(Encoding.UTF8.GetBytes(text))!);

    [Fact]
    public async Task Treasury_yields_of_the_first_of_a_month_are_measured_against_the_month_before()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Treasury(bank);
        room.Clock.Advance(TimeSpan.FromDays(14.5));
        bank.Write("/yields?data=curve&field_tdr_date_value_month=202603", Documents.Treasury(("2026-03-30", "3.50", "4.70"), ("2026-03-31", "3.52", "4.75")), "text/xml");
        bank.Write("/yields?data=curve&field_tdr_date_value_month=202604", Documents.Treasury(("2026-04-01", "3.55", "4.71")), "text/xml");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("us-2y") is not null, "a yield");
        Assert.Equal((3.55m, 0.03m), (room.Quote("us-2y")!.Price, room.Quote("us-2y")!.Change));
        Assert.Equal((4.71m, -0.04m), (room.Quote("us-30y")!.Price, room.Quote("us-30y")!.Change));
        Assert.Null(room.Quote("us-10y"));
        Assert.Equal(BasisKind.PreviousFix, room.Quote("us-2y")!.Basis!.Kind);
    }

    [Fact]
    public async Task A_month_that_has_just_begun_has_the_yields_of_the_last()
    {
        await using var bank = await FixDouble.StartAsync();
        await using var room = Treasury(bank);
        room.Clock.Advance(TimeSpan.FromDays(14));
        bank.Write("/yields?data=curve&field_tdr_date_value_month=202603", Documents.Treasury(("2026-03-30", "3.50", "4.70"), ("2026-03-31", "3.52", "4.75")), "text/xml");
        bank.Write("/yields?data=curve&field_tdr_date_value_month=202604", Documents.Treasury(), "text/xml");
        room.Ask(room.Floor.Clients[0]);
        await TradingRoom.UntilAsync(() => room.Quote("us-2y") is not null, "a yield");
        Assert.Equal(3.52m, room.Quote("us-2y")!.Price);
        Assert.Null(room.Source("US Treasury").Trouble);
    }

    [Fact]
    public void Yields_are_found_in_any_wrapper_and_a_zero_is_a_gap()
    {
        var plain = Documents.Treasury(("2026-03-30", "3.50", "0"), ("2026-03-31", "", "-0.05"));
        foreach (var text in (string[])[plain, $"<html><pre>{System.Net.WebUtility.HtmlEncode(plain)}</pre></html>", plain.Replace("<pre>", "<feed>", StringComparison.Ordinal)])
        {
            var days = TreasuryClient.Parse(Encoding.UTF8.GetBytes(text));
            Assert.Collection(
                days,
                d => Assert.Equal([KeyValuePair.Create(new InstrumentId("us-2y"), 3.50m)], d.Prices),
                d => Assert.Equal([KeyValuePair.Create(new InstrumentId("us-30y"), -0.05m)], d.Prices));
        }

        Assert.Empty(TreasuryClient.Parse(Encoding.UTF8.GetBytes("<html>" + new string('<', 100_000) + "<d:" + new string('a', 1_000_000))));
    }

    private static TradingRoom Ecb(FixDouble bank, double patience = 1_000_000)
    {
        var options = TradingRoom.Nothing();
        (options.UseEcb, options.EcbAddress, options.EcbHistoryAddress) = (true, bank.At("/daily"), bank.At("/hist"));
        return new TradingRoom(options, patience);
    }

    private static TradingRoom Nbrb(FixDouble bank)
    {
        var options = TradingRoom.Nothing();
        (options.UseNbrb, options.NbrbAddress) = (true, bank.At("/rates"));
        return new TradingRoom(options);
    }

    private static TradingRoom Treasury(FixDouble bank)
    {
        var options = TradingRoom.Nothing();
        (options.UseTreasury, options.TreasuryAddress) = (true, bank.At("/yields?data=curve"));
        return new TradingRoom(options);
    }

    /// <summary>Fixes are a matter of hours: the clock runs in larger steps.</summary>
    private static Task LeapAsync(TradingRoom room)
    {
        room.Clock.Advance(TimeSpan.FromSeconds(29.5));
        return Task.CompletedTask;
    }
}
