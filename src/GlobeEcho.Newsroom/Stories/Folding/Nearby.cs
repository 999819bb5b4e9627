namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Finds the few stories that are worth weighing against an article. The cost does not grow with the number of stories.</summary>
internal sealed class Nearby(Vocabulary vocabulary)
{
    private const int Candidates = 8;
    private const int ReferencesRead = 2_000;

    // Share of the best first guess below which a story is not weighed.
    private const double Hopeful = 0.3;

    private readonly List<FoldedStory> _touched = [];
    private (double Order, double Worth, int Id)[] _terms = new (double, double, int)[512];

    /// <summary>The stories that share the most telling terms, found from the rarest terms on.</summary>
    public List<FoldedStory> Of(Reading article)
    {
        _touched.Clear();
        var count = 0;
        if (_terms.Length < article.Terms.Length)
            _terms = new (double, double, int)[article.Terms.Length * 2];
        foreach (var term in article.Terms)
        {
            var stories = vocabulary.StoriesOf(term.Id);
            var weight = vocabulary.Weight(term.Id);
            var worth = term.Weight * weight * weight;
            if (stories > 0 && worth > 0)
                _terms[count++] = (stories / Math.Sqrt(worth + 1), worth, term.Id);
        }

        var terms = _terms.AsSpan(0, count);
        terms.Sort((a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : string.CompareOrdinal(vocabulary.TextOf(a.Id), vocabulary.TextOf(b.Id)));
        var left = ReferencesRead;
        foreach (var (_, worth, id) in terms)
        {
            left -= vocabulary.StoriesOf(id);
            if (left < 0)
                break;
            foreach (var story in vocabulary.Postings(id))
            {
                if (story.Gone)
                    continue;
                if (story.Guess == 0)
                    _touched.Add(story);
                story.Guess += worth;
            }
        }

        return Best();
    }

    private List<FoldedStory> Best()
    {
        var best = new PriorityQueue<FoldedStory, (double Guess, long Id)>();
        foreach (var story in _touched)
        {
            var guess = Math.Round(story.Guess / Math.Sqrt(Math.Sqrt(story.Length)), 3);
            story.Guess = 0;
            if (best.Count < Candidates)
                best.Enqueue(story, (guess, -story.Id));
            else
                best.EnqueueDequeue(story, (guess, -story.Id));
        }

        // What comes far behind the best guess is not worth weighing.
        var least = best.Count == 0 ? 0 : Hopeful * best.UnorderedItems.Max(i => i.Priority.Guess);
        return [.. best.UnorderedItems.Where(i => i.Priority.Guess >= least).Select(i => i.Element)];
    }
}
