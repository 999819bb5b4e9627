using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>Loads the feeds a reader asks for, with their health.</summary>
public sealed class FeedsPageQuery(FeedDesk feeds, EditionDesk editions)
{
    public async Task<FeedsPageContent> LoadAsync(FeedsAsk ask, bool mayChange, FeedsNotice? notice, CancellationToken cancel)
    {
        var all = (await feeds.StatusAsync(cancel)).Select(s => new FeedRow(s)).ToList();
        // They come by publisher, and a sort that is stable leaves them so.
        var fit = all.Where(r => r.Fits(ask)).OrderBy(r => r.InTrouble ? 0 : 1).ToList();
        var content = new FeedsPageContent(await MadeAsync(cancel), ask, [], fit.Count, FeedTally.Of(all), mayChange, notice);
        var page = Math.Min(ask.Page, content.Pages);
        return content with { Ask = ask with { Page = page }, Rows = fit.Skip((page - 1) * FeedsPageContent.PageSize).Take(FeedsPageContent.PageSize).ToList() };
    }

    public async Task<DateTimeOffset?> MadeAsync(CancellationToken cancel) => (await editions.LatestAsync(cancel))?.MadeUp;
}
