using System.Globalization;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads the dates pages write: ISO 8601, mail dates, and days and months in words of the press's languages.</summary>
internal static partial class PageDates
{
    private const string MonthWords =
        "january jan janvier janv januar jänner janner enero gennaio januari janeiro styczeń stycznia ocak января siječnja leden ledna ianuarie|"
        + "february feb février févr fevrier februar feber febrero febbraio februari fevereiro lutego luty şubat февраля únor února februarie|"
        + "march mar mars märz maerz marzo maart março marco marzec marca mart марта březen března martie|"
        + "april apr avril avr abril aprile abr kwiecień kwietnia nisan апреля duben dubna aprilie|"
        + "may mai mayo maggio mei maio maj maja mayıs мая květen května|"
        + "june jun juin juni junio giugno junho czerwiec czerwca haziran июня červen června iunie|"
        + "july jul juillet juil juli julio luglio julho lipiec lipca temmuz июля červenec července iulie|"
        + "august aug août aout agosto augustus augusti sierpień sierpnia ağustos августа srpen srpna|"
        + "september sep sept septembre septiembre settembre setembro wrzesień września eylül сентября září septembrie|"
        + "october oct octobre oktober okt octubre ottobre outubro październik października ekim октября říjen října octombrie|"
        + "november nov novembre noviembre novembro listopad listopada kasım ноября listopadu noiembrie|"
        + "december dec décembre déc decembre dezember dez diciembre dicembre dezembro desember grudzień grudnia aralık декабря prosinec prosince decembrie";

    private static readonly Dictionary<string, int> Months = MonthWords.Split('|')
        .SelectMany((words, i) => words.Split(' ').Select(w => (Word: w, Month: i + 1)))
        .DistinctBy(m => m.Word).ToDictionary(m => m.Word, m => m.Month, StringComparer.OrdinalIgnoreCase);

    // The abbreviations' meaning in the press that uses them most; IST is India's.
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["BST"] = 1, ["CET"] = 1, ["MEZ"] = 1, ["CEST"] = 2, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3,
        ["IST"] = 5.5, ["PKT"] = 5, ["SGT"] = 8, ["HKT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
        ["EST"] = -5, ["EDT"] = -4, ["ET"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
    };

    /// <summary>The first date in a text; UTC where it names no zone, midnight where it names no time. Null when there is none.</summary>
    /// <param name="monthFirst">How 5/6/2024 is meant.</param>
    public static DateTimeOffset? Read(string? text, bool monthFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300)
            return null;
        text = text.Trim();
        if (Iso().Match(text) is { Success: true } iso)
            return Build(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"), iso, text);
        if (Words(text, DayMonthYear()) is { } european)
            return european;
        if (Words(text, MonthDayYear()) is { } american)
            return american;
        if (EastAsian().Match(text) is { Success: true } asian)
            return Build(Number(asian, "y"), Number(asian, "m"), Number(asian, "d"), asian, text);
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            var (first, second, year) = (Number(numeric, "a"), Number(numeric, "b"), Number(numeric, "y"));
            var swap = second > 12 || (monthFirst && first <= 12 && numeric.Groups["s"].Value == "/");
            return Build(year, swap ? first : second, swap ? second : first, numeric, text);
        }

        return Seconds(text);
    }

    /// <summary>A day named in the path of an address, as many papers write it.</summary>
    public static DateTimeOffset? InAddress(Uri? address) =>
        address is not null && AddressDay().Match(address.AbsolutePath) is { Success: true } found
            ? Day(Number(found, "y"), Number(found, "m"), Number(found, "d"))
            : null;

    private static DateTimeOffset? Words(string text, Regex shape)
    {
        foreach (Match match in shape.Matches(text))
        {
            if (Months.TryGetValue(match.Groups["m"].Value.TrimEnd('.'), out var month))
                return Build(Number(match, "y"), month, Number(match, "d"), match, text);
        }

        return null;
    }

    private static DateTimeOffset? Build(int year, int month, int day, Match date, string text)
    {
        if (Day(year, month, day) is not { } at)
            return null;
        // The time stands after the day in most papers, and before it in some.
        var after = Clock().Match(text, date.Index + date.Length);
        var time = after.Success && after.Index - date.Index - date.Length < 25 ? after : Clock().Match(text[..date.Index]);
        if (!time.Success)
            return at;
        var hour = Number(time, "h");
        if (time.Groups["ap"].Value is { Length: > 0 } half)
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        if (hour > 23 || Number(time, "mi") > 59)
            return at;
        at = at.AddHours(hour).AddMinutes(Number(time, "mi")).AddSeconds(Math.Min(59, Number(time, "se")));
        return new DateTimeOffset(at.DateTime, Offset(time, text));
    }

    private static TimeSpan Offset(Match time, string text)
    {
        if (time.Groups["oh"].Success)
        {
            var offset = new TimeSpan(Number(time, "oh"), Number(time, "om"), 0);
            return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : time.Groups["os"].Value == "-" ? -offset : offset;
        }

        var zone = Zone().Match(text);
        return zone.Success && Zones.TryGetValue(zone.Value, out var hours) ? TimeSpan.FromHours(hours) : TimeSpan.Zero;
    }

    private static DateTimeOffset? Seconds(string text) => text.Length switch
    {
        10 when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s is > 600_000_000 and < 4_000_000_000 =>
            DateTimeOffset.FromUnixTimeSeconds(s),
        13 when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms is > 600_000_000_000 and < 4_000_000_000_000 =>
            DateTimeOffset.FromUnixTimeMilliseconds(ms),
        _ => null,
    };

    private static DateTimeOffset? Day(int year, int month, int day)
    {
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        return year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)[-./](?<m>\d\d?)[-./](?<d>\d\d?)(?!\d)|^(?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:de|of|di))?[\s\-,]+(?<m>\p{L}{3,12}\.?)(?:\s+de[l]?)?[\s,\-]+(?<y>(?:19|20)\d\d)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<m>\p{L}{3,12}\.?)[\s\-]+(?<d>\d{1,2})(?:st|nd|rd|th)?,?[\s,\-]+(?<y>(?:19|20)\d\d)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<y>20\d\d)\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]")]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"(?<![\d.,])(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})\k<s>(?<y>(?:19|20)?\d\d)(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\d)(?<h>[0-2]?\d)(?:[:.hH](?<mi>[0-5]\d)(?::(?<se>[0-5]\d)(?:[.,]\d+)?)?\s*(?<ap>[ap]\.?m\b)?(?:\s*(?:UTC|GMT)?\s*(?<os>[+-])(?<oh>\d\d):?(?<om>\d\d)?)?|\s*(?<ap>[ap]\.?m\b))(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:UTC|GMT|WET|BST|CES?T|MES?Z|EES?T|MSK|IST|PKT|SGT|HKT|AWST|JST|KST|AE[SD]T|NZ[SD]T|[ECMP][SD]?T)\b")]
    private static partial Regex Zone();

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>[01]?\d)[/-](?<d>[0-3]?\d)(?=[/_.-]|$)|[/_-](?<y>20[0-3]\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?=\D|$)|[/-](?<y>20\d\d)-(?<m>[01]\d)-(?<d>[0-3]\d)(?=\D|$)")]
    private static partial Regex AddressDay();
}
