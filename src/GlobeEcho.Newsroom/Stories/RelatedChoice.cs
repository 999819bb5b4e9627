namespace GlobeEcho.Newsroom.Stories;

/// <summary>Chooses the stories that are linked from another: they share rare names with it, and enough of them.</summary>
public static class RelatedChoice
{
    // Of all stories: what is in more of them is a name everybody uses.
    private const double RareShare = 0.02;
    private const int RareAtLeast = 3;

    // Two names, one of them rare, in about half of both stories' tellings.
    private const int FewestNames = 2;
    private const double Floor = 3.0;

    /// <param name="tellings">Of the story that links.</param>
    /// <param name="names">Its names, each with the other stories that hold it and the share of their tellings that do.</param>
    /// <param name="stories">How many stories there are, about.</param>
    /// <param name="most">At most so many, the nearest first.</param>
    public static IReadOnlyList<RelatedStory> Of(
        int tellings, IReadOnlyList<(NameUse Name, IReadOnlyDictionary<StoryId, double> Holders)> names, long stories, int most)
    {
        var rare = Math.Max(RareAtLeast, RareShare * stories);
        return names.SelectMany(n => n.Holders.Select(h => (Story: h.Key, n.Name, Spread: n.Holders.Count, Share: h.Value)))
            .GroupBy(n => n.Story)
            .Where(s => s.Count() >= FewestNames && s.Any(n => n.Spread <= rare))
            .Select(s => new RelatedStory(
                s.Key,
                s.OrderBy(n => n.Spread).ThenBy(n => n.Name.Name, StringComparer.Ordinal).Select(n => n.Name.Written).ToList(),
                Math.Round(s.Sum(n => Rarity(n.Spread) * Math.Sqrt(n.Share * n.Name.Tellings / tellings)), 3)))
            .Where(s => s.Nearness >= Floor)
            .OrderByDescending(s => s.Nearness).ThenByDescending(s => s.Story.Value).Take(most).ToList();

        double Rarity(int spread) => Math.Log((stories + 1.0) / spread);
    }
}
