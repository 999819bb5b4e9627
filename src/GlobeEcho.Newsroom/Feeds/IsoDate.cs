using System.Globalization;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>The date at the beginning of a text in the forms of ISO 8601: calendar, ordinal and week, with and without hyphens.</summary>
/// <param name="Further">Days to go on from there: ordinal and week dates are counted from the first day of their year.</param>
/// <param name="Length">Characters the date takes.</param>
internal readonly record struct IsoDate(int Year, int Month, int Day, int Further, int Length)
{
    /// <summary>Null when the text begins with no such date.</summary>
    public static IsoDate? Read(ReadOnlySpan<char> text)
    {
        var digits = Digits(text);
        // Eight digits are a day; ten and thirteen are seconds and milliseconds, and not read here.
        if (digits == 8 && Ends(text, 8))
            return new IsoDate(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), 0, 8);
        if (digits == 7 && Ends(text, 7))
            return Ordinal(Number(text[..4]), Number(text[4..7]), 7);
        // The first edition allowed a year of two digits.
        if (digits == 6 && Ends(text, 6))
            return new IsoDate(Full(text[..2]), Number(text[2..4]), Number(text[4..6]), 0, 6);
        if (digits == 5 && Ends(text, 5))
            return Ordinal(Full(text[..2]), Number(text[2..5]), 5);
        if (digits == 0 && text.Length > 0 && text[0] == '-')
            return ShortMonth(text);
        if (digits != 4)
            return null;
        var year = Number(text[..4]);
        var rest = text[4..];
        if (rest.Length == 0)
            return new IsoDate(year, 1, 1, 0, 4);
        if (rest[0] is 'W' or 'w')
            return Week(year, rest, 4, hyphens: false);
        if (rest[0] != '-' || rest.Length < 2)
            return null;
        if (rest[1] is 'W' or 'w')
            return Week(year, rest[1..], 5, hyphens: true);
        var month = Digits(rest[1..]);
        if (month is 0 or > 3)
            return null;
        var at = 5 + month;
        if (Ends(text, at))
            return month == 3 ? Ordinal(year, Number(text[5..at]), at) : new IsoDate(year, Number(text[5..at]), 1, 0, at);
        if (text[at] != '-')
            return null;
        var day = Digits(text[(at + 1)..]);
        return day is 0 or > 3 ? null : new IsoDate(year, Number(text[5..at]), Number(text.Slice(at + 1, day)), 0, at + 1 + day);
    }

    /// <summary>-YYMM and -YY-MM: the hyphen stands for the century.</summary>
    private static IsoDate? ShortMonth(ReadOnlySpan<char> text)
    {
        if (text.Length == 5 && Digits(text[1..]) == 4)
            return new IsoDate(Full(text[1..3]), Number(text[3..5]), 1, 0, 5);
        return text.Length == 6 && text[3] == '-' && Digits(text[1..]) == 2 && Digits(text[4..]) == 2 ? new IsoDate(Full(text[1..3]), Number(text[4..6]), 1, 0, 6) : null;
    }

    private static int Full(ReadOnlySpan<char> digits) => Number(digits) is >= 70 and var year ? 1900 + year : 2000 + Number(digits);

    private static IsoDate? Ordinal(int year, int day, int length) => day is < 1 or > 366 ? null : new IsoDate(year, 1, 1, day - 1, length);

    private static IsoDate? Week(int year, ReadOnlySpan<char> rest, int from, bool hyphens)
    {
        if (Digits(rest[1..]) is not (2 or 3) || Number(rest[1..3]) is < 1 or > 53 || year is < 10 or > 9000)
            return null;
        var (day, length) = (1, 3);
        var sign = hyphens ? 1 : 0;
        if (rest.Length > 3 + sign && (!hyphens || rest[3] == '-') && rest[3 + sign] is >= '1' and <= '7')
            (day, length) = (rest[3 + sign] - '0', 4 + sign);
        var first = ISOWeek.ToDateTime(year, Number(rest[1..3]), DayOfWeek.Monday).AddDays(day - 1);
        return new IsoDate(first.Year, first.Month, first.Day, 0, from + length);
    }

    private static bool Ends(ReadOnlySpan<char> text, int at) => at >= text.Length || text[at] is 'T' or 't' or ' ' or ',' or '\t';

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits < 0 ? text.Length : digits;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
