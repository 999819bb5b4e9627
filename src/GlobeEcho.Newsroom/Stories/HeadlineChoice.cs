using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>Which of some headlines says best what all of them say. Whoever needs one asks here, so that a story has one wherever it is printed.</summary>
public static class HeadlineChoice
{
    // A headline of two words shares all it says with the others, and says too little.
    private const double WordsOfAGoodOne = 8;

    /// <param name="headlines">In order of publishing; of two as good the earlier comes first.</param>
    /// <param name="language">Headlines in it come before all others.</param>
    /// <returns>Their places in the list, the best first; without those that say nothing.</returns>
    public static IReadOnlyList<int> Order(IReadOnlyList<(string Headline, string? Language)> headlines, string? language)
    {
        var told = Enumerable.Range(0, headlines.Count).Where(i => headlines[i].Headline.Length > 0).ToList();
        var words = told.ToDictionary(i => i, i => Words.Content(headlines[i].Headline).ToHashSet(StringComparer.Ordinal));
        var holders = words.Values.SelectMany(w => w).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        return told.OrderByDescending(i => headlines[i].Language == language)
            .ThenBy(i => Asks(headlines[i].Headline)).ThenByDescending(i => Math.Round(Centrality(words[i]), 6)).ThenBy(i => i).ToList();

        double Centrality(HashSet<string> headline) =>
            headline.Count == 0 ? 0 : headline.Average(w => holders[w] / (double)told.Count) * Math.Min(1, (headline.Count + 2) / WordsOfAGoodOne);
    }

    // A question does not head a story while another headline says what happened.
    private static bool Asks(string headline) => headline.AsSpan().TrimEnd() is [.., '?' or '？' or '؟'];
}
