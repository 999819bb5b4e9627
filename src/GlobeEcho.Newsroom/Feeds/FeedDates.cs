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

    // The beginnings that tell a month in English, French, German, Spanish, Portuguese and Italian; longer ones first.
    private static readonly (string Start, int Month)[] Months =
    [
        ("januar", 1), ("jän", 1), ("jan", 1), ("ene", 1), ("gen", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("mär", 3), ("mrz", 3), ("mar", 3),
        ("apr", 4), ("avr", 4), ("abr", 4), ("mai", 5), ("may", 5), ("mag", 5), ("juin", 6), ("jun", 6), ("giu", 6), ("juil", 7), ("jul", 7), ("lug", 7),
        ("aug", 8), ("aoû", 8), ("aou", 8), ("ago", 8), ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10), ("out", 10), ("ott", 10),
        ("nov", 11), ("dec", 12), ("déc", 12), ("dez", 12), ("dic", 12),
    ];

    /// <summary>UTC; a date without a zone is taken as UTC. Null when there is no date in the text.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var value = text.AsSpan().Trim() is { Length: > Longest } whole ? whole[..Longest].ToString() : text.Trim();
        return Iso(value) ?? Named(value) ?? Numbers(value) ?? Seconds(value);
    }

    private static DateTimeOffset? Iso(string text)
    {
        var m = IsoForm().Match(text);
        if (!m.Success)
            return null;
        var day = m.Groups["ordinal"].Success ? 1 : Number(m.Groups["day"], 1);
        var date = Moment(Number(m.Groups["year"], 1), Number(m.Groups["month"], 1), day, text[m.Length..]);
        return m.Groups["ordinal"].Success ? date?.AddDays(Number(m.Groups["ordinal"], 1) - 1) : date;
    }

    /// <summary>Day, month's name and year in any of the orders people write them in.</summary>
    private static DateTimeOffset? Named(string text)
    {
        foreach (var form in new[] { DayFirst(), MonthFirst() })
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

    private static DateTimeOffset? Moment(int year, int month, int day, string rest)
    {
        if (year is < 1970 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var m = Clock().Match(rest);
        if (!m.Success)
            return new DateTimeOffset(date, TimeSpan.Zero);
        var hour = Number(m.Groups["hour"], 0);
        if (m.Groups["half"].Success && hour is >= 1 and <= 12)
            hour = (hour % 12) + (m.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        var (minute, second) = (Number(m.Groups["minute"], 0), Number(m.Groups["second"], 0));
        if (hour > 24 || minute > 59 || second > 60)
            return new DateTimeOffset(date, TimeSpan.Zero);
        var local = date.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        return new DateTimeOffset(local, TimeSpan.Zero).AddMinutes(-Zone(rest[(m.Index + m.Length)..]));
    }

    private static int Zone(string text)
    {
        var offset = Offset().Match(text);
        if (offset.Success)
        {
            var minutes = (Number(offset.Groups["hours"], 0) * 60) + Number(offset.Groups["minutes"], 0);
            // No place on earth is more than fourteen hours off.
            return minutes > 14 * 60 ? 0 : offset.Groups["sign"].Value is "-" or "−" ? -minutes : minutes;
        }

        var name = ZoneName().Match(text);
        return name.Success && Zones.TryGetValue(name.Groups[1].Value, out var east) ? east : 0;
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

    [GeneratedRegex(@"^(?<year>[12][0-9]{3})(?:-(?<month>[01][0-9])(?:-(?<day>[0-3][0-9]))?|(?<month>[01][0-9])(?<day>[0-3][0-9])|-?(?<ordinal>[0-3][0-9]{2}))?(?=[Tt\s]|$)")]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"(?<![0-9:])(?<day>[0-3]?[0-9])(?:st|nd|rd|th|\.|er)?[\s,\-/]*(?:de\s+)?(?<month>\p{L}{3,12})\.?[\s,\-/]*(?:de\s+)?(?<year>[0-9]{4}|[0-9]{2})(?![0-9:])")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<month>\p{L}{3,12})\.?[\s\-/]+(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:])(?:[\s,\-/]+(?<year>[0-9]{4})(?![0-9:]))?")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![0-9:+\-])(?<year>[12][0-9]{3})\s*$")]
    private static partial Regex LastYear();

    [GeneratedRegex(@"(?<![0-9])(?<a>[0-9]{1,4})(?<sign>[/.\-])(?<b>[0-9]{1,2})\k<sign>(?<c>[0-9]{4}|[0-9]{2})(?![0-9])")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"(?<![0-9])(?<hour>[0-9]{1,2})(?:[:h.](?<minute>[0-9]{2})(?:[:.](?<second>[0-9]{1,2}))?(?:[.,][0-9]+)?|(?<=[Tt][0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?)(?:\s*(?<half>[AaPp])\.?[Mm]\b)?")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<sign>[+\-−])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?(?![0-9])")]
    private static partial Regex Offset();

    [GeneratedRegex(@"^\W*([A-Za-z]{1,5})\b")]
    private static partial Regex ZoneName();
}
