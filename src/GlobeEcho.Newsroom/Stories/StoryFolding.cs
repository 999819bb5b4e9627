using GlobeEcho.Newsroom.Stories.Changes;
using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>
/// Tells for each arriving article whether it joins a story, opens one, or shows that stories are one or that one is two. Never looks ahead.
/// What it knows follows from the articles in memory alone, so it can be rebuilt with <see cref="Remember"/>. Not thread-safe.
/// </summary>
public sealed class StoryFolding
{
    // How far below joining a story may stand and still be tried as the same story as the one joined, and how many are.
    private const double Reach = 3;
    private const int MergeTries = 3;

    // Tellings of a story that are in memory, the newest: as many as are ever parted.
    private const int Remembered = Bisection.Most;

    private readonly long _window;
    private readonly int _memory;
    private readonly FoldWeights _weights;
    private readonly FoldModel _model;
    private readonly Vocabulary _vocabulary;
    private readonly TellingTerms _reader;
    private readonly Nearby _nearby;
    private readonly Evidence _evidence;
    private readonly Bridge _bridge;
    private readonly Bisection _bisection;
    private readonly Reasons _reasons;
    private readonly Copies _copies = new();
    private readonly Dictionary<long, FoldedStory> _stories = [];
    private readonly PriorityQueue<FoldedStory, long> _oldest = new();
    private readonly HashSet<long> _whole = [];
    private readonly PartedStories _parted = new();
    private int _told;
    private long? _clock;

    // The newest moment forgotten: nothing told before it stays, however little is in memory, so that memory does not depend on the way to it.
    private long _floor = long.MinValue;

    /// <param name="window">How long after its newest telling a story surely stays in memory, in the stream's own time.</param>
    /// <param name="memory">Stories told before that stay too, the newest first, until so many articles are in memory.</param>
    public StoryFolding(TimeSpan window, int memory)
        : this(window, memory, new FoldWeights(), new LearnedModel())
    {
    }

