using System.Collections.Frozen;
using System.Runtime.InteropServices;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Turns an article into weighted terms and a sketch of its word runs.</summary>
internal sealed class TellingTerms(FoldWeights weights, Vocabulary vocabulary)
{
    public const int SketchSize = 16;
    private const int ShingleWords = 5;
    private const int MinimumShingles = 12;
    private const int SketchWords = 250;
    private const double Scale = 10_000;

    // Words from the start within which a whole date is taken for the article's own.
    private const int DateWords = 80;

    private static readonly FrozenDictionary<string, string> Spelled = NumberWords.Small;

    // They stand before names with a capital and are none: many stories have a mayor.
    private static readonly HashSet<string> Titles = new(
        ("mayor president minister prime premier chancellor governor senator congressman congresswoman representative secretary ambassador general colonel captain major "
        + "lieutenant sergeant officer detective sheriff deputy chief police judge justice attorney prosecutor king queen prince princess pope cardinal bishop archbishop "
        + "director chairman chairwoman professor doctor coach manager sir lord lady president-elect spokesman spokeswoman saint state county city "
        + "ministre president maire gouverneur burgermeister kanzler prasident alcalde presidente gobernador ministro sindaco prefeito governador").Split(' '),
        StringComparer.Ordinal);

    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    public Reading Read(FoldInput article, long? clock)
    {
        var headline = article.Headline ?? "";
        var text = headline.Length == 0 ? article.Text : headline + "\n\n" + article.Text;
        var words = Take(text, headline.Length);
        _tallies.Clear();
        var names = Names.Mark(text, words);
        var house = House(article.Publisher);
        for (var i = 0; i < words.Count; i++)
            names[i] &= !Titles.Contains(words[i].Folded) && !(house.Contains(words[i].Folded) && IsCredit(text, words, i, house));
        int? day = null;
        for (var i = 0; i < words.Count; i++)
        {
            var (span, folded) = words[i];
            var inHeadline = span.Start < headline.Length;
            var place = new Standing(inHeadline ? weights.Headline : i < weights.LeadWords ? weights.Lead : 1, inHeadline, inHeadline || i < weights.LeadWords);
            AddPlace(text, words, i, place);
            if (AddDate(words, i, place) is { } said && i < DateWords)
                day ??= said;
            if (Words.IsStop(folded) && !Spelled.ContainsKey(folded))
                continue;
            if (Words.IsIdeograph(folded[0]))
            {
                // One character says little, and Hiragana mostly grammar; two that stand together are nearly a word.
                if (i + 1 < words.Count && words[i + 1].Span.Start == span.End && IsTelling(folded[0]) && IsTelling(words[i + 1].Folded[0]))
                    Add(folded + words[i + 1].Folded, TermKind.Word, place, false, new TextSpan(span.Start, span.Length + words[i + 1].Span.Length));
                continue;
            }

            if (char.IsAsciiDigit(folded[0]))
            {
                var number = folded.Replace(",", "", StringComparison.Ordinal);
                Add("#" + number, TermKind.Number, place, false, span);
                if (SaidDates.Year(number) > 0)
                    Add("@" + number, TermKind.Date, place, false, span);
                else
                    Count(text, words, i, number, place);
                continue;
            }

            if (Spelled.TryGetValue(folded, out var spelled))
                Count(text, words, i, spelled, place);
            if (Words.IsStop(folded))
                continue;
            Add(Stem(folded), TermKind.Word, place, names[i], span);
            if ((names[i] || Sounds.MayName(folded[0])) && folded.Length >= 4 && Sounds.Of(folded) is { } sound)
                Add("~" + sound, TermKind.Sound, place, true, span);
        }

        var published = article.Published?.ToUnixTimeMilliseconds();
        var (terms, written) = Weigh(text);
        var member = new Member(
            article.Key, article.Language, published ?? clock, published is { } p ? (int)(p / 86_400_000) : day, terms, Sketch(words, headline.Length),
            article.Language is not ("de" or "lb"));
        return new Reading(member, written);
    }

    private static HashSet<string> House(string? publisher) =>
        publisher is null ? [] : [.. Words.Spans(publisher).Select(w => Words.Fold(w.Of(publisher))).Where(w => w.Length > 2 && !Words.IsStop(w))];

    /// <summary>A publisher that names itself, in brackets or by more than one of its words, says nothing of the event.</summary>
    private static bool IsCredit(string text, List<Names.Word> words, int at, HashSet<string> house)
    {
        var span = words[at].Span;
        return (span.Start > 0 && text[span.Start - 1] == '(' && span.End < text.Length && text[span.End] is ')' or ' ')
            || (at > 0 && house.Contains(words[at - 1].Folded))
            || (at + 1 < words.Count && house.Contains(words[at + 1].Folded));
    }

