namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Which stories hold the same runs of words.</summary>
internal sealed class Copies
{
    // Stories one run of words may stand in before it is taken for furniture.
    private const int Furniture = 20;

    // Share of an article's shingles that makes it a copy.
    private const double Share = 0.6;

    private readonly Dictionary<ulong, List<FoldedStory>> _stories = [];

    public void Add(ulong[] sketch, FoldedStory story)
    {
        foreach (var hash in sketch)
        {
            if (!_stories.TryGetValue(hash, out var list))
                _stories.Add(hash, list = new List<FoldedStory>(1));
            if (!list.Contains(story))
                list.Add(story);
        }
    }

    /// <summary>Takes a story out with all its runs.</summary>
    public void Remove(FoldedStory story)
    {
        foreach (var member in story.Members)
        {
            foreach (var hash in member.Sketch)
            {
                if (_stories.TryGetValue(hash, out var list) && list.Remove(story) && list.Count == 0)
                    _stories.Remove(hash);
            }
        }
    }

    /// <summary>Takes out the runs of a telling that left its story, but for those others of it have too.</summary>
    public void Remove(Member left, FoldedStory story)
    {
        foreach (var hash in left.Sketch)
        {
            if (!story.Members.Exists(m => Array.IndexOf(m.Sketch, hash) >= 0) && _stories.TryGetValue(hash, out var list) && list.Remove(story) && list.Count == 0)
                _stories.Remove(hash);
        }
    }

    /// <summary>The stories that hold most of an article's runs.</summary>
    public HashSet<FoldedStory> Of(ulong[] sketch)
    {
        var shared = new Dictionary<FoldedStory, int>();
        foreach (var hash in sketch)
        {
            if (!_stories.TryGetValue(hash, out var stories) || stories.Count > Furniture)
                continue;
            foreach (var story in stories)
                shared[story] = shared.GetValueOrDefault(story) + 1;
        }

        return [.. shared.Where(s => s.Value >= Share * TellingTerms.SketchSize).Select(s => s.Key)];
    }
}
