using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = TradingRoom.Start;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    [Fact]
    public void Live_is_stale_after_half_a_minute_without_a_word()
    {
        var quote = Quote(QuoteKind.Live, Now.AddMinutes(-10), Now.AddMinutes(-10));
        Assert.Equal((QuoteState.Live, null), Of(quote, heard: Now.AddSeconds(-30)));
        Assert.Equal((QuoteState.Stale, Now.AddSeconds(-31)), Of(quote, heard: Now.AddSeconds(-31)));
    }

    [Fact]
    public void After_a_restart_a_live_price_is_as_old_as_it_is() =>
        Assert.Equal((QuoteState.Stale, Now.AddHours(-9)), Of(Quote(QuoteKind.Live, Now.AddHours(-9), Now.AddHours(-9)), heard: null));

    [Fact]
    public void A_pair_nobody_trades_for_an_hour_is_stale_though_its_exchange_is_there() =>
        Assert.Equal((QuoteState.Stale, Now.AddMinutes(-61)), Of(Quote(QuoteKind.Live, Now.AddMinutes(-61), Now.AddMinutes(-61)), heard: Now));

    [Fact]
    public void A_fix_is_good_until_the_next_one_is_overdue()
    {
        // The Thursday before Easter 2026 holds over the four days without a fix, and four hours of grace.
        var fix = Quote(QuoteKind.DailyFix, new(2026, 4, 2, 14, 0, 0, TimeSpan.Zero), Now);
        var late = new DateTimeOffset(2026, 4, 7, 18, 0, 0, TimeSpan.Zero);
        Assert.Equal((QuoteState.DailyFix, null), Freshness.Of(fix, null, MarketHours.Ecb, null, Every, late));
        Assert.Equal((QuoteState.Stale, late), Freshness.Of(fix, null, MarketHours.Ecb, null, Every, late.AddSeconds(1)));
    }

    [Fact]
    public void A_delayed_price_is_closed_when_its_session_is_over()
    {
        var session = new TradingSession(Now.AddHours(-7), Now.AddHours(-1));
        Assert.Equal((QuoteState.Closed, session.End), Of(Quote(QuoteKind.Delayed, session.End, Now), session: session));
        Assert.Equal((QuoteState.Closed, Now.AddHours(-16)), Of(Quote(QuoteKind.Delayed, Now.AddHours(-16), Now), session: new TradingSession(Now.AddHours(1), Now.AddHours(8))));
    }

    [Fact]
    public void A_delayed_price_is_stale_after_three_questions_without_an_answer()
    {
        var session = new TradingSession(Now.AddHours(-3), Now.AddHours(4));
        Assert.Equal((QuoteState.Delayed, null), Of(Quote(QuoteKind.Delayed, Now.AddMinutes(-50), Now.AddMinutes(-45)), session: session));
        Assert.Equal((QuoteState.Stale, Now.AddMinutes(-46)), Of(Quote(QuoteKind.Delayed, Now.AddMinutes(-60), Now.AddMinutes(-46)), session: session));
    }

    [Fact]
    public void A_price_that_stands_still_in_an_open_session_is_stale()
    {
        var session = new TradingSession(Now.AddHours(-3), Now.AddHours(4));
        Assert.Equal((QuoteState.Stale, session.Start), Of(Quote(QuoteKind.Delayed, Now.AddHours(-20), Now), session: session));
        var opened = new TradingSession(Now.AddMinutes(-20), Now.AddHours(6));
        Assert.Equal((QuoteState.Delayed, null), Of(Quote(QuoteKind.Delayed, Now.AddHours(-20), Now), session: opened));
    }

    [Fact]
    public void A_client_is_asked_soon_after_the_next_fix_and_then_more_and_more_seldom()
    {
        var made = MarketHours.Ecb.PublishedAt(new DateOnly(2026, 3, 17));
        var due = MarketHours.Ecb.PublishedAt(new DateOnly(2026, 3, 18)).AddMinutes(2);
        Assert.Equal(due, FixSchedule.Next(MarketHours.Ecb, made, null, Every, due.AddHours(-3)));
        Assert.Equal(due.AddHours(-14), FixSchedule.Next(MarketHours.Ecb, made, null, Every, due.AddHours(-20)));
        Assert.Equal(due.AddMinutes(11), FixSchedule.Next(MarketHours.Ecb, made, null, Every, due.AddMinutes(1)));
        Assert.Equal(due.AddMinutes(91), FixSchedule.Next(MarketHours.Ecb, made, null, Every, due.AddMinutes(61)));
        Assert.Equal(due.AddHours(10), FixSchedule.Next(MarketHours.Ecb, made, null, Every, due.AddHours(8)));
        Assert.Equal(due.AddMinutes(40), FixSchedule.Next(MarketHours.Ecb, made, due.AddMinutes(40), Every, due.AddMinutes(1)));
        Assert.Equal(Now + Every, FixSchedule.Next(null, made, null, Every, Now));
    }

    [Theory]
    [InlineData(1, null, 30, 60)]
    [InlineData(4, null, 240, 480)]
    [InlineData(50, null, 1800, 3600)]
    [InlineData(1, 7200, 7200, 7200)]
    [InlineData(1, 999_999, 86_400, 86_400)]
    public void Failures_are_answered_with_patience(int failures, int? retryAfter, int least, int most)
    {
        TimeSpan? asked = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        Assert.Equal(Now.AddSeconds(least), FixSchedule.Failed(failures, asked, 0, Now));
        Assert.Equal(Now.AddSeconds(most), FixSchedule.Failed(failures, asked, 1, Now));
    }

    private static (QuoteState State, DateTimeOffset? Since) Of(Quote quote, DateTimeOffset? heard = null, TradingSession? session = null) =>
        Freshness.Of(quote, heard, null, session, Every, Now);

    private static Quote Quote(QuoteKind kind, DateTimeOffset made, DateTimeOffset received) => new(new("x"), 1, null, kind, made, received, "Maker");
}
