using System.Collections.Frozen;
using System.Text;

namespace GlobeEcho.Newsroom.Text;

/// <summary>Where a text names people, places and bodies, told by its capitals alone; and the form in which a name is compared across languages.</summary>
public static class Names
{
    // Capitalised in English, but names of nothing that makes one story differ from another.
    private static readonly FrozenSet<string> Calendar = (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun mr mrs ms dr")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Longest first within one first letter: "tsch" before "ts". What the languages of the paper write for one Slavic, Arabic or Greek sound.
    private static readonly (string Written, string Heard)[] Sounds =
    [
        ("tsch", "s"), ("tch", "s"), ("sch", "s"), ("shch", "s"), ("zh", "s"), ("kh", "h"), ("ch", "s"), ("sh", "s"), ("dj", "j"), ("ph", "f"),
        ("th", "t"), ("gh", "g"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ow", "ov"), ("eff", "ev"), ("ee", "i"), ("ya", "ia"), ("ja", "ia"),
        ("c", "k"), ("q", "k"), ("x", "ks"), ("y", "i"), ("j", "i"), ("w", "v"), ("z", "s"),
    ];

    private static readonly FrozenDictionary<char, (string Written, string Heard)[]> SoundsByLetter =
        Sounds.GroupBy(s => s.Written[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>
    /// The names in order; neighbours ("Alexander Lukashenko") are one span. A capital at the start of a sentence or in a headline set in
    /// capitals counts only when the text shows elsewhere that the word is a name. German nouns are found too: their capitals do not tell.
    /// </summary>
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var words = PlainForm.Read(text);
        var names = new NameMarks().Of(text, words);
        var found = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!names[i])
                continue;
            var last = i;
            while (last + 1 < words.Count && names[last + 1] && Touch(text, words[last].Span, words[last + 1].Span))
                last++;
            found.Add(new TextSpan(words[i].Span.Start, words[last].Span.End - words[i].Span.Start));
            i = last;
        }

        return found;
    }

    /// <summary>One form for the spellings of a name: "Lukashenko", "Loukachenko" and "Lukaschenko" are "lukasenko". Takes a folded word.</summary>
    public static string Canonical(string folded)
    {
        var heard = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var step = 1;
            var sound = folded.AsSpan(i, 1);
            foreach (var (written, like) in SoundsByLetter.GetValueOrDefault(folded[i]) ?? [])
            {
                if (!folded.AsSpan(i).StartsWith(written, StringComparison.Ordinal))
                    continue;
                step = written.Length;
                sound = like;
                break;
            }

            foreach (var c in sound)
            {
                if (heard.Length == 0 || heard[^1] != c)
                    heard.Append(c);
            }

            i += step;
        }

        // French and German write an end the ear does not need: "Poutine", "Moskaus".
        while (heard.Length > 4 && heard[^1] is 'e' or 's')
            heard.Length--;
        return heard.ToString();
    }

    /// <summary>Whether a folded word is a day, a month or a form of address.</summary>
    internal static bool IsCalendar(string folded) => Calendar.Contains(folded);

    internal static bool Touch(string text, TextSpan left, TextSpan right) =>
        right.Start - left.End == 1 && text[left.End] is ' ' or '-' or '\u00A0';

    internal readonly record struct Word(TextSpan Span, WordForm Form)
    {
        public string Folded => Form.Folded;
    }
}