    internal StoryFolding(TimeSpan window, int memory, FoldWeights weights, FoldModel model)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(memory);
        _window = (long)window.TotalMilliseconds;
        _memory = memory;
        _weights = weights;
        _model = model;
        _vocabulary = new Vocabulary(weights);
        _reader = new TellingTerms(weights, _vocabulary);
        _nearby = new Nearby(_vocabulary);
        _evidence = new Evidence(_vocabulary);
        _bridge = new Bridge(_vocabulary);
        _bisection = new Bisection(_vocabulary);
        _reasons = new Reasons(_vocabulary);
    }

    public int StoriesInMemory => _stories.Count;

    public int TermsInMemory => _vocabulary.Size;

    /// <summary>How many stories were weighed against the last article: never more than a fixed number.</summary>
    public int LastCompared { get; private set; }

    /// <param name="newStory">The number a new story gets if the article opens one; never used before.</param>
    public FoldDecision Fold(FoldInput article, long newStory)
    {
        var reading = Read(article);
        var near = Weigh(reading);
        var joins = near.Count > 0 && near[0].Score >= 0;
        var story = joins ? near[0].Story : Open(newStory);
        var reason = !joins ? "" : near[0].Copy ? "a copy of an earlier telling" : _reasons.Joined(reading, story);
        Place(story, reading.Member);
        var merged = new List<long>();
        foreach (var other in near.Where(n => n.Story != story && n.Score >= -Reach).Take(MergeTries).Select(n => n.Story))
        {
            if (_parted.Are(story.Id, other.Id) || Judge(story, other) < 0)
                continue;
            if (reason.Length == 0)
                reason = _reasons.Joined(reading, other);
            var (keeps, leaves) = story.Id < other.Id ? (story, other) : (other, story);
            Unite(keeps, leaves);
            if (leaves.Id != newStory)
                merged.Add(leaves.Id);
            story = keeps;
            joins = true;
        }

        var parting = Part(ref story, newStory, reading.Member);
        Trim(story);
        Forget();
        var likeness = near.Count == 0 ? 1 : Math.Round(1 / (1 + Math.Exp(-near[0].Score)), 6);
        return joins ? new FoldDecision.Joined(story.Id, likeness, reason, merged) { Parted = parting } : new FoldDecision.Opened(newStory, Reasons.Opened(near.Count == 0 ? null : near[0].Evidence));
    }

    /// <summary>
    /// Puts an article of the archive where it stands already. Stories in order of their newest telling, the oldest first, each with all its
    /// tellings.
    /// </summary>
    public void Remember(FoldInput article, long story)
    {
        var reading = Read(article);
        var known = _stories.GetValueOrDefault(story) ?? Open(story);
        Place(known, reading.Member);
        Trim(known);
        Forget();
    }

    /// <summary>Two stories an editor parted are never made one, nor what either is merged into.</summary>
    public void KeepApart(long one, long other) => _parted.Part(one, other);

    /// <summary>A story whose tellings an editor brought together is never parted by the folding, nor what it is merged into.</summary>
    public void KeepWhole(long story) => _whole.Add(story);

    private Reading Read(FoldInput article)
    {
        var reading = _reader.Read(article, _clock);
        _vocabulary.Count(reading.Terms, reading.Member.CapitalsTell);
        return reading;
    }

    // The stories that come near, best first.
    private List<Near> Weigh(Reading reading)
    {
        var article = reading.Member;
        var copies = _copies.Of(article.Sketch);
        var near = new List<Near>();
        _evidence.Begin(article);
        var found = _nearby.Of(reading).ConvertAll(s => (Story: s, Evidence: s.Speaks(article.Language) ? _evidence.Weigh(s) : null));
        Evidence.Compare([.. found.Select(f => f.Evidence).OfType<double[]>()]);
        foreach (var (story, evidence) in found)
        {
            var copy = copies.Contains(story);
            var score = evidence is null ? Foreign(article, story) : _model.Join(article, story, evidence);
            near.Add(new Near(story, Math.Round(copy ? score + _weights.Copy : score, 6), copy, evidence));
        }

        LastCompared = near.Count;
        near.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Story.Id.CompareTo(b.Story.Id));
        return near;
    }

    private double Foreign(Member article, FoldedStory story) => (_bridge.Likeness(article, story) - _weights.JoinForeign) * _weights.ForeignScale;

    private double Judge(FoldedStory one, FoldedStory other)
    {
        var (a, b) = one.Articles > other.Articles || (one.Articles == other.Articles && one.Id < other.Id) ? (one, other) : (other, one);
        _evidence.Begin(b);
        return Math.Round(_model.Merge(a, b, _evidence.Weigh(a)), 6);
    }

    private FoldedStory Open(long id)
    {
        var story = new FoldedStory(id);
        _stories.Add(id, story);
        return story;
    }

    private void Place(FoldedStory story, Member member)
    {
        var before = story.Last;
        story.Add(member, _vocabulary);
        _told++;
        _copies.Add(member.Sketch, story);
        if (member.Published is not { } published)
            return;
        if (_clock is null || published > _clock)
            _clock = published;
        if (story.Last != before)
            _oldest.Enqueue(story, story.Last!.Value);
    }

    private void Trim(FoldedStory story)
    {
        while (story.Articles > Remembered)
            _copies.Remove(story.RemoveOldest(_vocabulary), story);
    }

    private void Unite(FoldedStory keeps, FoldedStory leaves)
    {
        _copies.Remove(leaves);
        foreach (var member in leaves.Members)
            _copies.Add(member.Sketch, keeps);
        keeps.Add(leaves, _vocabulary);
        _oldest.Enqueue(keeps, keeps.Last ?? long.MaxValue);
        _stories.Remove(leaves.Id);
        _parted.Unite(keeps.Id, leaves.Id);
        if (_whole.Remove(leaves.Id))
            _whole.Add(keeps.Id);
    }

    // The larger part keeps the number; of two as large, the one that was told of first.
    private Parting? Part(ref FoldedStory story, long newStory, Member article)
    {
        if (!Bisection.IsDue(story.Told) || _whole.Contains(story.Id) || _bisection.Of(story) is not var (one, other, separation))
            return null;
        var (a, b) = one.Count > other.Count || (one.Count == other.Count && one[0].Published <= other[0].Published) ? (one, other) : (other, one);
        // What is told in two languages differs in every word.
        if (!a.Any(m => b.Any(o => o.Language == m.Language)))
            return null;
        var (stays, goes) = (FoldedStory.Of(a), FoldedStory.Of(b));
        _evidence.Begin(goes);
        if (Math.Round(_model.Part(stays, goes, [.. _evidence.Weigh(stays), .. separation]), 6) < 0)
            return null;
        var from = story.Id;
        _copies.Remove(story);
        _stories.Remove(from);
        story.Leave(_vocabulary);
        _told -= story.Told;
        var (left, right) = (Open(from), Open(newStory));
        foreach (var member in a)
            Place(left, member);
        foreach (var member in b)
            Place(right, member);
        story = b.Contains(article) ? right : left;
        return new Parting(from, newStory, [.. b.Select(m => m.Key)], _reasons.Parted(goes, stays));
    }

    // Stories nobody told within the window leave memory, the oldest first, and their words with them.
    private void Forget()
    {
        while (_clock is { } clock && _oldest.TryPeek(out var story, out var last))
        {
            var stale = story.Gone || story.Last != last;
            if (!stale && last > _floor && (last >= clock - _window || _told <= _memory))
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
        _told -= story.Told;
        _copies.Remove(story);
    }

    private readonly record struct Near(FoldedStory Story, double Score, bool Copy, double[]? Evidence);
}
