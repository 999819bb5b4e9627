using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>Loads every feed with its health.</summary>
public sealed class FeedsPageQuery(FeedDesk feeds, EditionDesk editions)
{
    public async Task<FeedsPageContent> LoadAsync(CancellationToken cancel)
    {
        var rows = (await feeds.StatusAsync(cancel)).Select(s => new FeedRow(s)).OrderBy(r => r.State).ToList();
        return new FeedsPageContent((await editions.LatestAsync(cancel))?.MadeUp, rows);
    }
}
