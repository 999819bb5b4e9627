using System.Globalization;
using CsCheck;
using GlobeEcho.Newsroom.Markets;

namespace GlobeEcho.Tests.Markets;

public sealed class MarketHoursTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 365 * 60].Select(d => new DateOnly(2002, 1, 1).AddDays(d));
    private static readonly MarketHours[] All = [MarketHours.Ecb, MarketHours.Nbrb, MarketHours.UsTreasury];
    private static readonly Gen<MarketHours> Hours = Gen.Int[0, 2].Select(i => All[i]);

    [Theory]
    [InlineData("2024-03-29")] // Good Friday
    [InlineData("2024-04-01")] // Easter Monday
    [InlineData("2025-04-18")]
    [InlineData("2025-04-21")]
    [InlineData("2026-04-03")]
    [InlineData("2026-04-06")]
    [InlineData("2038-04-26")] // the latest Easter Monday there is
    [InlineData("2026-05-01")]
    [InlineData("2024-12-26")]
    [InlineData("2026-03-21")] // a Saturday
    public void The_ecb_fixes_nothing_on_a_closing_day_of_target(string day) => Assert.False(MarketHours.Ecb.IsFixDay(Day(day)));

    [Theory]
    [InlineData("2024-05-24")]
    [InlineData("2024-05-20")] // Whit Monday is none
    [InlineData("2026-04-02")]
    [InlineData("2026-12-24")]
    public void The_ecb_fixes_on_every_other_day(string day) => Assert.True(MarketHours.Ecb.IsFixDay(Day(day)));

    [Theory]
    [InlineData("2026-01-19")] // Martin Luther King
    [InlineData("2026-02-16")]
    [InlineData("2026-05-25")]
    [InlineData("2026-06-19")]
    [InlineData("2026-07-03")] // Independence Day falls on a Saturday
    [InlineData("2027-07-05")] // and here on a Sunday
    [InlineData("2026-09-07")]
    [InlineData("2026-10-12")] // Columbus
    [InlineData("2026-11-11")] // Veterans
    [InlineData("2026-11-26")]
    [InlineData("2026-04-03")]
    public void The_treasury_has_no_yields_on_a_holiday(string day) => Assert.False(MarketHours.UsTreasury.IsFixDay(Day(day)));

    [Theory]
    [InlineData("2021-12-31")] // the Friday before a New Year's Day on a Saturday
    [InlineData("2021-06-18")] // before Juneteenth was one
    [InlineData("2026-11-27")]
    public void The_treasury_has_yields_on_these(string day) => Assert.True(MarketHours.UsTreasury.IsFixDay(Day(day)));

    [Theory]
    [InlineData("2026-03-17", true)] // a Tuesday: set on Monday
    [InlineData("2026-03-21", true)] // a Saturday: set on Friday
    [InlineData("2026-03-22", false)]
    [InlineData("2026-03-23", false)] // a Monday
    [InlineData("2026-04-22", false)] // the day after Radunitsa, nine days after the eastern Easter of 12 April 2026
    [InlineData("2024-05-15", false)] // and of 5 May 2024
    [InlineData("2026-01-08", false)]
    public void A_belarusian_rate_is_in_force_from_the_day_after_a_working_day(string day, bool isFix) => Assert.Equal(isFix, MarketHours.Nbrb.IsFixDay(Day(day)));

    [Fact]
    public void The_ecb_publishes_at_four_in_frankfurt_in_summer_and_winter()
    {
        Assert.Equal(Moment("2026-01-15T15:00:00Z"), MarketHours.Ecb.PublishedAt(Day("2026-01-15")));
        Assert.Equal(Moment("2026-07-15T14:00:00Z"), MarketHours.Ecb.PublishedAt(Day("2026-07-15")));
    }

    [Fact]
    public void After_the_thursday_before_easter_the_next_fix_is_on_tuesday() =>
        Assert.Equal(Moment("2026-04-07T14:00:00Z"), MarketHours.Ecb.NextPublication(Moment("2026-04-02T14:00:00Z")));

    [Fact]
    public void The_next_publication_is_later_and_on_the_first_day_that_has_one() =>
        Gen.Select(Days, Gen.Int[0, 86_399], Hours).Sample((day, second, hours) =>
        {
            var made = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(second);
            var next = hours.NextPublication(made);
            return next > made && next - made < TimeSpan.FromDays(12) && hours.NextPublication(next) > next;
        });

    [Fact]
    public void A_fix_follows_the_fix_before_it_and_no_day_is_skipped() =>
        Gen.Select(Days, Hours).Sample((day, hours) =>
        {
            var fix = hours.FixDayUpTo(day);
            var next = DateOnly.FromDateTime(hours.NextPublication(hours.PublishedAt(fix)).UtcDateTime);
            return hours.IsFixDay(fix) && fix <= day && Enumerable.Range(1, 30).Select(fix.AddDays).First(hours.IsFixDay) == next;
        });

    [Theory]
    [InlineData("2026-03-18T15:00:00Z", "2026-03-18T13:30:00Z", "2026-03-18T20:00:00Z")] // summer time there since 8 March
    [InlineData("2026-03-18T12:00:00Z", "2026-03-17T13:30:00Z", "2026-03-17T20:00:00Z")] // before it opens: the day before
    [InlineData("2026-03-22T12:00:00Z", "2026-03-20T13:30:00Z", "2026-03-20T20:00:00Z")]
    [InlineData("2026-11-27T20:00:00Z", "2026-11-27T14:30:00Z", "2026-11-27T18:00:00Z")] // a half day
    public void New_yorks_session_is_the_one_that_is_on_or_was_last(string now, string start, string end) =>
        Assert.Equal(new TradingSession(Moment(start), Moment(end)), MarketHours.UsStockSession(Moment(now)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
