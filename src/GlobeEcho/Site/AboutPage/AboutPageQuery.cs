using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Site.AboutPage;

/// <summary>Counts what the paper holds.</summary>
public sealed class AboutPageQuery(FeedDesk feeds, ArticleDesk articles, EditionDesk editions)
{
    public async Task<AboutPageContent> LoadAsync(CancellationToken cancel)
    {
        var all = await feeds.StatusAsync(cancel);
        var edition = await editions.LatestAsync(cancel);
        return new AboutPageContent(
            edition?.MadeUp,
            edition?.Placements.Count ?? 0,
            await articles.CountAsync(cancel),
            all.Count,
            all.Select(f => f.Feed.Publisher.Id).Distinct().Count());
    }
}
