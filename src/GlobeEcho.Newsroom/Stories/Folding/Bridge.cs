namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>How near an article stands to a story no telling of which is in its language: by names, places, dates and numbers alone.</summary>
internal sealed class Bridge(Vocabulary vocabulary)
{
    // Names and places that must be shared: numbers alone, or one name alone, tell nothing. Every page has a 2, and a president is in many stories.
    private const int Bearers = 2;

    /// <summary>0 to 1.</summary>
    public double Likeness(Member article, FoldedStory story)
    {
        var (dot, own, square, bearers) = (0.0, 0.0, 0.0, 0);
        foreach (var term in article.Terms)
        {
            if (!vocabulary.IsBridge(term.Id))
                continue;
            var weight = vocabulary.Weight(term.Id);
            var mine = weight * term.Weight;
            own += mine * mine;
            var at = story.Find(term.Id);
            if (at < 0)
                continue;
            dot += mine * weight * story.SumAt(at);
            if (vocabulary.KindOf(term.Id) is TermKind.Sound or TermKind.Country)
                bearers++;
        }

        if (bearers < Bearers)
            return 0;
        for (var i = 0; i < story.Length; i++)
        {
            if (vocabulary.IsBridge(story.TermAt(i)))
                square += Math.Pow(vocabulary.Weight(story.TermAt(i)) * story.SumAt(i), 2);
        }

        return square == 0 || own == 0 ? 0 : dot / Math.Sqrt(square * own);
    }
}
