using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// Writes a digest out of the tellings' own sentences, character for character, but for a "he" or "she" that the sentence before resolves;
/// each claim cites first the span it was taken from, then sentences of other voices that tell the same.
/// </summary>
public static class ExtractiveWriter
{
    /// <summary>How many publishers a claim cites at most.</summary>
    public const int MostCitations = 8;

    // Below this share of the telling words a sentence cannot hold enough of all the words; it only saves the comparing.
    private const double LeastShared = 0.6;

    /// <param name="texts">The story's tellings, of different articles; at least one.</param>
    /// <param name="language">ISO 639-1: the language to write in when any telling has it; otherwise the one most publishers told it in.</param>
    /// <param name="words">About how many words to write; then the most telling sentence stands first. Null for as long as the story is big.</param>
    /// <param name="voiceOf">Whose voice a text is; null for its publisher's. Two texts of one voice do not corroborate each other.</param>
    public static Draft Write(IReadOnlyList<CitableText> texts, string language, int? words = null, Func<CitableText, string>? voiceOf = null)
    {
        if (texts.Count == 0)
            throw new ArgumentException("A story has at least one telling.", nameof(texts));
        var chosenLanguage = StoryLanguage.Of(texts.Select(t => (t.Language, t.Publisher)).ToList(), language);
        var story = StoryTerms.Of(texts.Where(t => t.Language == chosenLanguage).ToList(), voiceOf);
        var salience = new Salience(story);
        var chosen = Selection.Choose(story, salience, words);
        var ordered = words is null ? Arrangement.Order(story, chosen) : chosen;
        var paragraphs = words is null ? Arrangement.Paragraphs(ordered.ConvertAll(i => Arrangement.PartOf(story.Sentences[i])), story.PublisherCount) : new int[ordered.Count];
        var claims = ordered.Select((s, i) => new Claim(story.Sentences[s].Text, paragraphs[i], Cite(story, s))).ToList();
        var draft = new Draft(chosenLanguage, Headlines.Choose(story, chosenLanguage), claims);
        return words is null && IsEnglish(chosenLanguage) ? WithMore(draft, story, salience, chosen, voiceOf) : draft;
    }

    private static Draft WithMore(Draft draft, StoryTerms story, Salience salience, List<int> chosen, Func<CitableText, string>? voiceOf)
    {
        var standfirst = Headlines.Standfirst(story, salience, chosen);
        var cited = draft.Claims.SelectMany(c => c.Citations).ToList();
        return draft with
        {
            Standfirst = standfirst is { } s ? new Claim(story.Sentences[s].Text, 0, Cite(story, s)) : null,
            Disagreements = Disagreements.In(story.Texts, voiceOf),
            Quotes = story.Texts.Where(t => cited.Exists(c => c.Article == t.Article)).SelectMany(SpokenQuotes.In)
                .Where(q => cited.Exists(c => c.Article == q.Article && c.Span.Start <= q.Quote.Start && c.Span.End >= q.Quote.End)).ToList(),
        };
    }

    private static bool IsEnglish(string? language) => language is null or "en";

    private static List<Citation> Cite(StoryTerms story, int sentence)
    {
        var taken = First(story, story.Sentences[sentence]);
        var citations = new List<Citation> { new(taken.Source.Article, taken.Span) };
        var backing = new Dictionary<int, (Citation Citation, double Shared)>();
        for (var i = 0; i < story.Sentences.Count; i++)
        {
            // An own text and an agency's of one publisher are two voices, and still one publisher that may be wrong.
            if (story.Sentences[i].Publisher == taken.Publisher || story.Sentences[i].Source.Publisher == taken.Source.Publisher || Backing(story, i, taken) is not { } found)
                continue;
            if (!backing.TryGetValue(story.Sentences[i].Publisher, out var best) || found.Shared > best.Shared)
                backing[story.Sentences[i].Publisher] = found;
        }

        citations.AddRange(backing.OrderByDescending(b => b.Value.Shared).ThenBy(b => b.Key).Take(MostCitations - 1)
            .Select(b => b.Value.Citation));
        return citations;
    }

    // Of a text that others print too, whoever printed the sentence first is named for it.
    private static Candidate First(StoryTerms story, Candidate taken) => story.Sentences
        .Where(s => s.Publisher == taken.Publisher && s.Source.Publisher != taken.Source.Publisher && s.Source.Published < taken.Source.Published && s.Text == taken.Text)
        .OrderBy(s => s.Source.Published).ThenBy(s => s.Source.Article.Value).FirstOrDefault() ?? taken;

    // One sentence tells the same as the claim, or it and the next of its paragraph together.
    private static (Citation Citation, double Shared)? Backing(StoryTerms story, int index, Candidate claim)
    {
        var sentence = story.Sentences[index];
        var shared = SortedTerms.Shared(sentence.Terms, claim.Terms);
        if (shared >= LeastShared * claim.Terms.Length && sentence.Words.Backs(claim.Words) && Tells(sentence.Source, sentence.Span, claim))
            return (new Citation(sentence.Source.Article, sentence.Span), shared);
        if (index + 1 == story.Sentences.Count)
            return null;
        var next = story.Sentences[index + 1];
        if (next.Source != sentence.Source || shared == 0 || shared + SortedTerms.Shared(next.Terms, claim.Terms) < LeastShared * claim.Terms.Length)
            return null;
        var both = new TextSpan(sentence.Span.Start, Math.Max(0, next.Span.End - sentence.Span.Start));
        if (both.Of(next.Source.Text).Contains('\n') || !WordSet.Of(both.Of(next.Source.Text)).Backs(claim.Words) || !Tells(next.Source, both, claim))
            return null;
        return (new Citation(sentence.Source.Article, both), shared);
    }

    // The words may be the same and the sense another: the gate for rewrites looks at both as if the claim were written from the other's span.
    private static bool Tells(CitableText source, TextSpan span, Candidate claim) =>
        !IsEnglish(source.Language) || RewriteCheck.Fault(claim.Text, [span.Of(source.Text)]) is null or CitationFault.WordMissing;
}
