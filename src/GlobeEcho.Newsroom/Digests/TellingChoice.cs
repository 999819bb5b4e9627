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
            .SelectMany(g => NearestFirst(g).Select((telling, turn) => (Telling: telling, Turn: turn)))
            .GroupBy(p => p.Turn)
            .OrderBy(g => g.Key)
            .SelectMany(g => NearestFirst(g.Select(p => p.Telling)))
            .Take(most)
            .OrderBy(t => t.Published).ThenBy(t => t.Article.Value)
            .Select(t => t.Article).ToList();
    }

    private static IEnumerable<Telling> NearestFirst(IEnumerable<Telling> tellings) =>
        tellings.OrderByDescending(t => t.Likeness).ThenByDescending(t => t.Published).ThenBy(t => t.Article.Value);
}
