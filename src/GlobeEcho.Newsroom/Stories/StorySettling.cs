using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>Brings a story up to date after tellings came or went: prints and names of new ones, echoes, voices, counts, headline, version.</summary>
internal sealed class StorySettling(StoryStore store, ArticleDesk articles, string language)
{
    // The newest tellings of their own words among which a headline is chosen, so that the cost does not grow with a story's life.
    private const int HeadlinesRead = 40;

    public static string HeadlineOf(Article article) =>
        article.Headline.Length > 0 ? article.Headline : article.Text.Length <= 100 ? article.Text : article.Text[..100] + "…";

    /// <param name="known">Articles that are at hand already.</param>
    public async Task SettleAsync(ArchiveSession session, StoryId id, Dictionary<ArticleId, Article> known, CancellationToken cancel)
    {
        var story = await store.FindAsync(session, id, cancel)
            ?? throw new InvalidOperationException($"Story {id.Value} was changed but is not in the archive.");
        foreach (var article in await ArticlesAsync(await store.UnprintedAsync(session, id, cancel), known, cancel))
        {
            await store.SavePrintAsync(
                session,
                new EchoEntry(article.Id, EchoPrint.Of(article.Text), AgencyCredit.Of(article.Text, article.Byline)),
                TellingNames.Of(article.Headline, article.Text, article.Language),
                cancel);
        }

        var tellings = await EchoesAsync(session, id, cancel);
        var headline = await HeadlineAsync(story, tellings, known, cancel);
        await store.SaveAsync(
            session,
            story with
            {
                Headline = headline.Headline,
                Language = headline.Language,
                Opened = tellings[0].Published,
                LastTelling = tellings[^1].Published,
                TellingCount = tellings.Count,
                PublisherCount = tellings.Select(t => t.Publisher).Distinct().Count(),
                VoiceCount = Voices.Count(tellings),
                Version = story.Version + 1,
            },
            cancel);
    }

    private async Task<IReadOnlyList<Telling>> EchoesAsync(ArchiveSession session, StoryId id, CancellationToken cancel)
    {
        var tellings = await store.TellingsAsync(session, [id], cancel);
        var echoes = EchoBook.Of(await store.PrintsAsync(session, id, cancel));
        var settled = tellings.Select(t => t with { Echo = echoes.GetValueOrDefault(t.Article) }).ToList();
        var changed = tellings.Zip(settled).Where(t => t.First.Echo != t.Second.Echo).Select(t => (t.Second.Article, t.Second.Echo)).ToList();
        await store.SaveEchoesAsync(session, changed, cancel);
        return settled;
    }

    private async Task<(string Headline, string? Language)> HeadlineAsync(
        Story story, IReadOnlyList<Telling> tellings, Dictionary<ArticleId, Article> known, CancellationToken cancel)
    {
        var told = await ArticlesAsync(tellings.Where(t => t.Echo is null).TakeLast(HeadlinesRead).Select(t => t.Article).ToList(), known, cancel);
        if (told.Count == 0)
            return (story.Headline, story.Language);
        var printed = StoryLanguage.Of(told.Select(a => (a.Language, a.PublisherName)).ToList(), language);
        var best = told[HeadlineChoice.Order(told.Select(a => (a.Headline, a.Language)).ToList(), printed).FirstOrDefault()];
        return (HeadlineOf(best), best.Language);
    }

    private async Task<IReadOnlyList<Article>> ArticlesAsync(IReadOnlyList<ArticleId> ids, Dictionary<ArticleId, Article> known, CancellationToken cancel)
    {
        var missing = ids.Where(i => !known.ContainsKey(i)).ToList();
        if (missing.Count > 0)
        {
            foreach (var article in await articles.FindAsync(missing, cancel))
                known.Add(article.Id, article);
        }

        return ids.Where(known.ContainsKey).Select(i => known[i]).ToList();
    }
}
