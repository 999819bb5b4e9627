using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>
/// Tells for each arriving article whether it joins a story, opens one, or shows that stories are one. Never looks ahead. What it knows
/// follows from the articles in memory alone, so it can be rebuilt with <see cref="Remember"/>. Not thread-safe.
/// </summary>
public sealed class StoryFolding
{
    // Stories weighed exactly, and references looked at to find them: the cost of an article does not grow with the number of stories.
    private const int Candidates = 8;
    private const int ReferencesRead = 2_000;

    // Stories one run of words may stand in before it is taken for furniture.
    private const int CopiedStories = 20;

    // Names and places a story and an article in another language must share.
    private const int Bearers = 2;

    // Share of the best first guess below which a story is not weighed.
    private const double Hopeful = 0.3;

    private readonly long _window;
    private readonly int _memory;
    private readonly FoldWeights _weights;
    private readonly Vocabulary _vocabulary;
    private readonly TellingTerms _reader;
    private readonly Evidence _evidence;
    private readonly Dictionary<long, FoldedStory> _stories = [];
    private readonly Dictionary<ulong, List<FoldedStory>> _sketches = [];
    private readonly PriorityQueue<FoldedStory, long> _oldest = new();
    private readonly List<FoldedStory> _touched = [];
    private long? _clock;

    // The newest moment forgotten: nothing told before it stays, however little is in memory, so that memory does not depend on the way to it.
    private long _floor = long.MinValue;

    /// <param name="window">How long after its newest telling a story surely stays in memory, in the stream's own time.</param>
    /// <param name="memory">Stories told before that stay too, the newest first, until so many articles are in memory.</param>
    public StoryFolding(TimeSpan window, int memory)
        : this(window, memory, new FoldWeights())
    {
    }

    internal StoryFolding(TimeSpan window, int memory, FoldWeights weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(memory);
        _window = (long)window.TotalMilliseconds;
        _memory = memory;
        _weights = weights;
        _vocabulary = new Vocabulary(weights);
        _reader = new TellingTerms(weights, _vocabulary);
        _evidence = new Evidence(_vocabulary);
    }

    internal IFoldModel? Model { get; init; }

    public int StoriesInMemory => _stories.Count;

    public int TermsInMemory => _vocabulary.Size;

    /// <summary>How many stories were weighed against the last article: never more than a fixed number.</summary>
    public int LastCompared { get; private set; }

    /// <param name="newStory">The number a new story gets if the article opens one; never used before.</param>
    public FoldDecision Fold(FoldInput article, long newStory)
    {
        var reading = Read(article);
        if (Model is not null)
            return FoldLearned(reading, newStory);
        var fits = Fits(reading);
        if (fits.Count == 0)
        {
            Place(Open(newStory), reading);
            Forget();
            return new FoldDecision.Opened(newStory);
        }

        var (story, likeness, copy) = fits[0];
        var reason = copy ? "a copy of an earlier telling" : Reason(reading.Terms, story);
        var merged = Merge(ref story, fits);
        Place(story, reading);
        Forget();
        return new FoldDecision.Joined(story.Id, likeness, reason, merged);
    }

    private FoldDecision FoldLearned(Reading reading, long newStory)
    {
        _evidence.Begin(reading);
        var near = Nearest(reading.Terms).Select(s => (Story: s, Score: Math.Round(Model!.Join(_evidence.Weigh(s)), 6))).OrderByDescending(n => n.Score).ThenBy(n => n.Story.Id).ToList();
        var joins = near.Count > 0 && near[0].Score >= Model!.JoinAt;
        var story = joins ? near[0].Story : Open(newStory);
        var reason = joins ? Reason(reading.Terms, story) : "";
        Place(story, reading);
        var merged = new List<long>();
        foreach (var (other, _) in near.Where(n => n.Story != story && n.Score >= Model!.JoinAt - 3).Take(3))
        {
            if (Model!.Merge(Weigh(story.Id, other.Id)) < Model.MergeAt)
                continue;
            var (keeps, leaves) = story.Id < other.Id ? (story, other) : (other, story);
            Unite(keeps, leaves);
            if (leaves.Id != newStory)
                merged.Add(leaves.Id);
            story = keeps;
            joins = true;
        }

        Forget();
        return joins ? new FoldDecision.Joined(story.Id, 1 / (1 + Math.Exp(-near[0].Score)), reason, merged) : new FoldDecision.Opened(newStory);
    }

