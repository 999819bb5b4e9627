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
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);

    private StoryTerms(IReadOnlyList<CitableText> texts) => Texts = texts;

    public IReadOnlyList<CitableText> Texts { get; }

    public List<Candidate> Sentences { get; } = [];

    /// <summary>The different content words of each text's headline.</summary>
    public List<int[]> Headlines { get; } = [];

    public int PublisherCount { get; private set; }

    public int TermCount => _vocabulary.Count;

    public static StoryTerms Of(IReadOnlyList<CitableText> texts)
    {
        var made = new StoryTerms(texts);
        var publishers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (!publishers.TryGetValue(text.Publisher, out var publisher))
                publishers.Add(text.Publisher, publisher = publishers.Count);
            made.Headlines.Add(made.TermsIn(text.Headline, 0, text.Headline.Length, out _, out _));
            made.Read(text, publisher);
        }

        made.PublisherCount = publishers.Count;
        return made;
    }

    private void Read(CitableText text, int publisher)
    {
        var position = 0;
        var index = 0;
        foreach (var whole in Text.Sentences.Split(text.Text).Take(SentencesRead))
        {
            var span = whole;
            if (index++ < DatelinesSought)
            {
                var dateline = Dateline.LengthIn(whole.Of(text.Text));
                span = new TextSpan(whole.Start + dateline, whole.Length - dateline);
            }

            var terms = TermsIn(text.Text, span.Start, span.Length, out var words, out var ideographs);
            var fitness = SentenceFitness.Of(span.Of(text.Text), words, ideographs);
            Sentences.Add(new Candidate(text, publisher, position, span, words, terms, fitness));
            // A kicker or a repeated headline before the report is not its lead.
            if (position > 0 || fitness != Fitness.Unfit)
                position++;
        }
    }

    private int[] TermsIn(string text, int start, int length, out int words, out int ideographs)
    {
        var found = new List<int>();
        words = 0;
        ideographs = 0;
        var part = text.Substring(start, length);
        foreach (var span in Text.Words.Spans(part))
        {
            words++;
            if (span.Length == 1 && part[span.Start] >= '\u3040')
                ideographs++;
            var term = TermOf(span.Of(part));
            if (term >= 0)
                found.Add(term);
        }

        found.Sort();
        return found.Distinct().ToArray();
    }

    private int TermOf(string word)
    {
        if (_terms.TryGetValue(word, out var known))
            return known;
        var folded = Text.Words.Fold(word);
        var term = -1;
        if (!Text.Words.IsStop(folded) && !_vocabulary.TryGetValue(folded, out term))
            _vocabulary.Add(folded, term = _vocabulary.Count);
        _terms.Add(word, term);
        return term;
    }
}
