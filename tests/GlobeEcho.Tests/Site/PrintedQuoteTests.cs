using GlobeEcho.Newsroom.Markets;
using GlobeEcho.Site;
using GlobeEcho.Site.Live;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Tests.Site;

public sealed class PrintedQuoteTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 24, 18, 40, 30, TimeSpan.Zero);
    private static readonly Instrument Bitcoin = new(new("btc-usd"), "BTC/USD", "Bitcoin in US dollars", InstrumentGroup.Crypto, "USD", 2, "BTC");
    private static readonly Instrument TenYears = new(new("us-10y"), "US 10Y", "US Treasury, 10 years", InstrumentGroup.Yields, "%", 2);

    [Theory]
    [InlineData("68512.3", "67308.2", "68,512.30", "+1,204.10", "+1.79 %", "▲", "up")]
    [InlineData("67308.2", "68512.3", "67,308.20", "−1,204.10", "−1.76 %", "▼", "down")]
    [InlineData("100", "100", "100.00", "0.00", "0.00 %", "", "flat")]
    [InlineData("100.001", "100", "100.00", "0.00", "0.00 %", "", "flat")]
    [InlineData("0.104", "0.1", "0.10", "0.00", "+4.00 %", "▲", "up")]
    [InlineData("-0.5", "-0.4", "−0.50", "−0.10", "−25.00 %", "▼", "down")]
    public void Numbers_have_grouping_and_a_true_minus_and_zero_has_no_sign(
        string price, string basis, string printed, string change, string percent, string arrow, string direction)
    {
        var quote = Print(Bitcoin, Quote(Bitcoin, price, QuoteKind.Live, new QuoteBasis(BasisKind.Day, Number(basis), null)));

        Assert.Equal((printed, change, percent, arrow, direction, "24 h"), (quote.Price, quote.Change, Plain(quote.Percent), quote.Arrow, quote.DirectionWord, Plain(quote.Basis)));
        Assert.Equal(Number(price), quote.Value);
    }

    [Fact]
    public void Without_a_basis_there_is_no_change_rather_than_one_of_zero()
    {
        var quote = Print(Bitcoin, Quote(Bitcoin, "68512.3", QuoteKind.Live, null));

        Assert.Equal((null, null, null, Direction.None, ""), (quote.Change, quote.Percent, quote.Basis, quote.Direction, quote.Arrow));
    }

    [Fact]
    public void Yield_changes_by_percentage_points()
    {
        var quote = Print(TenYears, Quote(TenYears, "4.47", QuoteKind.DailyFix, new QuoteBasis(BasisKind.PreviousFix, 4.44m, null)), QuoteState.DailyFix);

        Assert.Equal(("4.47", "+0.03 pp", null, "since previous fix"), (quote.Price, Plain(quote.Change), quote.Percent, quote.Basis));
    }

    [Fact]
    public void Chip_says_how_far_the_price_can_be_relied_on()
    {
        var late = Quote(Bitcoin, "1", QuoteKind.Delayed, null) with { AsOf = Now.AddMinutes(-15), Received = Now };
        var fix = Quote(TenYears, "4.47", QuoteKind.DailyFix, null);

        Assert.Equal("Live", Print(Bitcoin, Quote(Bitcoin, "1", QuoteKind.Live, null)).Chip);
        Assert.Equal("Delayed 15 min", Plain(Print(Bitcoin, late, QuoteState.Delayed).Chip));
        Assert.Equal("Delayed", Print(Bitcoin, late with { Received = late.AsOf }, QuoteState.Delayed).Chip);
        Assert.Equal("Daily fix 24 May", Print(TenYears, fix, QuoteState.DailyFix).Chip);
        Assert.Equal("Daily fix 29 Dec 2023", Print(TenYears, fix with { AsOf = new(2023, 12, 29, 15, 0, 0, TimeSpan.Zero) }, QuoteState.DailyFix).Chip);
        Assert.Equal("Closed", Print(Bitcoin, late, QuoteState.Closed, Now).Chip);
        Assert.Equal("Stale since 18:10", Print(Bitcoin, late, QuoteState.Stale, Now.AddMinutes(-30)).Chip);
        Assert.Equal("Stale since 23 May 18:40", Print(Bitcoin, late, QuoteState.Stale, Now.AddDays(-1)).Chip);
    }

    [Fact]
    public void Times_are_the_papers_and_the_day_of_a_fix_is_its_makers()
    {
        var traded = Print(Bitcoin, Quote(Bitcoin, "1", QuoteKind.Live, null), zone: "Asia/Tokyo");
        var fix = Print(TenYears, Quote(TenYears, "1", QuoteKind.DailyFix, null), QuoteState.DailyFix, zone: "Asia/Tokyo");

        Assert.Equal(("03:40", "2024-05-24T18:40:29Z"), (traded.AsOf, traded.MadeWord));
        Assert.Equal("24 May", fix.AsOf);
    }

    private static PrintedQuote Print(Instrument instrument, Quote quote, QuoteState state = QuoteState.Live, DateTimeOffset? since = null, string zone = "UTC") =>
        PrintedQuote.Of(instrument, quote, state, since, Now, new PaperTime(TimeProvider.System, Options.Create(new SiteOptions { TimeZone = zone })));

    private static Quote Quote(Instrument instrument, string price, QuoteKind kind, QuoteBasis? basis) =>
        new(instrument.Id, Number(price), basis, kind, Now.AddMilliseconds(-400), Now, "Kraken");

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Spaces that do not break, as spaces that do: easier to read above.</summary>
    private static string? Plain(string? text) => text?.Replace('\u00A0', ' ');
}
