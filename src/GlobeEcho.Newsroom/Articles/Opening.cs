using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Takes off a text's first lines what the page has said as metadata already: its heading, section, byline and date.</summary>
internal static partial class Opening
{
    // Bylines and dates stand before the text or after its summary, not further down.
    private const int Lines = 7;
    private const int LongestLine = 140;
    private const int LongestKicker = 30;

    public static List<int> Trim(StudiedPage page, List<int> chosen)
    {
        var kept = new List<int>(chosen.Count);
        for (var i = 0; i < chosen.Count; i++)
        {
            if (i >= Lines || page.List.Blocks[chosen[i]].Length > LongestLine)
            {
                kept.Add(chosen[i]);
                continue;
            }

            var line = page.List.TextOf(chosen[i]).ToString();
            if (!(IsMetadata(line, page.Facts) || (kept.Count == 0 && IsKicker(line))))
                kept.Add(chosen[i]);
        }

        return kept;
    }

    private static bool IsMetadata(string line, PageFacts facts)
    {
        if (line.Equals(facts.Headline, StringComparison.OrdinalIgnoreCase) || line.Equals(facts.Section, StringComparison.OrdinalIgnoreCase))
            return true;
        return IsByline(line, facts.Byline) || IsDate(line);
    }

    /// <summary>Names the page signs with, and little else: "By Ada Brandt, Town Editor".</summary>
    private static bool IsByline(string line, IReadOnlyList<string> byline)
    {
        var rest = line;
        foreach (var name in byline)
            rest = rest.Replace(name, "", StringComparison.OrdinalIgnoreCase);
        if (rest.Length == line.Length || EndsSentence(line))
            return false;
        return (rest.Length <= 12 && line[^1] is not ('.' or '!' or '?')) || (rest.Length <= 60 && SaysBy().IsMatch(line));
    }

    /// <summary>A day with at most an hour and a word such as "Published": no more words than a date has.</summary>
    private static bool IsDate(string line) =>
        line.Length <= 90 && !EndsSentence(line) && DateParser.InWords(line, monthFirst: false) is not null && Word().Count(line) <= 9;

    private static bool IsKicker(string line) => line.Length <= LongestKicker && !line.Any(c => c is '.' or '!' or '?' or ':' or '"' or '“' or '„' or '。');

    private static bool EndsSentence(string line) => line.Length > 60 && line[^1] is ('.' or '!' or '?');

    [GeneratedRegex(@"^(?:written by|by|von|par|por|di|door|av|af)\s", RegexOptions.IgnoreCase)]
    private static partial Regex SaysBy();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
