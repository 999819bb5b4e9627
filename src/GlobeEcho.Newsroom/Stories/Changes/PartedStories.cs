namespace GlobeEcho.Newsroom.Stories.Changes;

/// <summary>Pairs of stories an editor parted. Follows them through merges with third stories. Not thread-safe.</summary>
internal sealed class PartedStories
{
    private readonly Dictionary<long, HashSet<long>> _parted = [];

    public void Part(long one, long other)
    {
        Of(one).Add(other);
        Of(other).Add(one);
    }

    public bool Are(long one, long other) => _parted.TryGetValue(one, out var others) && others.Contains(other);

    /// <summary>What was parted from the story that leaves is parted from the one that keeps its tellings.</summary>
    public void Unite(long keeps, long leaves)
    {
        if (!_parted.Remove(leaves, out var others))
            return;
        foreach (var other in others)
        {
            Of(other).Remove(leaves);
            if (other != keeps)
                Part(keeps, other);
        }
    }

    private HashSet<long> Of(long story)
    {
        if (!_parted.TryGetValue(story, out var others))
            _parted.Add(story, others = []);
        return others;
    }
}
