using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// Writes a digest out of the tellings' own sentences, character for character; each claim cites first the span it was taken from,
/// then sentences of other publishers that tell the same.
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
    public static Draft Write(IReadOnlyList<CitableText> texts, string language, int? words = null)
    {
        if (texts.Count == 0)
            throw new ArgumentException("A story has at least one telling.", nameof(texts));
        var chosenLanguage = LanguageOf(texts, language);
        var story = StoryTerms.Of(texts.Where(t => t.Language == chosenLanguage).ToList());
        var salience = new Salience(story);
        var chosen = Selection.Choose(story, salience, words);
        var ordered = words is null ? Arrangement.Order(story, chosen) : chosen;
        var paragraphs = Arrangement.Paragraphs(ordered.Count, words is null ? story.PublisherCount : 1);
        var claims = ordered.Select((s, i) => new Claim(story.Sentences[s].Text, paragraphs[i], Cite(story, story.Sentences[s]))).ToList();
        return new Draft(chosenLanguage, story.Texts[salience.MostCentral].Headline, claims);
    }

    private static string? LanguageOf(IReadOnlyList<CitableText> texts, string language) =>
        texts.Any(t => t.Language == language)
            ? language
            : texts.GroupBy(t => t.Language)
                .OrderByDescending(g => g.Select(t => t.Publisher).Distinct().Count())
                .ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .First().Key;

    private static List<Citation> Cite(StoryTerms story, Candidate taken)
    {
        var citations = new List<Citation> { new(taken.Source.Article, taken.Span) };
        var backing = new Dictionary<int, (Citation Citation, int Shared)>();
        for (var i = 0; i < story.Sentences.Count; i++)
        {
            if (story.Sentences[i].Publisher == taken.Publisher || Backing(story, i, taken) is not { } found)
                continue;
            if (!backing.TryGetValue(story.Sentences[i].Publisher, out var best) || found.Shared > best.Shared)
                backing[story.Sentences[i].Publisher] = found;
        }

        citations.AddRange(backing.OrderByDescending(b => b.Value.Shared).ThenBy(b => b.Key).Take(MostCitations - 1)
            .Select(b => b.Value.Citation));
        return citations;
    }

    // One sentence tells the same as the claim, or it and the next of its paragraph together.
    private static (Citation Citation, int Shared)? Backing(StoryTerms story, int index, Candidate claim)
    {
        var sentence = story.Sentences[index];
        var shared = Shared(sentence.Terms, claim.Terms);
        if (shared >= LeastShared * claim.Terms.Length && sentence.Words.Backs(claim.Words))
            return (new Citation(sentence.Source.Article, sentence.Span), shared);
        if (index + 1 == story.Sentences.Count)
            return null;
        var next = story.Sentences[index + 1];
        if (next.Source != sentence.Source || shared == 0 || shared + Shared(next.Terms, claim.Terms) < LeastShared * claim.Terms.Length)
            return null;
        var both = new TextSpan(sentence.Span.Start, Math.Max(0, next.Span.End - sentence.Span.Start));
        if (both.Of(next.Source.Text).Contains('\n') || !WordSet.Of(both.Of(next.Source.Text)).Backs(claim.Words))
            return null;
        return (new Citation(sentence.Source.Article, both), shared);
    }

    private static int Shared(int[] one, int[] other)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
