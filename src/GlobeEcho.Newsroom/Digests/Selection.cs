namespace GlobeEcho.Newsroom.Digests;

/// <summary>Which of a story's sentences a digest takes.</summary>
internal static class Selection
{
    /// <summary>Of several publishers none gives more than this share of the sentences.</summary>
    public const double MostFromOne = 0.5;

    /// <summary>Of no publisher's text more than this share of its words is taken, but two sentences of a short one.</summary>
    public const double MostOfText = 0.3;

    private const int FreeSentences = 2;
    private const int LongTelling = 12;

    // Two sentences more alike than this say the same.
    private const double Same = 0.35;
    private const double Redundancy = 1.5;

    // What tells less than this share of the best sentence is not worth a line.
    private const double LeastOfBest = 0.25;

    // The opening sentences of a story's tellings tell one thing in other words: of these two are enough, unless one brings news.
    private const int MostLeads = 2;
    private const double News = 0.7;

    /// <summary>Indexes into the story's sentences, the most telling first.</summary>
    public static List<int> Choose(StoryTerms story, Salience salience, int? words) =>
        words is { } budget ? Budget.Fill(story, salience, new WordWorth(story, salience.Scores), budget) : Tell(story, salience);

    private static List<int> Tell(StoryTerms story, Salience salience)
    {
        var sentences = story.Sentences;
        var left = Enumerable.Range(0, sentences.Count).Where(i => sentences[i].Fitness != Fitness.Unfit && sentences[i].Terms.Length > 0).ToList();
        var chosen = new List<int>();
        if (left.Count == 0)
            return chosen;
        var least = LeastOfBest * left.Max(i => salience.Scores[i]);
        var target = Target(story);
        var likeness = new double[sentences.Count];
        var said = new HashSet<int>();
        var told = new double[sentences.Count];
        while (chosen.Count < target)
        {
            var open = left.FindAll(i => likeness[i] <= Same && salience.Scores[i] >= least);
            open = Vary(sentences, open, chosen, told, target);
            open = Spread(story, open, chosen);
            if (open.Count == 0)
                break;
            var next = open.MaxBy(i => salience.Scores[i] - (Redundancy * told[i]));
            chosen.Add(next);
            left.Remove(next);
            said.UnionWith(sentences[next].Terms);
            foreach (var i in left)
            {
                likeness[i] = Math.Max(likeness[i], salience.Likeness(i, next));
                told[i] = salience.ShareIn(i, said);
            }
        }

        return chosen;
    }

    // A story of one short telling gets two sentences.
    private static int Target(StoryTerms story) => story.PublisherCount switch
    {
        1 => story.Sentences.Count > LongTelling ? 3 : 2,
        2 => 4,
        3 => 5,
        _ => Math.Min(14, 4 + story.PublisherCount),
    };

    private static List<int> Vary(List<Candidate> sentences, List<int> open, List<int> chosen, double[] told, int target)
    {
        if (chosen.Count(c => sentences[c].Position == 0) >= MostLeads)
            open = open.FindAll(i => sentences[i].Position > 0 || told[i] < 1 - News);
        open = open.FindAll(i => IsWithinShare(sentences, i, chosen));
        if (sentences.TrueForAll(s => s.Publisher == sentences[0].Publisher))
            return open;
        var most = (int)Math.Ceiling(MostFromOne * target);
        return open.FindAll(i => chosen.Count(c => sentences[c].Publisher == sentences[i].Publisher) < most);
    }

    // Where three tell it, the second voice is heard as early as the second sentence.
    private static List<int> Spread(StoryTerms story, List<int> open, List<int> chosen)
    {
        if (chosen.Count != 1 || story.PublisherCount < 3)
            return open;
        var others = open.FindAll(i => story.Sentences[i].Publisher != story.Sentences[chosen[0]].Publisher);
        return others.Count > 0 ? others : open;
    }

    private static bool IsWithinShare(List<Candidate> sentences, int sentence, List<int> chosen)
    {
        var publisher = sentences[sentence].Publisher;
        var taken = chosen.FindAll(c => sentences[c].Publisher == publisher);
        return taken.Count < FreeSentences
            || taken.Sum(c => sentences[c].WordCount) + sentences[sentence].WordCount <= MostOfText * sentences.Where(s => s.Publisher == publisher).Sum(s => s.WordCount);
    }
}
