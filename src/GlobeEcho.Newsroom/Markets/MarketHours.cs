namespace GlobeEcho.Newsroom.Markets;

/// <summary>
/// On which days, and when on them, a maker publishes its daily price. Crypto is traded always and has none; venues that tell us
/// their session need none.
/// </summary>
public sealed class MarketHours
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private readonly TimeZoneInfo _zone;
    private readonly TimeOnly _published;
    private readonly Func<DateOnly, bool> _isFixDay;

    private MarketHours(TimeZoneInfo zone, TimeOnly published, TimeSpan grace, Func<DateOnly, bool> isFixDay)
    {
        _zone = zone;
        _published = published;
        _isFixDay = isFixDay;
        Grace = grace;
    }

    /// <summary>The ECB's reference rates: about 16:00 in Frankfurt on the days of TARGET.</summary>
    public static MarketHours Ecb { get; } =
        new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new TimeOnly(16, 0), TimeSpan.FromHours(4), d => !Holidays.Target(d));

    /// <summary>
    /// The National Bank of Belarus: a rate set on a working day is in force from the next day on. It is dated by a day alone, whose
    /// beginning is taken as UTC. Bridging days are moved by decree, so it has a long grace.
    /// </summary>
    public static MarketHours Nbrb { get; } =
        new(TimeZoneInfo.Utc, new TimeOnly(0, 0), TimeSpan.FromHours(42), d => !Holidays.Belarus(d.AddDays(-1)));

    /// <summary>The US Treasury's par yields: of 15:30 in New York, published by 18:00 on the days of the bond market.</summary>
    public static MarketHours UsTreasury { get; } = new(NewYork, new TimeOnly(18, 0), TimeSpan.FromHours(6), d => !Holidays.UsBonds(d));

    /// <summary>How long after the expected moment a new price may be missing before the old one is called stale.</summary>
    public TimeSpan Grace { get; }

    public bool IsFixDay(DateOnly day) => _isFixDay(day);

    /// <summary>The newest day with a fix up to and with a day.</summary>
    public DateOnly FixDayUpTo(DateOnly day)
    {
        while (!_isFixDay(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>When the fix of a day is published, whether or not the day has one.</summary>
    public DateTimeOffset PublishedAt(DateOnly day)
    {
        var local = day.ToDateTime(_published);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>When the fix after one made at a moment is published: always later than that moment.</summary>
    public DateTimeOffset NextPublication(DateTimeOffset made)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(made, _zone).DateTime).AddDays(1);
        while (!_isFixDay(day))
            day = day.AddDays(1);
        return PublishedAt(day);
    }

    /// <summary>
    /// The regular session of New York's exchanges that is on, or else the last one before. Half days around Independence Day,
    /// Thanksgiving and Christmas end at 13:00.
    /// </summary>
    public static TradingSession UsStockSession(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, NewYork).DateTime);
        while (Holidays.UsStocks(day) || At(new TimeOnly(9, 30)) > now)
            day = day.AddDays(-1);
        return new TradingSession(At(new TimeOnly(9, 30)), At(IsHalfDay(day) ? new TimeOnly(13, 0) : new TimeOnly(16, 0)));

        DateTimeOffset At(TimeOnly time)
        {
            var local = day.ToDateTime(time);
            return new DateTimeOffset(local, NewYork.GetUtcOffset(local)).ToUniversalTime();
        }
    }

    private static bool IsHalfDay(DateOnly day) =>
        (day.Month, day.Day) is (7, 3) or (12, 24) || (day is { Month: 11, DayOfWeek: DayOfWeek.Friday, Day: >= 23 and <= 29 });
}
