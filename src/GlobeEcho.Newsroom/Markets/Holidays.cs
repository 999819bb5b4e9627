namespace GlobeEcho.Newsroom.Markets;

/// <summary>The days on which nobody fixes a rate or trades, computed for any year.</summary>
internal static class Holidays
{
    /// <summary>Closing days of the ECB's TARGET system, in force since 2002.</summary>
    public static bool Target(DateOnly day)
    {
        var easter = Easter(day.Year);
        return IsWeekend(day) || day == easter.AddDays(-2) || day == easter.AddDays(1)
            || (day.Month, day.Day) is (1, 1) or (5, 1) or (12, 25) or (12, 26);
    }

    /// <summary>Days without a bond market in the United States: the federal holidays and Good Friday.</summary>
    public static bool UsBonds(DateOnly day) =>
        UsStocks(day) || day == Nth(day.Year, 10, DayOfWeek.Monday, 2) || IsObserved(day, 11, 11);

    /// <summary>Days on which New York's exchanges are closed.</summary>
    public static bool UsStocks(DateOnly day)
    {
        var year = day.Year;
        return IsWeekend(day)
            || day == Easter(year).AddDays(-2)
            // A New Year's Day on a Saturday is not made up for: on the Friday before, the year's books are closed. It lies in another year.
            || IsObserved(day, 1, 1)
            || day == Nth(year, 1, DayOfWeek.Monday, 3)
            || day == Nth(year, 2, DayOfWeek.Monday, 3)
            || day == Last(year, 5, DayOfWeek.Monday)
            || (year >= 2022 && IsObserved(day, 6, 19))
            || IsObserved(day, 7, 4)
            || day == Nth(year, 9, DayOfWeek.Monday, 1)
            || day == Nth(year, 11, DayOfWeek.Thursday, 4)
            || IsObserved(day, 12, 25);
    }

    /// <summary>Days off in Belarus. Working days that the government moves by decree are not known here.</summary>
    public static bool Belarus(DateOnly day) =>
        IsWeekend(day) || day == OrthodoxEaster(day.Year).AddDays(9)
        || (day.Month, day.Day) is (1, 1) or (1, 2) or (1, 7) or (3, 8) or (5, 1) or (5, 9) or (7, 3) or (11, 7) or (12, 25);

    /// <summary>Easter Sunday of the western churches, by the rules of the Gregorian calendar (golden number, epact, Sunday).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var skippedLeapDays = century - (century / 4);
        var moonShift = ((8 * century) + 13) / 25;
        var age = (skippedLeapDays - moonShift + (19 * golden) + 15) % 30;
        // The two latest full moons of the cycle are taken a day earlier.
        age -= age == 29 || (age == 28 && golden > 10) ? 1 : 0;
        return SundayAfter(new DateOnly(year, 3, 21).AddDays(age));
    }

    /// <summary>Easter Sunday of the eastern churches, by the Julian calendar, given in the Gregorian; right for 1900 to 2099.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        var age = ((19 * (year % 19)) + 15) % 30;
        return SundayAfter(new DateOnly(year, 3, 21).AddDays(13 + age));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.</summary>
    private static bool IsObserved(DateOnly day, int month, int date)
    {
        var holiday = new DateOnly(day.Year, month, date);
        return day == (holiday.DayOfWeek switch
        {
            DayOfWeek.Saturday => holiday.AddDays(-1),
            DayOfWeek.Sunday => holiday.AddDays(1),
            _ => holiday,
        });
    }

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int count)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((weekday - first.DayOfWeek + 7) % 7) + (7 * (count - 1)));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - weekday + 7) % 7));
    }

    private static DateOnly SundayAfter(DateOnly day) => day.AddDays(7 - (int)day.DayOfWeek);
}
