namespace GlobeEcho.Newsroom.Digests;

/// <summary>Which of a story's sentences a digest takes.</summary>
internal static class Selection
{
    /// <summary>Of several publishers none gives more than this share of the sentences.</summary>
    public const double MostFromOne = 0.5;

    // Two sentences more alike than this say the same.
    private const double Same = 0.6;
    private const double Redundancy = 0.5;

    // What tells less than this share of the best sentence is not worth a line.
    private const double LeastOfBest = 0.25;

    // A word budget may be passed by this much for a sentence that tells, and is full when this much of it is used.
    private const double Over = 1.3;
    private const double Full = 0.9;

    /// <summary>Indexes into the story's sentences, the most telling first.</summary>
    public static List<int> Choose(StoryTerms story, Salience salience, int? words)
    {
        var fit = Enumerable.Range(0, story.Sentences.Count).Where(i => story.Sentences[i].Fitness != Fitness.Unfit && story.Sentences[i].Terms.Length > 0).ToList();
        var likeness = new double[story.Sentences.Count];
        var chosen = new List<int>();
        if (fit.Count == 0)
            return chosen;
        var target = words is null ? Target(story.PublisherCount) : int.MaxValue;
        var least = LeastOfBest * fit.Max(i => salience.Scores[i]);
        var count = 0;
        while (chosen.Count < target && (words is null || count < words * Full))
        {
            var open = fit.Where(i => likeness[i] <= Same && salience.Scores[i] >= least && Fits(story.Sentences[i].WordCount, count, words)).ToList();
            open = Spread(story, open, chosen, target);
            if (open.Count == 0)
                break;
            var next = open.MaxBy(i => salience.Scores[i] - (Redundancy * likeness[i]));
            chosen.Add(next);
            count += story.Sentences[next].WordCount;
            fit.Remove(next);
            foreach (var i in fit)
                likeness[i] = Math.Max(likeness[i], salience.Likeness(i, next));
        }

        return chosen;
    }

    /// <summary>How many sentences a story of so many publishers is told in.</summary>
    private static int Target(int publishers) => publishers switch
    {
        1 => 3,
        2 => 4,
        3 => 5,
        _ => Math.Min(12, 5 + (publishers / 2)),
    };

    private static bool Fits(int words, int count, int? budget) => budget is null || count == 0 || count + words <= budget * Over;

    // The second voice is heard as early as the second sentence, and none fills more than its share.
    private static List<int> Spread(StoryTerms story, List<int> open, List<int> chosen, int target)
    {
        if (story.PublisherCount == 1 || chosen.Count == 0)
            return open;
        if (chosen.Count == 1 && story.PublisherCount >= 3)
        {
            var others = open.FindAll(i => story.Sentences[i].Publisher != story.Sentences[chosen[0]].Publisher);
            return others.Count > 0 ? others : open;
        }

        var most = target == int.MaxValue ? target : (int)Math.Ceiling(MostFromOne * target);
        return open.FindAll(i => chosen.Count(c => story.Sentences[c].Publisher == story.Sentences[i].Publisher) < most);
    }
}
