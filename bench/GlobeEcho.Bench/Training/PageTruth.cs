using System.Text.RegularExpressions;

namespace GlobeEcho.Bench.Training;

/// <summary>What the measuring data says of a page's text, and the scores of ../shared/score/extraction.py over it.</summary>
/// <param name="Text">The whole text; null where only pieces are known.</param>
/// <param name="With">Pieces of text the answer should have, white space made single.</param>
/// <param name="Without">Pieces it should not have.</param>
internal sealed partial record PageTruth(string? Text, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    /// <summary>Pieces rightly found, wrongly found and missed.</summary>
    public (int Hit, int False, int Missed) Pieces(string answer)
    {
        var flat = Flat(answer);
        var hit = With.Count(s => flat.Contains(s, StringComparison.Ordinal));
        return (hit, Without.Count(s => flat.Contains(s, StringComparison.Ordinal)), With.Count - hit);
    }

    /// <summary>Precision, recall and F1 of the answer's words.</summary>
    public (double P, double R, double F) Words(string answer)
    {
        var got = WordsOf(answer);
        var want = WordsOf(Text!);
        if (want.Length == 0)
            return got.Length == 0 ? (1, 1, 1) : (0, 0, 0);
        var counts = want.GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var hits = 0;
        foreach (var word in got)
        {
            if (counts.TryGetValue(word, out var left) && left > 0)
            {
                hits++;
                counts[word] = left - 1;
            }
        }

        var (p, r) = (got.Length == 0 ? 0 : (double)hits / got.Length, (double)hits / want.Length);
        return (p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }

    public static string[] WordsOf(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToArray();

    public static string Flat(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
