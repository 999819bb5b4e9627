using System.Runtime.InteropServices;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Which stories hold the same runs of words.</summary>
internal sealed class Copies
{
    // Stories one run of words may stand in before it is taken for furniture.
    private const int Furniture = 20;

    // Share of an article's shingles that makes it a copy.
    private const double Share = 0.6;

    private readonly Dictionary<ulong, Holders> _stories = [];

    // Room for one article.
    private readonly Dictionary<FoldedStory, int> _shared = [];
    private readonly List<FoldedStory> _found = [];

    public void Add(ulong[] sketch, FoldedStory story)
    {
        foreach (var hash in sketch)
            CollectionsMarshal.GetValueRefOrAddDefault(_stories, hash, out _).Add(story);
    }

    /// <summary>Takes a story out with all its runs.</summary>
    public void Remove(FoldedStory story)
    {
        foreach (var member in story.Members)
        {
            foreach (var hash in member.Sketch)
                Remove(hash, story);
        }
    }

    /// <summary>Takes out the runs of a telling that left its story, but for those others of it have too.</summary>
    public void Remove(Member left, FoldedStory story)
    {
        foreach (var hash in left.Sketch)
        {
            if (!story.Members.Exists(m => Array.IndexOf(m.Sketch, hash) >= 0))
                Remove(hash, story);
        }
    }

    /// <summary>The stories that hold most of an article's runs; until the next article.</summary>
    public List<FoldedStory> Of(ulong[] sketch)
    {
        _shared.Clear();
        _found.Clear();
        foreach (var hash in sketch)
        {
            if (!_stories.TryGetValue(hash, out var holders) || holders.Count > Furniture)
                continue;
            for (var i = 0; i < holders.Count; i++)
                CollectionsMarshal.GetValueRefOrAddDefault(_shared, holders[i], out _)++;
        }

        foreach (var (story, runs) in _shared)
        {
            if (runs >= Share * TellingTerms.SketchSize)
                _found.Add(story);
        }

        return _found;
    }

    private void Remove(ulong hash, FoldedStory story)
    {
        if (!_stories.TryGetValue(hash, out var holders) || !holders.Remove(story))
            return;
        if (holders.Count == 0)
            _stories.Remove(hash);
        else
            _stories[hash] = holders;
    }

    // Nearly every run of words stands in one story only: a list is made when there is a second.
    private struct Holders
    {
        private FoldedStory? _first;
        private List<FoldedStory>? _more;

        public readonly int Count => (_first is null ? 0 : 1) + (_more?.Count ?? 0);

        public readonly FoldedStory this[int at] => at == 0 ? _first! : _more![at - 1];

        public void Add(FoldedStory story)
        {
            if (_first is null)
                _first = story;
            else if (_first != story && _more?.Contains(story) != true)
                (_more ??= []).Add(story);
        }

        public bool Remove(FoldedStory story)
        {
            if (_first != story)
                return _more?.Remove(story) == true;
            _first = _more is { Count: > 0 } ? _more[^1] : null;
            if (_first is not null)
                _more!.RemoveAt(_more.Count - 1);
            return true;
        }
    }
}
