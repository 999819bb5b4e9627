using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A headline and the sentence under it, chosen among what tellings say.</summary>
internal static class Headlines
{
    private const int LongestStandfirst = 30;

    // A standfirst tells at least this share of what the best sentence tells, and no more than that of what the headlines say already.
    private const double LeastOfBest = 0.4;
    private const double MostKnown = 0.6;

    // Nearer to a sentence of the article it would only say it twice.
    private const double MostLike = 0.4;

    /// <summary>
    /// The best headline of which every name and number stands in some telling's text; where there is none, the best. A paper's own name at
    /// its end is left off.
    /// </summary>
    public static string Choose(StoryTerms story, string? language)
    {
        var told = story.Texts.Select(t => WordSet.Of(t.Text)).ToList();
        var order = HeadlineChoice.Order(story.Texts.Select(t => (t.Headline, t.Language)).ToList(), language);
        return order.Count == 0 ? "" : Bare(story.Texts[order.FirstOrDefault(i => IsAttested(story.Texts[i].Headline, told), order[0])]);
    }

    /// <summary>A short sentence the digest does not print that says what the headlines leave out; null for none.</summary>
    public static int? Standfirst(StoryTerms story, Salience salience, List<int> chosen)
    {
        if (chosen.Count == 0 || story.PublisherCount < 2)
            return null;
        var said = story.Headlines.SelectMany(h => h).ToHashSet();
        var least = LeastOfBest * chosen.Max(c => salience.Scores[c]);
        var open = Enumerable.Range(0, story.Sentences.Count).Where(i =>
            story.Sentences[i].Fitness == Fitness.Fit && !chosen.Contains(i) && story.Sentences[i].WordCount <= LongestStandfirst && salience.Scores[i] >= least
            && salience.ShareIn(i, said) <= MostKnown && chosen.TrueForAll(c => salience.Likeness(c, i) <= MostLike)).ToList();
        return open.Count == 0 ? null : open.MaxBy(i => salience.Scores[i]);
    }

    private static bool IsAttested(string headline, List<WordSet> told)
    {
        // In title case every word looks like a name, and all of them need not be in a text.
        var words = WordSet.Of(headline);
        var names = words.Names.Count * 2 > words.Words.Count ? [] : words.Names;
        return words.Numbers.All(n => told.Exists(t => t.Numbers.Contains(n))) && names.All(n => told.Exists(t => t.Words.Contains(n)));
    }

    private static string Bare(CitableText text)
    {
        var headline = text.Headline.Trim();
        foreach (var mark in (string[])[" - ", " | ", " – ", " — "])
        {
            if (headline.EndsWith(mark + text.Publisher, StringComparison.OrdinalIgnoreCase))
                return headline[..^(mark.Length + text.Publisher.Length)];
        }

        return headline;
    }
}