    /// <summary>
    /// Puts an article of the archive where it stands already. Stories in order of their newest telling, the oldest first, each with all its
    /// tellings.
    /// </summary>
    public void Remember(FoldInput article, long story) => Put(Read(article), story);

    internal Reading Read(FoldInput article)
    {
        var reading = _reader.Read(article, _clock);
        _vocabulary.Count(reading.Terms, reading.CapitalsTell);
        return reading;
    }

    internal void Put(Reading reading, long story)
    {
        Place(_stories.GetValueOrDefault(story) ?? Open(story), reading);
        Forget();
    }

    /// <summary>The evidence for each story that comes near, for training.</summary>
    internal List<(long Story, double[] Features)> Weigh(Reading reading)
    {
        var found = new List<(long, double[])>();
        _evidence.Begin(reading);
        foreach (var story in Nearest(reading.Terms))
            found.Add((story.Id, _evidence.Weigh(story)));
        return found;
    }

    internal double[] Weigh(long story, long other)
    {
        var (a, b) = (_stories[story], _stories[other]);
        if (a.Articles < b.Articles || (a.Articles == b.Articles && a.Id > b.Id))
            (a, b) = (b, a);
        _evidence.Begin(b);
        return _evidence.Weigh(a);
    }

    internal long Unite(long story, long other)
    {
        var (keeps, leaves) = story < other ? (_stories[story], _stories[other]) : (_stories[other], _stories[story]);
        Unite(keeps, leaves);
        return keeps.Id;
    }

    /// <summary>
    /// The telling whose headline says best what all of them say, among those in a language if there are any; null when the story is not
    /// in memory.
    /// </summary>
    public long? Central(long story, string language)
    {
        if (!_stories.TryGetValue(story, out var found))
            return null;
        var own = found.Members.Where(m => m.Language == language).ToList();
        return (own.Count > 0 ? own : found.Members)
            .OrderByDescending(m => m.Headline.Length > 0)
            .ThenByDescending(m => Math.Round(Centrality(found, m), 6))
            .ThenBy(m => m.Published ?? 0)
            .ThenBy(m => m.Key)
            .First().Key;
    }

    // Share of the story's tellings that hold a headline's terms, the telling ones first; a headline of one or two terms says too little.
    private double Centrality(FoldedStory story, FoldedStory.Member member)
    {
        var (shared, all) = (0.0, 0.0);
        foreach (var term in member.Headline)
        {
            var at = story.Find(term);
            if (at < 0 || _vocabulary.KindOf(term) == TermKind.Sound)
                continue;
            var weight = _vocabulary.Weight(term);
            all += weight;
            shared += weight * story.DocumentsAt(at) / story.Articles;
        }

        return all == 0 ? 0 : shared / all * Math.Min(1, (member.Headline.Length + 2) / 8.0);
    }

    private FoldedStory Open(long id)
    {
        var story = new FoldedStory(id);
        _stories.Add(id, story);
        return story;
    }

    private void Place(FoldedStory story, Reading reading)
    {
        var before = story.Last;
        story.Add(reading, _vocabulary);
        foreach (var hash in reading.Sketch)
            Sketch(hash, story);
        if (reading.Published is not { } published)
            return;
        if (_clock is null || published > _clock)
            _clock = published;
        if (story.Last != before)
            _oldest.Enqueue(story, story.Last!.Value);
    }

    private void Sketch(ulong hash, FoldedStory story)
    {
        if (!_sketches.TryGetValue(hash, out var list))
            _sketches.Add(hash, list = new List<FoldedStory>(1));
        if (!list.Contains(story))
            list.Add(story);
    }

