using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Dates as feeds write them: RFC 822, ISO 8601 and the many near misses of both.</summary>
public static partial class FeedDates
{
    // Characters; whatever stands behind them is no date.
    private const int Longest = 200;

    // Minutes east of UTC. The American names are RFC 822's; the rest are met in feeds.
    private static readonly FrozenDictionary<string, int> Zones = new (string Name, int East)[]
    {
        ("UT", 0), ("UTC", 0), ("GMT", 0), ("Z", 0), ("WET", 0),
        ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300), ("MST", -420), ("MDT", -360), ("PST", -480), ("PDT", -420),
        ("ET", -300), ("CT", -360), ("MT", -420), ("PT", -480),
        ("AT", -240), ("AST", -240), ("ADT", -180), ("NST", -210), ("NDT", -150), ("AKST", -540), ("AKDT", -480), ("HST", -600), ("BRT", -180), ("ART", -180),
        ("BST", 60), ("IST", 330), ("WEST", 60), ("CET", 60), ("MET", 60), ("MEZ", 60), ("CEST", 120), ("MESZ", 120), ("EET", 120), ("EEST", 180), ("SAST", 120),
        ("CAT", 120), ("WAT", 60), ("EAT", 180), ("MSK", 180), ("TRT", 180), ("GST", 240), ("PKT", 300), ("NPT", 345), ("WIB", 420), ("ICT", 420),
        ("HKT", 480), ("SGT", 480), ("MYT", 480), ("PHT", 480), ("AWST", 480), ("JST", 540), ("KST", 540),
        ("ACST", 570), ("ACDT", 630), ("AEST", 600), ("AEDT", 660), ("NZST", 720), ("NZDT", 780),
    }.ToFrozenDictionary(z => z.Name, z => z.East, StringComparer.OrdinalIgnoreCase);

    // The beginnings that tell a month, in the languages whose feeds write them out; longer ones first where one begins another.
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("jän", 1), ("ene", 1), ("gen", 1), ("янв", 1), ("ιαν", 1), ("sty", 1), ("oca", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("фев", 2), ("φεβ", 2),
        ("lut", 2), ("şub", 2), ("mär", 3), ("mrz", 3), ("mrt", 3), ("már", 3), ("mar", 3), ("мар", 3), ("μάρ", 3), ("μαρ", 3), ("apr", 4), ("avr", 4), ("abr", 4),
        ("ápr", 4), ("апр", 4), ("απρ", 4), ("kwi", 4), ("nis", 4), ("mai", 5), ("may", 5), ("mag", 5), ("mei", 5), ("maj", 5), ("máj", 5), ("мая", 5), ("май", 5),
        ("μάι", 5), ("μαϊ", 5), ("μαΐ", 5), ("μαι", 5), ("juin", 6), ("jun", 6), ("jún", 6), ("giu", 6), ("июн", 6), ("ιούν", 6), ("ιουν", 6), ("ιον", 6), ("cze", 6),
        ("haz", 6), ("juil", 7), ("jul", 7), ("júl", 7), ("lug", 7), ("июл", 7), ("ιούλ", 7), ("ιουλ", 7), ("ιολ", 7), ("lip", 7), ("tem", 7), ("aug", 8), ("aoû", 8),
        ("aou", 8), ("ago", 8), ("agu", 8), ("ağu", 8), ("авг", 8), ("αύγ", 8), ("αυγ", 8), ("sie", 8), ("sep", 9), ("set", 9), ("sze", 9), ("сен", 9), ("σεπ", 9),
        ("wrz", 9), ("eyl", 9), ("oct", 10), ("okt", 10), ("out", 10), ("ott", 10), ("окт", 10), ("οκτ", 10), ("paź", 10), ("eki", 10), ("nov", 11), ("ноя", 11),
        ("νοέ", 11), ("νοε", 11), ("lis", 11), ("kas", 11), ("dec", 12), ("déc", 12), ("dez", 12), ("dic", 12), ("des", 12), ("дек", 12), ("δεκ", 12), ("gru", 12), ("ara", 12),
    ];

    /// <summary>UTC; a date without a zone is taken as UTC. Null when there is no date in the text.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var value = text.AsSpan().Trim() is { Length: > Longest } whole ? whole[..Longest].ToString() : text.Trim();
        if (IsoDate.Read(value) is { } iso)
            return Moment(iso.Year, iso.Month, iso.Day, value[iso.Length..], isStrict: true)?.AddDays(iso.Further);
        return Mail(value) ?? Written(value) ?? Named(value) ?? Numbers(value) ?? Seconds(value);
    }

    /// <summary>RFC 822 as nearly all feeds write it; null for every other form, which is looked at more closely.</summary>
    private static DateTimeOffset? Mail(string text)
    {
        var rest = text.AsSpan();
        if (rest.Length > 5 && rest[3] == ',' && rest[4] == ' ')
            rest = rest[5..];
        if (rest.Length < 20 || rest[2] != ' ' || rest[6] != ' ' || rest[11] != ' ' || rest[14] != ':' || rest[17] != ':' || !char.IsAsciiDigit(rest[19]))
            return null;
        var month = "JanFebMarAprMayJunJulAugSepOctNovDec".AsSpan().IndexOf(rest.Slice(3, 3));
        if (month < 0 || month % 3 != 0 || !int.TryParse(rest[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(rest.Slice(7, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(rest.Slice(12, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(rest.Slice(15, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || !int.TryParse(rest.Slice(18, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var second))
            return null;
        month = (month / 3) + 1;
        var zone = rest[20..].Trim();
        if (year is < 1970 or > 9000 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59 || East(zone) is not { } east)
            return null;
        return new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).AddMinutes(-east);
    }

    private static int? East(ReadOnlySpan<char> zone)
    {
        if (zone is "GMT" or "UTC" or "Z" or "UT" or "+0000" or "-0000")
            return 0;
        if (zone.Length != 5 || zone[0] is not ('+' or '-') || !int.TryParse(zone[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var minutes = (number / 100 * 60) + (number % 100);
        return number / 100 > 14 || number % 100 > 59 ? null : zone[0] == '-' ? -minutes : minutes;
    }

    /// <summary>Year, month and day, each with its own word, as Korean, Japanese and Chinese write them.</summary>
    private static DateTimeOffset? Written(string text)
    {
        var m = WordForm().Match(text);
        return m.Success ? Moment(Number(m.Groups["year"], 0), Number(m.Groups["month"], 0), Number(m.Groups["day"], 0), text[(m.Index + m.Length)..]) : null;
    }

    /// <summary>Day, month's name and year in any of the orders people write them in.</summary>
    private static DateTimeOffset? Named(string text)
    {
        foreach (var form in new[] { DayFirst(), YearFirst(), MonthFirst() })
        {
            for (var m = form.Match(text); m.Success; m = m.NextMatch())
            {
                if (Month(m.Groups["month"].Value) is not { } month)
                    continue;
                var rest = text[(m.Index + m.Length)..];
                var year = m.Groups["year"];
                if (!year.Success)
                {
                    // As the C library writes it: Fri May 24 10:00:00 UTC 2024.
                    var last = LastYear().Match(rest);
                    if (!last.Success)
                        continue;
                    return Moment(Number(last.Groups["year"], 0), month, Number(m.Groups["day"], 0), rest[..last.Index]);
                }

                return Moment(FullYear(year.Value), month, Number(m.Groups["day"], 0), rest);
            }
        }

        return null;
    }

    private static DateTimeOffset? Numbers(string text)
    {
        var m = NumberForm().Match(text);
        if (!m.Success)
            return null;
        var (a, b, c) = (Number(m.Groups["a"], 0), Number(m.Groups["b"], 0), Number(m.Groups["c"], 0));
        var rest = text[(m.Index + m.Length)..];
        if (m.Groups["a"].Length == 4)
            return Moment(a, b, c, rest);
        // ISO 8601 once allowed a year of two digits; where that makes no date, it is another order.
        if (m.Groups["sign"].Value == "-" && m.Groups["a"].Length == 2 && m.Groups["c"].Length == 2 && Moment(FullYear(m.Groups["a"].Value), b, c, rest) is { } old)
            return old;
        var year = FullYear(m.Groups["c"].Value);
        // Points and a first number above 12 mean day first; slashes otherwise follow the American order.
        return m.Groups["sign"].Value == "." || a > 12 ? Moment(year, b, a, rest) : Moment(year, a, b, rest);
    }

    private static DateTimeOffset? Seconds(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return text.Length switch
        {
            9 or 10 => DateTimeOffset.FromUnixTimeSeconds(number),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            _ => null,
        };
    }

    /// <param name="rest">What stands behind the date: a time and a zone, or nothing of use.</param>
    /// <param name="isStrict">The form leaves no room for anything else behind it.</param>
    private static DateTimeOffset? Moment(int year, int month, int day, string rest, bool isStrict = false)
    {
        if (year is < 10 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var m = Clock().Match(rest);
        if (!isStrict && IsBrokenClock(rest, m))
            return null;
        if (!m.Success || (isStrict && rest.AsSpan(0, m.Index).ContainsAnyInRange('0', '9')))
            return isStrict && rest.Trim() is [not '(', ..] ? null : new DateTimeOffset(date, TimeSpan.Zero);
        if (isStrict && rest.AsSpan(0, m.Index).Trim(" Tt,").Length > 0)
            return null;
        var hour = Number(m.Groups["hour"], 0);
        var half = m.Groups["half"].Success ? m.Groups["half"].Value : m.Groups["before"].Value;
        if (half.Length > 0 && hour is >= 1 and <= 12)
            hour = (hour % 12) + (half is "오후" or "下午" or "午後" || half[0] is 'p' or 'P' ? 12 : 0);
        var (minute, second) = (Number(m.Groups["minute"], 0), Number(m.Groups["second"], 0));
        // A clock that no clock shows, or a zone that breaks off, spoils the whole.
        if (hour > 24 || minute > 59 || second > 60 || Zone(rest[(m.Index + m.Length)..], isStrict) is not { } east)
            return null;
        var local = date.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        return new DateTimeOffset(local, TimeSpan.Zero).AddMinutes(-east);
    }

    /// <summary>The first word behind the date has colons, and is no clock.</summary>
    private static bool IsBrokenClock(string rest, Match clock)
    {
        var word = rest.AsSpan().TrimStart(" ,");
        var start = rest.Length - word.Length;
        word = word.IndexOf(' ') is >= 0 and var space ? word[..space] : word;
        return word.Length > 0 && char.IsAsciiLetterOrDigit(word[0]) && word[..^1].Contains(':') && (!clock.Success || clock.Index > start + 1);
    }

    /// <summary>Minutes east of UTC; 0 when no zone is named, null when what stands there is a broken one.</summary>
    private static int? Zone(string text, bool isStrict)
    {
        var offset = Offset().Match(text);
        if (offset.Success)
        {
            var after = text.AsSpan(offset.Index + offset.Length);
            if (after.Length > 0 && (after[0] == ':' || (isStrict && !char.IsWhiteSpace(after[0]) && after[0] is not ('(' or '['))))
                return null;
            var minutes = (Number(offset.Groups["hours"], 0) * 60) + Number(offset.Groups["minutes"], 0);
            // No place on earth is more than fourteen hours off.
            return minutes > 14 * 60 ? 0 : offset.Groups["sign"].Value is "-" or "−" ? -minutes : minutes;
        }

        if (text.AsSpan().Trim() is ['+' or '-', ..])
            return null;
        var name = ZoneName().Match(text);
        if (!name.Success)
            return isStrict && text.AsSpan().Trim() is [not '(', ..] ? null : 0;
        return Zones.TryGetValue(name.Groups[1].Value, out var east) ? east : 0;
    }

    private static int? Month(string name)
    {
        foreach (var (start, month) in Months)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return month;
        }

        return null;
    }

    /// <summary>Two digits: 70 to 99 are of the last century, as RFC 2822 readers do.</summary>
    private static int FullYear(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length > 3 ? year : year >= 70 ? 1900 + year : 2000 + year;
    }

    private static int Number(Group group, int otherwise) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"(?<year>[0-9]{4})\s*[년年]\s*(?<month>[0-9]{1,2})\s*[월月]\s*(?<day>[0-9]{1,2})\s*[일日]")]
    private static partial Regex WordForm();

    [GeneratedRegex(@"(?<![0-9])(?<year>[0-9]{4})[\s.\-/]+(?<month>\p{L}{3,12})[\s.\-/]+(?<day>[0-3]?[0-9])(?![0-9:])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![0-9:])(?<day>[0-3]?[0-9])(?:st|nd|rd|th|\.|er)?[\s,\-/]*(?:de\s+)?(?<month>\p{L}{3,12})\.?[\s,\-/]*(?:de\s+)?(?<year>[0-9]{4}|[0-9]{2})(?![0-9:])")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<month>\p{L}{3,12})\.?[\s\-/]+(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:])(?:[\s,\-/]+(?<year>[0-9]{4})(?![0-9:]))?")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![0-9:+\-])(?<year>[12][0-9]{3})\s*$")]
    private static partial Regex LastYear();

    [GeneratedRegex(@"(?<![0-9])(?<a>[0-9]{1,4})(?<sign>[/.\-])(?<b>[0-9]{1,2})\k<sign>(?<c>[0-9]{4}|[0-9]{2})(?![0-9])")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"(?:(?<before>오전|오후|上午|下午|午前|午後)\s*)?(?<![0-9])(?<hour>[0-9]{1,2})(?:[:h.](?<minute>[0-9]{2})(?:[:.](?<second>[0-9]{1,2}))?(?:[.,][0-9]+)?|(?<=[Tt][0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?)(?:\s*(?<half>[AaPp])\.?[Mm]\b)?")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<sign>[+\-−])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?(?![0-9])")]
    private static partial Regex Offset();

    [GeneratedRegex(@"^\W*([A-Za-z]{1,5})\b")]
    private static partial Regex ZoneName();
}
