using System.Text;
using GlobeEcho.Newsroom.Markets;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests.Markets;

public sealed class StreamParserTests
{
    private static readonly DateTimeOffset Now = TradingRoom.Start;
    private static readonly KrakenStream Kraken = new(Options.Create(new MarketsOptions()));
    private static readonly CoinbaseStream Coinbase = new(Options.Create(new MarketsOptions()));

    [Fact]
    public void Kraken_ticker_is_read_to_the_last_digit()
    {
        var message = """
            {"channel":"ticker","type":"update","data":[{"symbol":"DOGE/USD","bid":0.12345678,"bid_qty":100.5,"ask":0.1234569,"ask_qty":7,"last":0.1234567890123,
            "volume":1e3,"vwap":0.12,"low":0.1,"high":0.13,"change":-0.0000000000877,"change_pct":-0.01,"trades":12,"timestamp":"2026-03-18T11:59:58.123456Z"}]}
            """;
        var quote = Assert.IsType<StreamNote.Priced>(Assert.Single(Read(Kraken, message))).Quote;
        Assert.Equal(0.1234567890123m, quote.Price);
        Assert.Equal(0.12345678m, quote.Bid);
        Assert.Equal(0.1234569m, quote.Ask);
        Assert.Equal(0.1234567891000m, quote.Basis!.Price);
        Assert.Equal(-0.0000000000877m, quote.Change);
        Assert.Equal(new DateTimeOffset(2026, 3, 18, 11, 59, 58, 123, 456, TimeSpan.Zero), quote.AsOf);
        Assert.Equal(Now, quote.Received);
    }

    [Fact]
    public void Kraken_ticker_without_a_time_is_of_the_moment_it_came() =>
        Assert.Equal(Now, Quote(Kraken, """{"channel":"ticker","type":"snapshot","data":[{"symbol":"BTC/USD","last":85000}]}""").AsOf);

    [Fact]
    public void A_change_that_is_not_sent_is_no_change_of_zero()
    {
        var quote = Quote(Kraken, """{"channel":"ticker","type":"snapshot","data":[{"symbol":"BTC/USD","last":85000,"change":null}]}""");
        Assert.Null(quote.Basis);
        Assert.Null(quote.Change);
        Assert.Null(Quote(Coinbase, """{"type":"ticker","product_id":"BTC-USD","price":"85000","open_24h":"0"}""").ChangePercent);
    }

    [Fact]
    public void Numbers_may_come_as_strings_and_strings_as_numbers()
    {
        var kraken = Quote(Kraken, """{"channel":"ticker","type":"update","data":[{"symbol":"BTC/USD","last":"85000.10","change":"12.5"}]}""");
        Assert.Equal((85_000.10m, 12.5m), (kraken.Price, kraken.Change));
        var coinbase = Quote(Coinbase, """{"type":"ticker","sequence":"77","product_id":"BTC-USD","price":85000.1,"open_24h":84000,"time":"2026-03-18T11:00:00Z"}""");
        Assert.Equal((85_000.1m, 1000.1m), (coinbase.Price, coinbase.Change));
    }

