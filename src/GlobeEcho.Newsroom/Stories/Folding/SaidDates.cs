using System.Collections.Frozen;
using System.Globalization;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>The dates a text names with its months in words or as three numbers, in the languages of the paper.</summary>
internal static class SaidDates
{
    private static readonly string[] Languages = ["en", "fr", "de", "es", "pt", "it", "ru", "ar", "nl", "pl", "uk", "sv"];

    // The newspapers' own short forms; the system's tables have others.
    private const string Short = "jan:1;feb:2;mar:3;apr:4;jun:6;jul:7;aug:8;sep:9;sept:9;oct:10;nov:11;dec:12";

    private static readonly FrozenDictionary<string, int> Months = ReadMonths();

    /// <summary>Whether a date may begin with a folded word.</summary>
    public static bool MayOpen(string folded) => char.IsAsciiDigit(folded[0]) || Months.ContainsKey(folded);

    /// <summary>The date that begins at a word.</summary>
    /// <returns>A year of 0 where none is said; null when no date begins there.</returns>
    public static SaidDate? At(List<Names.Word> words, int at)
    {
        var first = words[at].Folded;
        if (char.IsAsciiDigit(first[0]) && at + 1 < words.Count && words[at + 1].Folded is "年" or "月")
            return Ideographs(words, at);
        if (char.IsAsciiDigit(first[0]))
            return Number(first, 31) is { } day and > 0 ? Numbers(words, at, day) ?? DayFirst(words, at, day) : IsoYear(words, at);
        if (!Months.TryGetValue(first, out var month) || at + 1 >= words.Count || Number(words[at + 1].Folded, 31) is not ({ } date and > 0))
            return null;
        var year = at + 2 < words.Count ? Year(words[at + 2].Folded) : 0;
        return new SaidDate(year, month, date, year > 0 ? 3 : 2);
    }

    public static int Year(string folded) =>
        folded.Length == 4 && folded[0] is '1' or '2' && int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1899 and < 2100 ? year : 0;

    // "24 May 2024", "24. Mai", "24 de mayo de 2024".
    private static SaidDate? DayFirst(List<Names.Word> words, int at, int day)
    {
        var next = at + 1;
        if (next < words.Count && words[next].Folded is "de" or "of")
            next++;
        if (next >= words.Count || !Months.TryGetValue(words[next].Folded, out var month))
            return null;
        var last = next + 1;
        if (last < words.Count && words[last].Folded is "de" or "del")
            last++;
        var year = last < words.Count ? Year(words[last].Folded) : 0;
        return new SaidDate(year, month, day, year > 0 ? last - at + 1 : next - at + 1);
    }

    // "2024年5月24日" or "5月24日".
    private static SaidDate? Ideographs(List<Names.Word> words, int at)
    {
        var year = words[at + 1].Folded == "年" ? Year(words[at].Folded) : 0;
        var month = year > 0 ? at + 2 : at;
        return month + 3 < words.Count && words[month + 1].Folded == "月" && words[month + 3].Folded == "日"
            && Number(words[month].Folded, 12) is { } m and > 0 && Number(words[month + 2].Folded, 31) is { } d and > 0
            ? new SaidDate(year, m, d, month + 4 - at)
            : null;
    }

    // "24/05/2024"; where both could be the month, the day's and the month's places are not known, and the month is the first.
    private static SaidDate? Numbers(List<Names.Word> words, int at, int first)
    {
        if (at + 2 >= words.Count || Number(words[at + 1].Folded, 31) is not ({ } second and > 0) || Year(words[at + 2].Folded) is not (> 0 and { } year))
            return null;
        return first > 12 && second <= 12 ? new SaidDate(year, second, first, 3) : first <= 12 ? new SaidDate(year, first, second, 3) : null;
    }

    // "2024-05-24".
    private static SaidDate? IsoYear(List<Names.Word> words, int at) =>
        Year(words[at].Folded) is > 0 and { } year && at + 2 < words.Count
        && Number(words[at + 1].Folded, 12) is { } month and > 0 && Number(words[at + 2].Folded, 31) is { } day and > 0
            ? new SaidDate(year, month, day, 3)
            : null;

    private static int? Number(string folded, int most)
    {
        var digits = folded.AsSpan();
        if (digits.Length is 3 or 4 && (folded.EndsWith("st", StringComparison.Ordinal) || folded.EndsWith("nd", StringComparison.Ordinal)
            || folded.EndsWith("rd", StringComparison.Ordinal) || folded.EndsWith("th", StringComparison.Ordinal)))
            digits = digits[..^2];
        return digits.Length <= 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
    }

    private static FrozenDictionary<string, int> ReadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in Short.Split(';').Select(e => e.Split(':')))
            months[entry[0]] = int.Parse(entry[1], CultureInfo.InvariantCulture);
        foreach (var language in Languages)
        {
            // Arabic in its own culture counts the months of another calendar.
            var format = new CultureInfo(language == "ar" ? "ar-EG" : language).DateTimeFormat;
            foreach (var names in (string[][])[format.MonthNames, format.MonthGenitiveNames])
            {
                for (var month = 0; month < 12; month++)
                    months.TryAdd(Words.Fold(names[month]), month + 1);
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <param name="Words">How many words it takes.</param>
    internal readonly record struct SaidDate(int Year, int Month, int Day, int Words)
    {
        /// <summary>Days since 1970; null when there is no year or no such day.</summary>
        public int? Number =>
            Year > 0 && Day <= DateTime.DaysInMonth(Year, Month) ? (int)(new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays : null;
    }
}
