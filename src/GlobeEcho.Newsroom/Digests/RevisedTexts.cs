using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>What of a story's tellings may still be cited after their publishers' corrections. Pure.</summary>
internal static class RevisedTexts
{
    /// <summary>
    /// The texts to write from. A withdrawn one is left out, and so is an earlier text when the later one is among the tellings; where it
    /// is not, what it no longer says is blanked, so that no span of it can be cited.
    /// </summary>
    /// <param name="revisions">Of these articles, in the order they were noticed.</param>
    public static IReadOnlyList<CitableText> Of(IReadOnlyList<Article> told, IReadOnlyList<ArticleRevision> revisions)
    {
        var pages = new Dictionary<ArticleId, ArticleId>();
        foreach (var revision in revisions.Where(r => r.Revised is not null))
            pages[revision.Revised!.Value] = revision.Article;
        var newest = revisions.Where(r => r.Matters).GroupBy(r => r.Article).ToDictionary(g => g.Key, g => g.Last());
        var here = told.Select(a => a.Id).ToHashSet();
        var texts = new List<CitableText>(told.Count);
        foreach (var article in told)
        {
            var text = newest.GetValueOrDefault(pages.GetValueOrDefault(article.Id, article.Id)) switch
            {
                null => article.Text,
                { Outcome: RevisionOutcome.Changed } change when change.Revised == article.Id => article.Text,
                { Outcome: RevisionOutcome.Changed, Text: { } now } change => here.Contains(change.Revised!.Value) ? null : TextRevision.Blanked(article.Text, now),
                _ => null,
            };
            if (text is not null)
                texts.Add(new CitableText(article.Id, article.PublisherName, article.Headline, text, article.When, article.Language));
        }

        return texts;
    }
}
