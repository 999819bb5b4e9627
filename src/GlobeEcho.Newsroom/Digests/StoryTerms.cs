using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A story's tellings taken apart: sentences, words, publishers.</summary>
internal sealed class StoryTerms
{
    // Reports are written so that they can be cut from the end.
    private const int SentencesRead = 60;

    // A kicker or a summary may stand before the line that opens with place and agency.
    private const int DatelinesSought = 4;

    private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Term, int Token)> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lower = new(StringComparer.Ordinal);

    private StoryTerms(IReadOnlyList<CitableText> texts) => Texts = texts;

    public IReadOnlyList<CitableText> Texts { get; }

    public List<Candidate> Sentences { get; } = [];

    /// <summary>The different content words of each text's headline.</summary>
    public List<int[]> Headlines { get; } = [];

    /// <summary>The words of each text's headline, function words too, as indexes into <see cref="Tokens"/>.</summary>
    public List<int[]> HeadlineTokens { get; } = [];

    /// <summary>Index of each text's publisher.</summary>
    public List<int> Publishers { get; } = [];

    /// <summary>Every different word in lower case, function words too.</summary>
    public List<Token> Tokens { get; } = [];

    public int PublisherCount { get; private set; }

    public int TermCount => _vocabulary.Count;

    /// <param name="voiceOf">Whose voice a text is; null for its publisher's.</param>
    public static StoryTerms Of(IReadOnlyList<CitableText> texts, Func<CitableText, string>? voiceOf = null)
    {
        var made = new StoryTerms(texts);
        var publishers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var voice = voiceOf is null ? text.Publisher : voiceOf(text);
            if (!publishers.TryGetValue(voice, out var publisher))
                publishers.Add(voice, publisher = publishers.Count);
            made.Publishers.Add(publisher);
            made.Headlines.Add(made.TermsIn(text.Headline, false, out var tokens, out _));
            made.HeadlineTokens.Add(tokens);
            made.Read(text, publisher);
        }

        made.PublisherCount = publishers.Count;
        return made;
    }

    private void Read(CitableText text, int publisher)
    {
        var position = 0;
        var index = 0;
        var previous = new TextSpan(0, 0);
        foreach (var whole in Text.Sentences.Split(text.Text).Take(SentencesRead))
        {
            var span = whole;
            if (index++ < DatelinesSought)
            {
                var dateline = Dateline.LengthIn(whole.Of(text.Text));
                span = new TextSpan(whole.Start + dateline, whole.Length - dateline);
            }

            var written = span.Of(text.Text);
            var resolved = Resolved(text, previous, span, written);
            var terms = TermsIn(resolved ?? written, true, out var tokens, out var ideographs);
            var fitness = SentenceFitness.Of(resolved ?? written, tokens.Length, ideographs);
            var cited = resolved is null ? span : new TextSpan(previous.Start, span.End - previous.Start);
            Sentences.Add(new Candidate(text, publisher, position, cited, tokens, terms, fitness) { Resolved = resolved });
            previous = span;
            // A kicker or a repeated headline before the report is not its lead.
            if (position > 0 || fitness != Fitness.Unfit)
                position++;
        }
    }

    // Only within one paragraph: a pronoun that opens another may mean anybody.
    private static string? Resolved(CitableText text, TextSpan previous, TextSpan span, string written)
    {
        if (previous.Length == 0 || text.Language is not (null or "en") || !written.StartsWith("He ", StringComparison.Ordinal) && !written.StartsWith("She ", StringComparison.Ordinal))
            return null;
        return text.Text.AsSpan(previous.End, span.Start - previous.End).ContainsAny('\n', '\r') ? null : Resolution.Of(previous.Of(text.Text), written);
    }

    private int[] TermsIn(string part, bool isSentence, out int[] tokens, out int ideographs)
    {
        var found = new List<int>();
        var all = new List<int>();
        ideographs = 0;
        foreach (var span in Text.Words.Spans(part))
        {
            if (span.Length == 1 && part[span.Start] >= '\u3040')
                ideographs++;
            var (term, token) = Know(span.Of(part));
            // The first word's capital tells nothing.
            if (isSentence && all.Count > 0)
                Tokens[token] = Tokens[token].Seen(char.IsUpper(part[span.Start]));
            all.Add(token);
            if (term >= 0)
                found.Add(term);
        }

        tokens = [.. all];
        found.Sort();
        return found.Distinct().ToArray();
    }

    private (int Term, int Token) Know(string word)
    {
        if (_written.TryGetValue(word, out var known))
            return known;
        var folded = Text.Words.Fold(word);
        var term = -1;
        var stop = Text.Words.IsStop(folded);
        if (!stop && !_vocabulary.TryGetValue(folded, out term))
            _vocabulary.Add(folded, term = _vocabulary.Count);
        var lower = word.ToLowerInvariant();
        if (!_lower.TryGetValue(lower, out var token))
        {
            _lower.Add(lower, token = Tokens.Count);
            Tokens.Add(new Token(lower.Length, char.IsDigit(lower[0]), stop, 0, 0));
        }

        return _written[word] = (term, token);
    }

    /// <summary>What a word looks like.</summary>
    /// <param name="Capitals">How often it stands with a capital inside a sentence.</param>
    /// <param name="Inside">How often it stands inside a sentence.</param>
    internal readonly record struct Token(int Length, bool IsNumber, bool IsStop, int Capitals, int Inside)
    {
        public Token Seen(bool capital) => this with { Capitals = Capitals + (capital ? 1 : 0), Inside = Inside + 1 };
    }
}