    [Theory]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":null}]}""")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD"}]}""")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":0}]}""")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":-5}]}""")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":[85000]}]}""")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":"NaN"}]}""")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":1e400}]}""")]
    [InlineData("""{"channel":"ticker","data":"BTC/USD"}""")]
    [InlineData("<html><body>Down for maintenance</body></html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1,2,3]")]
    [InlineData("\"ticker\"")]
    [InlineData("""{"channel":"ticker","data":[{"symbol":"BTC/USD","last":85000""")]
    public void A_message_without_a_price_is_odd_and_no_price(string message) =>
        Assert.All(Read(Kraken, message), n => Assert.IsType<StreamNote.Odd>(n));

    [Theory]
    [InlineData("""{"type":"ticker","product_id":"BTC-USD","price":null}""")]
    [InlineData("""{"type":"ticker","product_id":"BTC-USD","price":""}""")]
    [InlineData("""{"type":"ticker","product_id":"BTC-USD","price":"0.00"}""")]
    [InlineData("<!doctype html><title>Just a moment</title>")]
    [InlineData("{")]
    public void Coinbase_has_its_odd_messages_too(string message) => Assert.IsType<StreamNote.Odd>(Assert.Single(Read(Coinbase, message)));

    [Theory]
    [InlineData("""{"channel":"heartbeat"}""")]
    [InlineData("""{"channel":"something new","type":"update","data":[{"symbol":"BTC/USD","last":1}]}""")]
    [InlineData("""{"channel":"ticker","type":"update","data":[{"symbol":"WIF/USD","last":1}]}""")]
    [InlineData("""{"channel":"ticker","type":"update","data":[]}""")]
    [InlineData(Messages.KrakenStatus)]
    public void What_is_no_price_of_ours_is_a_sign_of_life(string message) => Assert.IsType<StreamNote.Alive>(Assert.Single(Read(Kraken, message)));

    [Fact]
    public void One_message_may_hold_several_tickers()
    {
        var notes = Read(Kraken, """{"channel":"ticker","type":"snapshot","data":[{"symbol":"BTC/USD","last":85000},{"symbol":"ETH/USD","last":null},{"symbol":"BTC/EUR","last":78000}]}""");
        Assert.Collection(
            notes,
            n => Assert.Equal("btc-usd", Assert.IsType<StreamNote.Priced>(n).Quote.Instrument.Value),
            n => Assert.IsType<StreamNote.Odd>(n),
            n => Assert.Equal("btc-eur", Assert.IsType<StreamNote.Priced>(n).Quote.Instrument.Value));
    }

    [Fact]
    public void Kraken_answers_each_symbol_on_its_own()
    {
        Assert.Equal(new StreamNote.Accepted(new("btc-usd")), Assert.Single(Read(Kraken, Messages.KrakenAccepted("BTC/USD"))));
        var refused = Assert.IsType<StreamNote.Refused>(Assert.Single(Read(Kraken, Messages.KrakenRefused("DOT/USD"))));
        Assert.Equal("dot-usd", refused.Instrument?.Value);
        Assert.Contains("Currency pair not supported DOT/USD", refused.Reason, StringComparison.Ordinal);
        var nameless = Assert.IsType<StreamNote.Refused>(Assert.Single(Read(Kraken, """{"error":"Malformed request","method":"error"}""")));
        Assert.Null(nameless.Instrument);
    }

    [Fact]
    public void An_exchange_that_is_not_trading_says_so()
    {
        var note = Assert.Single(Read(Kraken, """{"channel":"status","type":"update","data":[{"system":"maintenance"}]}"""));
        Assert.Contains("maintenance", Assert.IsType<StreamNote.Refused>(note).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Coinbase_acknowledges_under_another_name_and_is_understood() =>
        Assert.Equal(
            [new StreamNote.Accepted(new("btc-usd")), new StreamNote.Accepted(new("eth-eur"))],
            Read(Coinbase, Messages.CoinbaseAccepted("BTC-USD", "ETH-EUR")));

    [Fact]
    public void Coinbase_ticker_has_its_basis_and_its_count()
    {
        var priced = Assert.IsType<StreamNote.Priced>(Assert.Single(Read(Coinbase, Messages.CoinbaseTicker("BTC-USD", 85_000.12m, 84_000m, 9_000_000_001, Now))));
        Assert.Equal(9_000_000_001, priced.Sequence);
        Assert.Equal(1_000.12m, priced.Quote.Change);
        Assert.Equal(BasisKind.Day, priced.Quote.Basis!.Kind);
        Assert.Equal("Coinbase", priced.Quote.Maker);
    }

    [Theory]
    [InlineData("""{"type":"error","message":"Failed to subscribe","reason":"DOT-USD is not a valid product"}""", "dot-usd")]
    [InlineData("""{"type":"error","message":"Failed to subscribe","reason":"Invalid product ID provided"}""", null)]
    public void Coinbase_refusal_names_the_product_if_it_says_it(string message, string? instrument) =>
        Assert.Equal(instrument, Assert.IsType<StreamNote.Refused>(Assert.Single(Read(Coinbase, message))).Instrument?.Value);

    [Fact]
    public void A_refusal_in_many_lines_becomes_one_short_one()
    {
        var refused = Assert.IsType<StreamNote.Refused>(Assert.Single(Read(Kraken, $$"""{"success":false,"error":"a\r\nb\u0000 {{new string('x', 5000)}}"}""")));
        Assert.DoesNotContain('\n', refused.Reason);
        Assert.True(refused.Reason.Length < 300, refused.Reason);
    }

    [Fact]
    public void Both_ask_for_every_instrument_they_have()
    {
        Assert.Contains("\"SOL/USD\"", Assert.Single(Kraken.Ask(Kraken.Instruments)), StringComparison.Ordinal);
        var asked = Assert.Single(Coinbase.Ask([new InstrumentId("btc-usd")]));
        Assert.Equal("""{"type":"subscribe","product_ids":["BTC-USD"],"channels":["ticker_batch","heartbeat"]}""", asked);
        Assert.All(Kraken.Instruments.Concat(Coinbase.Instruments), i => Assert.Contains(InstrumentList.All, known => known.Id == i));
    }

    private static IReadOnlyList<StreamNote> Read(IQuoteStream stream, string message) => stream.Read(Encoding.UTF8.GetBytes(message), Now);

    private static Quote Quote(IQuoteStream stream, string message) => Assert.IsType<StreamNote.Priced>(Assert.Single(Read(stream, message))).Quote;
}
