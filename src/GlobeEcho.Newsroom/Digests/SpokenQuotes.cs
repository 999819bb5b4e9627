using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Who is quoted with what: quotations whose sentence names a speaker beside a verb of speech (English).</summary>
public static class SpokenQuotes
{
    // Shorter ones are words set apart, not speech.
    private const int FewestWords = 3;

    /// <summary>The quotations of a text in order; one that nobody is named for is left out.</summary>
    public static IReadOnlyList<SpokenQuote> In(CitableText text)
    {
        var found = new List<SpokenQuote>();
        foreach (var sentence in Sentences.Split(text.Text))
        {
            var part = sentence.Of(text.Text);
            var quotes = Marked(part);
            if (quotes.Count == 0)
                continue;
            var reading = ClaimReading.Of([part], ClaimReading.CapitalsInside([part, text.Text]));
            foreach (var quote in quotes)
            {
                if (Words.Spans(quote.Of(part)).Count() < FewestWords || Speaker(reading, quote) is not { } speaker)
                    continue;
                var (from, to) = reading.NameSpan(speaker);
                var name = part[reading.Words[from].Span.Start..reading.Words[to].Span.End];
                found.Add(new SpokenQuote(text.Article, text.Publisher, name, new TextSpan(sentence.Start + quote.Start, quote.Length), sentence));
            }
        }

        return found;
    }

    /// <summary>What stands between quotation marks, line by line; an opened mark that is not closed opens nothing.</summary>
    internal static List<TextSpan> Marked(string text)
    {
        var found = new List<TextSpan>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    open = -1;
                    break;
                case '“' or '«' or '„':
                case '"' when open < 0:
                    open = i + 1;
                    break;
                case '”' or '»' or '"' when open >= 0:
                    if (i > open)
                        found.Add(new TextSpan(open, i - open));
                    open = -1;
                    break;
            }
        }

        return found;
    }

    /// <summary>A word of the name of whoever speaks a quotation of the reading; null when its sentence names nobody.</summary>
    internal static int? Speaker(ClaimReading reading, TextSpan quote)
    {
        var inside = Enumerable.Range(0, reading.Words.Count).Where(i => reading.Words[i].Span.Start >= quote.Start && reading.Words[i].Span.End <= quote.End).ToList();
        if (inside.Count == 0)
            return null;
        var sentences = inside.Select(i => reading.Words[i].Sentence).Append(SentenceAfter(reading, inside[^1], quote)).ToHashSet();
        int? best = null;
        var nearest = int.MaxValue;
        for (var i = 0; i < reading.Words.Count; i++)
        {
            var word = reading.Words[i];
            if (word.IsQuoted || !sentences.Contains(word.Sentence) || !(ClaimLexicon.Speaking.Contains(word.Key) || ClaimLexicon.Speaking.Contains(ClaimLexicon.Stem(word.Lower))))
                continue;
            var distance = i < inside[0] ? inside[0] - i : i - inside[^1];
            // What another clause says is said of something else.
            distance += 3 * Math.Abs(word.Clause - reading.Words[i < inside[0] ? inside[0] : inside[^1]].Clause);
            if (distance >= nearest || SubjectOf(reading, i) is not { } subject)
                continue;
            nearest = distance;
            best = subject;
        }

        return best;
    }

    /// <summary>A word of the name that does what a verb of speech tells; null for none.</summary>
    internal static int? SubjectOf(ClaimReading reading, int verb)
    {
        var sentence = reading.Words[verb].Sentence;
        // "..., saying that": the one the sentence is about.
        if (reading.Words[verb].Lower.EndsWith("ing", StringComparison.Ordinal))
            return FirstName(reading, verb);
        for (var i = verb - 1; i >= 0 && verb - i <= 12; i--)
        {
            var word = reading.Words[i];
            // "she said": whoever that is, it is nobody named beside it.
            if (word.Sentence == sentence && !word.IsQuoted && word.Lower is "he" or "she" or "they" or "it" or "who" or "i" or "we" && verb - i <= 3)
                return null;
            if (word.Sentence != sentence || word.IsQuoted || ClaimLexicon.Pronouns.Contains(word.Lower) || ClaimLexicon.Connectives.Contains(word.Lower) || (word.LooksVerbal && word.IsContent))
                break;
            if (reading.IsName(i))
                return i;
        }

        for (var i = verb + 1; i < reading.Words.Count && i - verb <= 8; i++)
        {
            var word = reading.Words[i];
            if (word.Sentence != sentence || word.IsQuoted || ClaimLexicon.Prepositions.Contains(word.Lower) || word.Lower == "that" || ClaimLexicon.Pronouns.Contains(word.Lower))
                break;
            if (reading.IsName(i))
                return i;
        }

        return null;
    }

    // The first name of the sentence, or of what follows the last "and" that a name follows.
    private static int? FirstName(ClaimReading reading, int verb)
    {
        int? first = null;
        var begin = verb;
        for (var i = verb - 1; i >= 0 && reading.Words[i].Sentence == reading.Words[verb].Sentence; i--)
        {
            if (first is not null && reading.Words[i].Lower is "and" or "but" or "while" && reading.Words[i].Clause != reading.Words[verb].Clause)
                break;
            begin = i;
            if (!reading.Words[i].IsQuoted && reading.IsName(i))
                first = i;
        }

        // Somebody unnamed did it, when a verb stands before the first name.
        if (first is { } name && Enumerable.Range(begin, name - begin).Any(i => reading.Words[i].LooksVerbal || reading.Words[i].IsAuxiliary))
            return null;
        for (var i = verb + 1; first is null && i < reading.Words.Count && reading.Words[i].Sentence == reading.Words[verb].Sentence; i++)
        {
            if (!reading.Words[i].IsQuoted && reading.IsName(i))
                return i;
        }

        return first;
    }

    // "Is it?" said X: the words after a quotation's own stop are another sentence to the splitter, but not to a reader.
    private static int SentenceAfter(ClaimReading reading, int last, TextSpan quote)
    {
        var sentence = reading.Words[last].Sentence;
        if (last + 1 >= reading.Words.Count || reading.Words[last + 1].Span.Start > quote.End + 3)
            return sentence;
        var next = reading.Words[last + 1];
        return char.IsLower(reading.Text[next.Span.Start]) ? next.Sentence : sentence;
    }
}
