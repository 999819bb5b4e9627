using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Which tellings of a huge story are read: every publisher's voice first, then those nearest to the story.</summary>
internal static class TellingChoice
{
    /// <summary>At most so many, in order of publishing.</summary>
    public static IReadOnlyList<ArticleId> Of(IEnumerable<Telling> tellings, int most)
    {
        var all = tellings.ToList();
        if (all.Count <= most)
            return all.ConvertAll(t => t.Article);
        return all.GroupBy(t => t.Publisher)
            .SelectMany(g => g.OrderByDescending(t => t.Likeness).ThenByDescending(t => t.Published).ThenBy(t => t.Article.Value).Select((telling, turn) => (telling, turn)))
            .OrderBy(p => p.turn).ThenByDescending(p => p.telling.Likeness).ThenByDescending(p => p.telling.Published).ThenBy(p => p.telling.Article.Value)
            .Take(most)
            .OrderBy(p => p.telling.Published).ThenBy(p => p.telling.Article.Value)
            .Select(p => p.telling.Article).ToList();
    }
}