    private void AddPlace(string text, List<Names.Word> words, int at, Standing place)
    {
        if (Countries.Match(text, words, at) is not { } country)
            return;
        var start = words[at].Span.Start;
        Add("=" + country.Code, TermKind.Country, place, false, new TextSpan(start, words[at + country.Words - 1].Span.End - start));
    }

    // The date's day, where it has a year.
    private int? AddDate(List<Names.Word> words, int at, Standing place)
    {
        if (SaidDates.At(words, at) is not { } date)
            return null;
        Add($"@{date.Month}-{date.Day}", TermKind.Date, place, false, words[at].Span);
        if (date.Year > 0)
            Add($"@{date.Year}", TermKind.Date, place, false, words[at].Span);
        return date.Number;
    }

    // What a number counts is the next word that tells something.
    private void Count(string text, List<Names.Word> words, int at, string number, Standing place)
    {
        for (var next = at + 1; next < words.Count && next <= at + 2; next++)
        {
            var folded = words[next].Folded;
            if (text.AsSpan(words[next - 1].Span.End, words[next].Span.Start - words[next - 1].Span.End).IndexOfAny(".;:\n") >= 0 || char.IsAsciiDigit(folded[0]))
                return;
            if (Words.IsStop(folded))
                continue;
            Add($"{number} {Stem(folded)}", TermKind.Amount, place, false, new TextSpan(words[at].Span.Start, words[next].Span.End - words[at].Span.Start));
            return;
        }
    }

    private List<Names.Word> Take(string text, int headline)
    {
        var words = new List<Names.Word>();
        foreach (var span in Words.Spans(text))
        {
            words.Add(new Names.Word(span, Words.Fold(span.Of(text))));
            if (words.Count >= weights.TextWords && span.Start > headline)
                break;
        }

        return words;
    }

    private static bool IsTelling(char c) => Words.IsIdeograph(c) && c is not (>= '\u3040' and <= '\u309F');

    // The commonest English endings, so that "drills" meets "drill"; other languages lose little by it.
    private static string Stem(string folded)
    {
        if (folded.Length < 5 || folded[^1] != 's' || folded[^2] is 's' or 'u' or 'i')
            return folded;
        return folded.EndsWith("ies", StringComparison.Ordinal) ? folded[..^3] + "y" : folded[..^1];
    }

    private void Add(string text, TermKind kind, Standing place, bool name, TextSpan written)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, text, out var known);
        tally = known
            ? tally with { Count = tally.Count + place.Weight, Name = tally.Name || name, Headline = tally.Headline || place.Headline, Lead = tally.Lead || place.Lead }
            : new Tally(kind, place.Weight, name, place.Headline, place.Lead, written);
    }

    private (Member.Term[] Terms, string[] Written) Weigh(string text)
    {
        var square = 0.0;
        foreach (var tally in _tallies.Values)
        {
            if (tally.Kind != TermKind.Sound)
                square += Math.Pow(1 + Math.Log(tally.Count), 2);
        }

        var length = Math.Sqrt(square);
        var (terms, written) = (new Member.Term[_tallies.Count], new string[_tallies.Count]);
        var at = 0;
        foreach (var (key, tally) in _tallies)
        {
            var weight = (int)Math.Round(Scale * (1 + Math.Log(tally.Count)) / length);
            terms[at] = new Member.Term(vocabulary.IdOf(key, tally.Kind), weight, tally.Name, tally.Headline, tally.Lead);
            written[at++] = tally.Written.Of(text);
        }

        Array.Sort(Array.ConvertAll(terms, t => t.Id), written);
        Array.Sort(terms, (a, b) => a.Id.CompareTo(b.Id));
        return (terms, written);
    }

    // The smallest hashes of all runs of five words stand for the text: two copies have nearly the same ones.
    private static ulong[] Sketch(List<Names.Word> words, int headline)
    {
        var first = words.FindIndex(w => w.Span.Start >= headline);
        var hashes = new HashSet<ulong>();
        for (var i = Math.Max(first, 0); i + ShingleWords <= words.Count && i < SketchWords; i++)
        {
            var hash = 14695981039346656037UL;
            for (var word = i; word < i + ShingleWords; word++)
            {
                foreach (var c in words[word].Folded)
                    hash = (hash ^ c) * 1099511628211UL;
                hash = (hash ^ ' ') * 1099511628211UL;
            }

            // FNV's high bits are weak on short input; this mixes them before the smallest are taken.
            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
            hashes.Add(hash);
        }

        return hashes.Count < MinimumShingles ? [] : [.. hashes.Order().Take(SketchSize)];
    }

    private readonly record struct Standing(double Weight, bool Headline, bool Lead);

    private readonly record struct Tally(TermKind Kind, double Count, bool Name, bool Headline, bool Lead, TextSpan Written);
}
