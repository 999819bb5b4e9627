namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Finds the few stories that are worth weighing against an article. The cost does not grow with the number of stories.</summary>
internal sealed class Nearby(Vocabulary vocabulary)
{
    private const int Candidates = 5;
    private const int ReferencesRead = 1_200;

    // Share of the best first guess below which a story is not weighed.
    private const double Hopeful = 0.45;

    private const int Digits = 3;
    private const double Rounding = 0.001;

    private readonly List<FoldedStory> _touched = [];
    private readonly (double Guess, FoldedStory Story)[] _best = new (double, FoldedStory)[Candidates];
    private (double Order, double Worth, int Id)[] _terms = new (double, double, int)[512];

    /// <summary>The stories that share the most telling terms, found from the rarest terms on; until the next article.</summary>
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
            Touch(vocabulary.Postings(id), worth);
        }

        return Best();
    }

    // Takes the stories that are gone out of a term's list on the way: to look at them again and again costs more than all that live.
    private void Touch(List<FoldedStory> stories, double worth)
    {
        var kept = 0;
        for (var i = 0; i < stories.Count; i++)
        {
            var story = stories[i];
            if (story.Gone)
                continue;
            if (kept < i)
                stories[kept] = story;
            kept++;
            if (story.Guess == 0)
                _touched.Add(story);
            story.Guess += worth;
        }

        stories.RemoveRange(kept, stories.Count - kept);
    }

    private List<FoldedStory> Best()
    {
        var count = 0;
        foreach (var story in _touched)
        {
            var guess = story.Guess / Math.Sqrt(Math.Sqrt(story.Length));
            story.Guess = 0;
            // Most stories share little with an article, and no rounding brings them among the best.
            if (count == Candidates && guess < _best[^1].Guess - Rounding)
                continue;
            var found = (Guess: Math.Round(guess, Digits), Story: story);
            if (count == Candidates && !IsBefore(found, _best[^1]))
                continue;
            var at = count < Candidates ? count++ : Candidates - 1;
            for (; at > 0 && IsBefore(found, _best[at - 1]); at--)
                _best[at] = _best[at - 1];
            _best[at] = found;
        }

        // What comes far behind the best guess is not worth weighing.
        _touched.Clear();
        for (var i = 0; i < count && _best[i].Guess >= Hopeful * _best[0].Guess; i++)
            _touched.Add(_best[i].Story);
        return _touched;
    }

    private static bool IsBefore((double Guess, FoldedStory Story) one, (double Guess, FoldedStory Story) other) =>
        one.Guess != other.Guess ? one.Guess > other.Guess : one.Story.Id < other.Story.Id;
}
