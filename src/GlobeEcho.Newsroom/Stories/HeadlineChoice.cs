using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>Which of some headlines says best what all of them say.</summary>
public static class HeadlineChoice
{
    // A headline of two words shares all it says with the others, and says too little.
    private const double WordsOfAGoodOne = 8;

    /// <param name="headlines">In order of publishing; of two as good the earlier is taken.</param>
    /// <param name="language">Headlines in it are preferred, if there are any.</param>
    /// <returns>The place in the list; null when none says anything.</returns>
    public static int? Of(IReadOnlyList<(string Headline, string? Language)> headlines, string language)
    {
        var told = Enumerable.Range(0, headlines.Count).Where(i => headlines[i].Headline.Length > 0).ToList();
        if (told.Count == 0)
            return null;
        var words = told.ToDictionary(i => i, i => Words.Content(headlines[i].Headline).ToHashSet(StringComparer.Ordinal));
        var holders = words.Values.SelectMany(w => w).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var own = told.Where(i => headlines[i].Language == language).ToList();
        return (own.Count > 0 ? own : told).OrderByDescending(i => Math.Round(Centrality(words[i]), 6)).ThenBy(i => i).First();

        double Centrality(HashSet<string> headline) =>
            headline.Count == 0 ? 0 : headline.Average(w => holders[w] / (double)told.Count) * Math.Min(1, (headline.Count + 2) / WordsOfAGoodOne);
    }
}
