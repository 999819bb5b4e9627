using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Site.SearchPage;

/// <summary>Finds stories by the words of their tellings.</summary>
public sealed class SearchPageQuery(ArticleDesk articles, StoryDesk stories, EditionDesk editions)
{
    private const int LongestQuery = 200;
    private const int MostWords = 12;
    private const int LookedAt = 200;
    private const int ShownStories = 30;
    private const int ShownTellings = 3;

    public async Task<SearchPageContent> LoadAsync(string? query, CancellationToken cancel)
    {
        var asked = (query ?? "").Trim();
        if (asked.Length > LongestQuery)
            asked = asked[..LongestQuery];
        var made = (await editions.LatestAsync(cancel))?.MadeUp;
        var words = Words.Spans(asked).Select(s => s.Of(asked)).Take(MostWords).ToList();
        if (words.Count == 0)
            return new SearchPageContent(asked, made, [], false);
        var ids = await articles.SearchAsync(words, LookedAt, cancel);
        var homes = await stories.StoriesOfAsync(ids, cancel);
        var told = (await stories.FindAsync(homes.Values.Distinct().ToList(), cancel)).ToDictionary(s => s.Id);
        var folded = words.Select(Words.Fold).ToHashSet(StringComparer.Ordinal);
        // An article without a story stands for itself.
        var groups = ids.GroupBy(i => homes.TryGetValue(i, out var home) ? home.Value : -i.Value).Take(ShownStories).ToList();
        var shown = (await articles.FindAsync(groups.SelectMany(g => g.Take(ShownTellings)).ToList(), cancel)).ToDictionary(a => a.Id);
        return new SearchPageContent(
            asked,
            made,
            groups.Select(g => Found(told.GetValueOrDefault(new StoryId(g.Key)), g, shown, folded)).Where(f => f.Best.Count > 0).ToList(),
            ids.Count == LookedAt);
    }

    private static FoundStory Found(Story? story, IGrouping<long, ArticleId> hits, Dictionary<ArticleId, Article> shown, HashSet<string> words)
    {
        var best = hits.Take(ShownTellings).Where(shown.ContainsKey).Select(i => shown[i])
            .Select(a => new FoundArticle(a, Snippet.Whole(a.Headline, words), Snippet.Best(a.Text, words))).ToList();
        return new FoundStory(story, story is null ? [] : Snippet.Whole(story.Headline, words), best, hits.Count());
    }
}