    // The stories the article fits, best first; whether it is a copy is told for each.
    private List<(FoldedStory Story, double Likeness, bool Copy)> Fits(Reading article)
    {
        var (terms, sketch, published) = (article.Terms, article.Sketch, article.Published);
        var copies = Copies(sketch);
        var fits = new List<(FoldedStory Story, double Likeness, bool Copy)>();
        var candidates = Nearest(terms);
        LastCompared = candidates.Count;
        _evidence.Begin(article);
        foreach (var story in candidates)
        {
            var silence = Silence(story, published);
            var copy = copies.GetValueOrDefault(story) >= _weights.Copy * TellingTerms.SketchSize;
            var foreign = !story.Speaks(article.Language);
            var likeness = Math.Round(foreign ? BridgeLikeness(terms, story) : Likeness(terms, story), 6);
            var needed = foreign ? _weights.JoinForeign : _weights.Join;
            needed *= 1 + (_weights.Silence * Math.Log2(1 + silence));
            if (likeness >= (copy ? needed / 2 : needed))
                fits.Add((story, likeness, copy));
        }

        fits.Sort((a, b) =>
            a.Copy != b.Copy ? b.Copy.CompareTo(a.Copy)
            : a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness)
            : a.Story.Id.CompareTo(b.Story.Id));
        return fits;
    }

    // In windows: 0 for a story told at the same moment, 1 for one whose newest telling is a whole window away.
    private double Silence(FoldedStory story, long? published) =>
        published is { } p && story.Last is { } last ? Math.Abs(p - last) / (double)_window : 0;

    private Dictionary<FoldedStory, int> Copies(ulong[] sketch)
    {
        var copies = new Dictionary<FoldedStory, int>();
        foreach (var hash in sketch)
        {
            // Words that stand in many stories are a publisher's furniture, not a copy.
            if (!_sketches.TryGetValue(hash, out var stories) || stories.Count > CopiedStories)
                continue;
            foreach (var story in stories)
                copies[story] = copies.GetValueOrDefault(story) + 1;
        }

        return copies;
    }

    // The stories that share the most telling terms, found from the rarest terms on.
    private List<FoldedStory> Nearest(TellingTerm[] terms)
    {
        _touched.Clear();
        var weighed = terms.Select(t => (t.Id, t.Written, Worth: Worth(t), Stories: _vocabulary.StoriesOf(t.Id)))
            .Where(t => t.Stories > 0 && t.Worth > 0)
            .OrderBy(t => t.Stories / Math.Sqrt(t.Worth + 1))
            .ThenBy(t => t.Written, StringComparer.Ordinal)
            .ThenBy(t => _vocabulary.TextOf(t.Id), StringComparer.Ordinal);
        var left = ReferencesRead;
        foreach (var (id, _, worth, stories) in weighed)
        {
            left -= stories;
            if (left < 0)
                break;
            foreach (var story in _vocabulary.Postings(id))
            {
                if (story.Gone)
                    continue;
                if (story.Guess == 0)
                    _touched.Add(story);
                story.Guess += worth;
            }
        }

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

    private double Worth(TellingTerm term)
    {
        var weight = _vocabulary.Weight(term.Id);
        return term.Weight * weight * weight;
    }

    // The cosine of the article and the mean of the story's tellings; no single term may say more than all the others together.
    private double Likeness(TellingTerm[] terms, FoldedStory story)
    {
        var (dot, most, own, square, at) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < story.Length; i++)
        {
            var id = story.TermAt(i);
            for (; at < terms.Length && terms[at].Id < id; at++)
                own += Square(terms[at]);
            if (_vocabulary.KindOf(id) == TermKind.Sound)
                continue;
            var weight = _vocabulary.Weight(id);
            var theirs = weight * story.SumAt(i);
            square += theirs * theirs;
            if (at == terms.Length || terms[at].Id != id)
                continue;
            var shared = theirs * weight * terms[at].Weight;
            dot += shared;
            most = Math.Max(most, shared);
        }

        for (; at < terms.Length; at++)
            own += Square(terms[at]);
        return square == 0 || own == 0 ? 0 : Math.Min(dot, 2 * (dot - most)) / Math.Sqrt(square * own);
    }

    private double Square(TellingTerm term)
    {
        var weight = _vocabulary.KindOf(term.Id) == TermKind.Sound ? 0 : _vocabulary.Weight(term.Id) * term.Weight;
        return weight * weight;
    }

    // The same over names, places and numbers only, for an article in a language the story was not told in yet. Numbers alone, or one
    // name alone, tell nothing: every page has a 2, and a president is in many stories.
    private double BridgeLikeness(TellingTerm[] terms, FoldedStory story)
    {
        var (dot, own, square, bearers) = (0.0, 0.0, 0.0, 0);
        foreach (var term in terms)
        {
            if (!_vocabulary.IsBridge(term.Id))
                continue;
            var weight = _vocabulary.Weight(term.Id);
            var mine = weight * term.Weight;
            own += mine * mine;
            var at = story.Find(term.Id);
            if (at < 0)
                continue;
            dot += mine * weight * story.SumAt(at);
            if (_vocabulary.KindOf(term.Id) is TermKind.Sound or TermKind.Country)
                bearers++;
        }

        if (bearers < Bearers)
            return 0;

        for (var i = 0; i < story.Length; i++)
        {
            if (_vocabulary.IsBridge(story.TermAt(i)))
                square += Math.Pow(_vocabulary.Weight(story.TermAt(i)) * story.SumAt(i), 2);
        }

        return square == 0 || own == 0 ? 0 : dot / Math.Sqrt(square * own);
    }

    // An article that fits two stories makes them one when they are also near to each other. The older keeps its number.
    private List<long> Merge(ref FoldedStory story, List<(FoldedStory Story, double Likeness, bool Copy)> fits)
    {
        var merged = new List<long>();
        foreach (var (other, _, _) in fits.Skip(1))
        {
            if (StoryLikeness(story, other) < _weights.Merge)
                continue;
            var (keeps, leaves) = story.Id < other.Id ? (story, other) : (other, story);
            Unite(keeps, leaves);
            merged.Add(leaves.Id);
            story = keeps;
        }

        return merged;
    }

    private void Unite(FoldedStory keeps, FoldedStory leaves)
    {
        foreach (var hash in leaves.Members.SelectMany(m => m.Sketch).ToHashSet())
        {
            _sketches[hash].Remove(leaves);
            Sketch(hash, keeps);
        }

        keeps.Add(leaves, _vocabulary);
        _oldest.Enqueue(keeps, keeps.Last ?? long.MaxValue);
        _stories.Remove(leaves.Id);
    }

    private double StoryLikeness(FoldedStory a, FoldedStory b)
    {
        var (dot, squareA, squareB, at) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            var id = a.TermAt(i);
            while (at < b.Length && b.TermAt(at) < id)
                at++;
            if (_vocabulary.KindOf(id) == TermKind.Sound)
                continue;
            var weight = _vocabulary.Weight(id);
            squareA += Math.Pow(weight * a.SumAt(i), 2);
            if (at < b.Length && b.TermAt(at) == id)
                dot += weight * a.SumAt(i) * weight * b.SumAt(at);
        }

        for (var i = 0; i < b.Length; i++)
        {
            if (_vocabulary.KindOf(b.TermAt(i)) != TermKind.Sound)
                squareB += Math.Pow(_vocabulary.Weight(b.TermAt(i)) * b.SumAt(i), 2);
        }

        return squareA == 0 || squareB == 0 ? 0 : Math.Round(dot / Math.Sqrt(squareA * squareB), 6);
    }

    // The words that weighed most in the likeness, as the article writes them.
    private string Reason(TellingTerm[] terms, FoldedStory story)
    {
        var shared = new List<(double Worth, string Written)>();
        foreach (var term in terms)
        {
            var at = story.Find(term.Id);
            if (at >= 0 && (_vocabulary.KindOf(term.Id) != TermKind.Sound || _vocabulary.IsBridge(term.Id)))
                shared.Add((Math.Pow(_vocabulary.Weight(term.Id), 2) * term.Weight * story.SumAt(at), term.Written));
        }

        var words = shared.OrderByDescending(s => Math.Round(s.Worth, 3)).ThenBy(s => s.Written, StringComparer.Ordinal)
            .Select(s => s.Written).Distinct(StringComparer.OrdinalIgnoreCase).Take(4);
        return "joined on: " + string.Join(", ", words);
    }

    // Stories nobody told within the window leave memory, the oldest first, and their words with them.
    private void Forget()
    {
        while (_clock is { } clock && _oldest.TryPeek(out var story, out var last))
        {
            var stale = story.Gone || story.Last != last;
            if (!stale && last > _floor && (last >= clock - _window || _vocabulary.Articles <= _memory))
                return;
            _oldest.Dequeue();
            if (!stale)
                Forget(story, last);
        }
    }

    private void Forget(FoldedStory story, long last)
    {
        story.Gone = true;
        _floor = Math.Max(_floor, last);
        _stories.Remove(story.Id);
        _vocabulary.Uncount(story);
        foreach (var hash in story.Members.SelectMany(m => m.Sketch))
        {
            if (!_sketches.TryGetValue(hash, out var list))
                continue;
            list.Remove(story);
            if (list.Count == 0)
                _sketches.Remove(hash);
        }
    }
}
