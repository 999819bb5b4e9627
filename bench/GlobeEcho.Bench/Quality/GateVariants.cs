using System.Globalization;
using System.Text.RegularExpressions;
using GlobeEcho.Bench.Training;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Bench.Quality;

/// <summary>The gate for rewrites on real sentences: each as it is, joined with the next, and made false by machine in six ways.</summary>
internal static partial class GateVariants
{
    private const int Shortest = 50;
    private const int Longest = 330;

    public static int Run(string shared)
    {
        var tally = new SortedDictionary<string, (int Refused, int All)>(StringComparer.Ordinal);
        foreach (var text in RoundupStory.Read(Path.Combine(shared, "data/digests/roundup-dev.jsonl.gz")).SelectMany(s => s.Texts))
        {
            var sentences = Sentences.Split(text.Text).Select(s => s.Of(text.Text)).Where(s => s.Length is > Shortest and < Longest).ToList();
            foreach (var sentence in sentences)
            {
                Count(tally, "true: as it is", sentence, [sentence]);
                Changed(tally, "false: no negation", sentence, Negation().Replace(sentence, ""));
                Changed(tally, "false: may to will", sentence, May().Replace(sentence, "will"));
                Changed(tally, "false: other digits", sentence, Digit().Replace(sentence, d => ((d.Value[0] - '0' + 1) % 10).ToString(CultureInfo.InvariantCulture)));
                Changed(tally, "false: other weekday", sentence, Weekday().Replace(sentence, d => d.Value == "Friday" ? "Monday" : "Friday"));
                Changed(tally, "false: vice president", sentence, President().Replace(sentence, "Vice President"));
                Changed(tally, "false: first two names exchanged", sentence, Swapped(sentence));
            }

            for (var i = 0; i + 1 < sentences.Count; i++)
                Count(tally, "true: joined with the next", sentences[i].TrimEnd('.') + ", and " + sentences[i + 1], [sentences[i], sentences[i + 1]]);
        }

        foreach (var (kind, (refused, all)) in tally)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-36} refused {refused} of {all} ({100.0 * refused / all:0.0} %)"));
        return 0;
    }

    private static void Changed(SortedDictionary<string, (int Refused, int All)> tally, string kind, string sentence, string changed)
    {
        if (changed != sentence)
            Count(tally, kind, changed, [sentence]);
    }

    private static void Count(SortedDictionary<string, (int Refused, int All)> tally, string kind, string claim, string[] spans)
    {
        var (refused, all) = tally.GetValueOrDefault(kind);
        tally[kind] = (refused + (RewriteCheck.Fault(claim, spans) is null ? 0 : 1), all + 1);
    }

    private static string Swapped(string sentence)
    {
        var reading = ClaimReading.Of([sentence], ClaimReading.CapitalsInside([sentence]));
        var names = Enumerable.Range(0, reading.Words.Count).Where(i => reading.IsName(i) && reading.NameSpan(i).From == i).Take(2)
            .Select(i => reading.NameSpan(i)).Select(n => (Start: reading.Words[n.From].Span.Start, reading.Words[n.To].Span.End)).ToList();
        return names is [var a, var b] ? sentence[..a.Start] + sentence[b.Start..b.End] + sentence[a.End..b.Start] + sentence[a.Start..a.End] + sentence[b.End..] : sentence;
    }

    [GeneratedRegex(@"\b(?:not|never) |n['’]t\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:may|might|could)\b")]
    private static partial Regex May();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<!Vice )\bPresident(?= \p{Lu})")]
    private static partial Regex President();
}
