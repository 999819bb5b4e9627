using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A claim, or the spans it cites, taken apart for the check of rewrites: words, clauses, names, numbers, quotations.</summary>
internal sealed class ClaimReading
{
    private readonly bool[] _names;

    private ClaimReading(string text, List<ClaimWord> words, bool[] names, List<TextSpan> quotations)
    {
        Text = text;
        Words = words;
        _names = names;
        Quotations = quotations;
        Keys = words.Where(w => w.Number is null).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All spans, a line each.</summary>
    public string Text { get; }

    public IReadOnlyList<ClaimWord> Words { get; }

    /// <summary>Inside their marks.</summary>
    public IReadOnlyList<TextSpan> Quotations { get; }

    public HashSet<string> Keys { get; }

    /// <param name="texts">Cited spans, or the one text of a claim.</param>
    /// <param name="known">Words in lower case that are capitalised inside sentences of the claim or what it cites.</param>
    public static ClaimReading Of(IReadOnlyList<string> texts, IReadOnlySet<string> known)
    {
        var text = string.Join('\n', texts);
        var quotations = SpokenQuotes.Marked(text);
        var quantities = Quantities.In(text);
        var words = new List<ClaimWord>();
        var clause = 0;
        var sentence = 0;
        foreach (var span in GlobeEcho.Newsroom.Text.Sentences.Split(text))
        {
            clause++;
            ReadSentence(text, span, sentence++, ref clause, quotations, quantities, words);
        }

        return new ClaimReading(text, words, Names(words, known), quotations);
    }

    /// <summary>The words capitalised inside a sentence, in lower case.</summary>
    public static HashSet<string> CapitalsInside(IEnumerable<string> texts)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var sentence in GlobeEcho.Newsroom.Text.Sentences.Split(text))
            {
                var part = sentence.Of(text);
                foreach (var span in GlobeEcho.Newsroom.Text.Words.Spans(part).Skip(1))
                {
                    if (char.IsUpper(part[span.Start]) && !(span.Start > 0 && part[span.Start - 1] is '"' or '“' or '‘'))
                        found.Add(span.Of(part).ToLowerInvariant());
                }
            }
        }

        return found;
    }

    public bool IsName(int word) => _names[word];

    /// <summary>The words of the name a word belongs to; offices and titles are no part of it.</summary>
    public IReadOnlySet<string> NameAt(int word)
    {
        var (from, to) = NameSpan(word);
        return Words.Skip(from).Take(to - from + 1).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>First and last word of the name a word belongs to.</summary>
    public (int From, int To) NameSpan(int word)
    {
        var from = word;
        while (from > 0 && _names[from - 1] && Touch(from - 1))
            from--;
        var to = word;
        while (to + 1 < Words.Count && _names[to + 1] && Touch(to))
            to++;
        return (from, to);
    }

    /// <summary>Whether nothing but a space or a hyphen stands between a word and the next.</summary>
    public bool Touch(int word) =>
        Words[word + 1].Sentence == Words[word].Sentence && Between(word) is " " or "-" or "\u00A0" or ". ";

    /// <summary>The marks between a word and the next.</summary>
    public ReadOnlySpan<char> Between(int word) => Text.AsSpan(Words[word].Span.End, Words[word + 1].Span.Start - Words[word].Span.End);

    private static void ReadSentence(
        string text, TextSpan sentence, int number, ref int clause, List<TextSpan> quotations, List<Quantity> quantities, List<ClaimWord> words)
    {
        var part = sentence.Of(text);
        var end = sentence.Start;
        foreach (var found in GlobeEcho.Newsroom.Text.Words.Spans(part))
        {
            var span = new TextSpan(sentence.Start + found.Start, found.Length);
            // The rest of a number that has been taken whole.
            if (span.Start < end && words.Count > 0 && words[^1].Number is not null)
                continue;
            var lower = span.Of(text).ToLowerInvariant();
            var between = text.AsSpan(end, Math.Max(0, span.Start - end));
            if (between.IndexOfAny(",;:()—–") >= 0 || ClaimLexicon.Connectives.Contains(lower))
                clause++;
            var isQuoted = quotations.Exists(q => span.Start >= q.Start && span.End <= q.End);
            var quantity = quantities.Find(q => q.Span.Start <= span.Start && q.Span.End >= span.End);
            if (quantity is not null)
                span = new TextSpan(span.Start, quantity.Span.End - span.Start);
            else
                (span, lower) = Contraction(text, span, lower, words);
            end = span.End;
            if (lower.Length > 0)
                words.Add(new ClaimWord(span, lower, ClaimLexicon.Key(lower), char.IsUpper(text[span.Start]), number, clause, isQuoted, quantity));
        }
    }

    // "hasn't" is "has not"; "Norvia's" is "Norvia".
    private static (TextSpan Span, string Lower) Contraction(string text, TextSpan span, string lower, List<ClaimWord> words)
    {
        if (span.Start < 2 || text[span.Start - 1] is not ('\'' or '’') || !char.IsLetter(text[span.Start - 2]))
            return (span, lower);
        if (lower == "t" && words.Count > 0 && words[^1].Lower is [.., 'n'])
        {
            var stem = words[^1].Lower == "can" ? "can" : words[^1].Lower[..^1];
            words[^1] = words[^1] with { Lower = stem, Key = ClaimLexicon.Key(stem) };
            return (span, "not");
        }

        return lower switch
        {
            "s" or "d" or "m" => (span, ""),
            "ll" => (span, "will"),
            "re" => (span, "are"),
            "ve" => (span, "have"),
            _ => (span, lower),
        };
    }

    private static bool[] Names(List<ClaimWord> words, IReadOnlySet<string> known)
    {
        var names = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.IsCapital || word.Number is not null || ClaimLexicon.IsFunctionWord(word.Lower) || IsOfficeWord(word.Lower) || IsCalendar(word))
                continue;
            var opens = i == 0 || words[i - 1].Sentence != word.Sentence;
            names[i] = !opens || known.Contains(word.Lower);
        }

        return names;
    }

    public static bool IsCalendar(ClaimWord word) =>
        ClaimLexicon.Dates.Contains(word.Lower) || (word.Lower == "may" && word.IsCapital);

    public static bool IsOfficeWord(string lower) =>
        ClaimLexicon.Offices.Contains(lower) || ClaimLexicon.OfficeLimits.Contains(lower)
        || lower is "foreign" or "defence" or "defense" or "finance" or "interior" or "health" or "trade" or "treasury" or "energy" or "labour" or "labor" or "house" or "general"
            or "mr" or "mrs" or "ms" or "sir" or "dr" or "sen" or "rep" or "gov" or "lord" or "lady" or "dame";
}
