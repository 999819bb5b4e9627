using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads the dates that pages write: ISO 8601 and its near misses, mail dates, and days in words in the larger languages of the press.</summary>
public static partial class DateParser
{
    private static readonly FrozenDictionary<string, int> Months = MonthNames();

    /// <summary>A whole machine-written value, as in a meta or a datetime attribute. Without an offset it is taken as UTC.</summary>
    /// <returns>Null where it is no date, or one outside 1990 to 2100.</returns>
    public static DateTimeOffset? Machine(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        value = value.Trim();
        var iso = Iso().Match(value);
        if (iso.Success)
            return FromIso(iso);
        if (Stamp().IsMatch(value) && long.TryParse(value, CultureInfo.InvariantCulture, out var stamp))
            return Sane(value.Length > 11 ? DateTimeOffset.FromUnixTimeMilliseconds(stamp) : DateTimeOffset.FromUnixTimeSeconds(stamp));
        var compact = Compact().Match(value);
        if (compact.Success)
            return Day(compact.Groups[1].Value, compact.Groups[2].Value, compact.Groups[3].Value);
        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) && value.Length >= 10 && !Numeric().IsMatch(value))
            return Sane(parsed);
        return InWords(value, monthFirst: false);
    }

    /// <summary>The first day named in a short run of words ("Published 3 May 2024, 10:12"); midnight UTC.</summary>
    /// <param name="monthFirst">How to read 03/05/2024 where both could be a month.</param>
    public static DateTimeOffset? InWords(string text, bool monthFirst)
    {
        if (text.Length > 400)
            text = text[..400];
        var dotted = Dotted().Match(text);
        if (dotted.Success && Day(dotted.Groups[1].Value, dotted.Groups[2].Value, dotted.Groups[3].Value) is { } pointed)
            return pointed;
        var iso = IsoAnywhere().Match(text);
        if (iso.Success && FromIso(iso) is { } day)
            return day;
        foreach (Match match in DayMonthYear().Matches(text))
        {
            if (MonthOf(match.Groups[2].Value) is { } month && Day(match.Groups[3].Value, month, match.Groups[1].Value) is { } found)
                return found;
        }

        foreach (Match match in MonthDayYear().Matches(text))
        {
            if (MonthOf(match.Groups[1].Value) is { } month && Day(match.Groups[3].Value, month, match.Groups[2].Value) is { } found)
                return found;
        }

        var east = Ideographic().Match(text);
        if (east.Success)
            return Day(east.Groups[1].Value, east.Groups[2].Value, east.Groups[3].Value);
        var numeric = Numeric().Match(text);
        if (!numeric.Success)
            return null;
        var (a, b) = (int.Parse(numeric.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(numeric.Groups[3].Value, CultureInfo.InvariantCulture));
        var americans = monthFirst && numeric.Groups[2].Value != ".";
        var (dayNumber, monthNumber) = b > 12 || (americans && a <= 12) ? (b, a) : (a, b);
        return Day(numeric.Groups[4].Value, monthNumber, dayNumber.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The day in an address: /2024/05/23/ or /2024-05-23- or 20240523.</summary>
    public static DateTimeOffset? InAddress(Uri address)
    {
        var match = AddressDay().Match(address.AbsolutePath);
        return match.Success ? Day(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;
    }

    /// <summary>The day in an address whose folders are days: /2024/05/23/. That is the publisher's own calendar.</summary>
    public static DateTimeOffset? InFolders(Uri address)
    {
        var match = FolderDay().Match(address.AbsolutePath);
        return match.Success ? Day(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;
    }

    private static DateTimeOffset? FromIso(Match iso)
    {
        var day = Day(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value);
        if (day is null || !iso.Groups["h"].Success)
            return day;
        int Number(string name) => iso.Groups[name].Success ? int.Parse(iso.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Number("h"), Number("min"), Number("s"));
        if (hour > 23 || minute > 59)
            return day;
        var zone = iso.Groups["z"].Value;
        var offset = TimeSpan.Zero;
        if (zone.Length > 1)
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
            offset = new TimeSpan(int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture), 0);
            if (offset > TimeSpan.FromHours(14))
                offset = TimeSpan.Zero;
            if (zone[0] is '-' or '−')
                offset = -offset;
        }

        return new DateTimeOffset(day.Value.Year, day.Value.Month, day.Value.Day, hour, minute, Math.Min(second, 59), offset);
    }

    private static DateTimeOffset? Day(string year, string month, string day) =>
        int.TryParse(month, CultureInfo.InvariantCulture, out var m) ? Day(year, m, day) : null;

    private static DateTimeOffset? Day(string year, int month, string day)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        return y is >= 1990 and < 2100 && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month)
            ? new DateTimeOffset(y, month, d, 0, 0, 0, TimeSpan.Zero)
            : null;
    }

    private static DateTimeOffset? Sane(DateTimeOffset moment) => moment.Year is >= 1990 and < 2100 ? moment : null;

    /// <summary>Whether a word is the name of a month, or an English day of the week.</summary>
    internal static bool IsDayOrMonth(string word) =>
        MonthOf(word) is not null || CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static int? MonthOf(string name)
    {
        var word = name.TrimEnd('.').ToLowerInvariant();
        return Months.TryGetValue(word, out var month) ? month : null;
    }

    private static FrozenDictionary<string, int> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in (ReadOnlySpan<string>)["en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "pl", "cs", "ro", "tr", "ru", "uk", "id", "el", "hu"])
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            foreach (var set in (string[][])[format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames])
            {
                for (var i = 0; i < 12; i++)
                    names.TryAdd(set[i].TrimEnd('.').ToLowerInvariant(), i + 1);
            }
        }

        names["sept"] = 9;
        names["märz"] = 3;
        names["mrz"] = 3;
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private const string IsoForm =
        @"(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?:[T ,]+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?\s*(?<z>Z|[+\-−]\d{2}:?(?:\d{2})?)?)?";

    [GeneratedRegex("^" + IsoForm)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)" + IsoForm + @"(?!\d)")]
    private static partial Regex IsoAnywhere();

    [GeneratedRegex(@"(?<![\d.])((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})(?![\d.]*\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^1\d{9}(\d{3})?$")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(20\d\d)(\d\d)(\d\d)(?!\d{7})")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+|d')?-?\s*(\p{L}{3,12}\.?),?\s*(?:de[l]?\s+)?-?\s*(\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<!\p{L})(\p{L}{3,12}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")]
    private static partial Regex Ideographic();

    [GeneratedRegex(@"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?([0-2]\d|3[01])(?!\d)")]
    private static partial Regex AddressDay();

    [GeneratedRegex(@"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/")]
    private static partial Regex FolderDay();
}
