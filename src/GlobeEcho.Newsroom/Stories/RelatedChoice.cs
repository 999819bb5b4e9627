namespace GlobeEcho.Newsroom.Stories;

/// <summary>Chooses the stories that are linked from another: they are about the same rare names. Rather none than one that has nothing to do with it.</summary>
public static class RelatedChoice
{
    // Of all stories: what is in more of them is a name everybody uses; a name in few is rare.
    private const double KnownShare = 0.1;
    private const double RareShare = 0.02;
    private const int RareAtLeast = 3;

    // Two words that stand in nearly the same stories are one name: a person's first and last.
    private const double OneName = 0.6;

    // The middle (geometric) of the shares of both stories' tellings that hold a name, from which one name alone is enough.
    private const double Throughout = 0.6;
    private const double Floor = 1.6;

    /// <param name="tellings">Of the story that links.</param>
    /// <param name="names">Its names, each with the other stories that hold it and the share of their tellings that do.</param>
    /// <param name="stories">How many stories there are, about.</param>
    /// <param name="most">At most so many, the nearest first.</param>
    public static IReadOnlyList<RelatedStory> Of(
        int tellings, IReadOnlyList<(NameUse Name, IReadOnlyDictionary<StoryId, double> Holders)> names, long stories, int most)
    {
        var (known, rare) = (Math.Max(RareAtLeast, KnownShare * stories), Math.Max(RareAtLeast, RareShare * stories));
        var related = new List<RelatedStory>();
        var telling = names.Where(n => n.Holders.Count > 0 && n.Holders.Count <= known).ToList();
        foreach (var story in telling.SelectMany(n => n.Holders.Keys).Distinct())
        {
            var shared = Distinct(telling.Where(n => n.Holders.ContainsKey(story)))
                .Select(n => (n.Name, Spread: n.Holders.Count, Middle: Math.Sqrt(n.Holders[story] * n.Name.Tellings / tellings))).ToList();
            var nearness = Math.Round(shared.Sum(n => Math.Log((stories + 1.0) / n.Spread) * n.Middle), 3);
            var enough = shared.Count > 1 ? shared.Exists(n => n.Spread <= rare) : shared.Exists(n => n.Spread <= rare && n.Middle >= Throughout);
            if (enough && nearness >= Floor)
                related.Add(new RelatedStory(story, shared.Select(n => n.Name.Written).ToList(), nearness));
        }

        return related.OrderByDescending(s => s.Nearness).ThenByDescending(s => s.Story.Value).Take(most).ToList();
    }

    // The rarest first; a name that stands where another stands already is left out.
    private static List<(NameUse Name, IReadOnlyDictionary<StoryId, double> Holders)> Distinct(
        IEnumerable<(NameUse Name, IReadOnlyDictionary<StoryId, double> Holders)> names)
    {
        var taken = new List<(NameUse Name, IReadOnlyDictionary<StoryId, double> Holders)>();
        foreach (var name in names.OrderBy(n => n.Holders.Count).ThenByDescending(n => n.Name.Tellings).ThenBy(n => n.Name.Name, StringComparer.Ordinal))
        {
            if (!taken.Exists(t => Overlap(t.Holders, name.Holders) >= OneName))
                taken.Add(name);
        }

        return taken;
    }

    private static double Overlap(IReadOnlyDictionary<StoryId, double> one, IReadOnlyDictionary<StoryId, double> other)
    {
        var both = one.Keys.Count(other.ContainsKey);
        return both / (double)(one.Count + other.Count - both);
    }
}
