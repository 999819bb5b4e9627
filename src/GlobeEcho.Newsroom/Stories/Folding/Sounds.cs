using System.Text;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>The consonants of a name as they are heard, one form for all spellings and scripts: "Lukashenko", "Лукашенко" and "لوكاشينكو" are "lksnk".</summary>
internal static class Sounds
{
    private const int Least = 3;

    // Vowels and signs are left out: scripts and languages write them as they like, Arabic hardly at all.
    private const string Cyrillic = "б:b;в:v;г:g;ґ:g;д:d;ж:s;з:s;к:k;л:l;м:m;н:n;п:b;р:r;с:s;т:t;ф:v;х:h;ц:s;ч:s;ш:s;щ:s;ў:v";
    private const string Arabic = "ب:b;پ:b;ت:t;ث:t;ج:g;چ:s;ح:h;خ:h;د:d;ذ:d;ر:r;ز:s;ژ:s;س:s;ش:s;ص:s;ض:d;ط:t;ظ:s;غ:g;ف:v;ق:k;ك:k;ک:k;گ:g;ل:l;م:m;ن:n;ه:h";

    private static readonly Dictionary<char, char> Letters = (Cyrillic + ";" + Arabic).Split(';').ToDictionary(l => l[0], l => l[2]);

    /// <summary>Null when the word says too little. Takes a folded word.</summary>
    public static string? Of(string folded)
    {
        var heard = new StringBuilder(folded.Length);
        var latin = folded[0] is >= 'a' and <= 'z';
        foreach (var c in latin ? Names.Canonical(folded) : WithoutArticle(folded))
        {
            var sound = latin ? Consonant(c) : Letters.GetValueOrDefault(c);
            if (sound != 0 && (heard.Length == 0 || heard[^1] != sound))
                heard.Append(sound);
        }

        return heard.Length < Least ? null : heard.ToString();
    }

    /// <summary>Whether a script has no capitals, so that any word of it may be a name.</summary>
    public static bool MayName(char c) => c is >= '\u0620' and <= '\u06FF';

    private static string WithoutArticle(string folded) =>
        folded.Length > 4 && folded.StartsWith("ال", StringComparison.Ordinal) ? folded[2..]
        : folded.Length > 5 && folded[0] is 'و' or 'ب' or 'ل' or 'ف' && folded.AsSpan(1).StartsWith("ال", StringComparison.Ordinal) ? folded[3..]
        : folded;

    private static char Consonant(char c) => c switch
    {
        'p' => 'b',
        'f' => 'v',
        'j' => 'g',
        'a' or 'e' or 'i' or 'o' or 'u' => default,
        _ => char.IsLetter(c) ? c : default,
    };
}
