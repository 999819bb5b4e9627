using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Finds feeds at an address, be it a feed's or a site's. Keeps nothing.</summary>
internal sealed class FeedFinder(Fetcher fetcher, TimeProvider clock)
{
    public const string Accept =
        "application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    // Where the usual makers of sites put them: WordPress, static site builders, Ghost, Blogger, hand-made ones.
    private static readonly string[] UsualPlaces =
        ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default"];

    /// <summary>Asks an address and reads the answer as a feed.</summary>
    public async Task<FeedTrial> TryAsync(Uri address, CancellationToken cancel)
    {
        switch (await fetcher.FetchAsync(new FetchRequest(address, Accept: Accept), cancel))
        {
            case FetchResult.Fresh fresh:
                return FeedParser.Parse(fresh.Body, fresh.ContentType, fresh.Address, fresh.ContentLocation, fresh.ContentLanguage) switch
                {
                    FeedParseResult.Parsed parsed => new FeedTrial.Reads(parsed.Document, fresh.Address, fresh.MovedPermanently),
                    FeedParseResult.NotAFeed not => new FeedTrial.NotAFeed(not.Reason, FeedLinks.Find(fresh.Body, fresh.ContentType, fresh.Address)),
                    var other => throw new InvalidOperationException($"A feed cannot parse to {other}."),
                };
            case FetchResult.Refused refused:
                return new FeedTrial.NoAnswer(refused.Reason);
            case FetchResult.Failed failed:
                return new FeedTrial.NoAnswer(failed.Reason);
            case FetchResult.Gone:
                return new FeedTrial.NoAnswer("The publisher says that it is gone for good.");
            case FetchResult.NotModified:
                return new FeedTrial.NoAnswer("The server says that nothing has changed, though it was not asked for changes.");
            case var other:
                throw new InvalidOperationException($"A fetch cannot end as {other}.");
        }
    }

    /// <summary>The feed at the address; else the feeds its page names; else the first at one of the usual places of the site.</summary>
    public async Task<FeedPreview> FindAsync(Uri address, CancellationToken cancel)
    {
        var trial = await TryAsync(address, cancel);
        if (trial is FeedTrial.Reads reads)
            return new FeedPreview([Sample(address, reads)], null);
        var reason = trial switch
        {
            FeedTrial.NotAFeed not => not.Reason,
            FeedTrial.NoAnswer none => none.Reason,
            var other => throw new InvalidOperationException($"A trial cannot end as {other}."),
        };
        if (trial is not FeedTrial.NotAFeed { Feeds: var named })
            return new FeedPreview([], reason);
        var found = new List<FeedSample>();
        foreach (var link in named)
        {
            if (await TryAsync(link, cancel) is FeedTrial.Reads one)
                found.Add(Sample(link, one));
        }

        foreach (var place in found.Count == 0 ? UsualPlaces : [])
        {
            var link = new Uri(address, place);
            if (await TryAsync(link, cancel) is not FeedTrial.Reads one)
                continue;
            found.Add(Sample(link, one));
            break;
        }

        var distinct = found.DistinctBy(f => f.Address).ToList();
        return new FeedPreview(distinct, distinct.Count > 0 ? null : $"{reason} It names no feed that can be read, and there is none at the usual places.");
    }

    private FeedSample Sample(Uri asked, FeedTrial.Reads reads)
    {
        var (items, now) = (reads.Document.Items, clock.GetUtcNow());
        var rhythm = FeedRhythm.Unknown.After(reads.Document, now);
        var times = items.Select(i => i.Published).OfType<DateTimeOffset>().Where(t => t <= now).ToList();
        return new FeedSample(
            reads.MovedPermanently ? reads.Address : asked,
            reads.Document,
            rhythm.Newest,
            times.Count > 1 && now > times.Min() ? Math.Round(times.Count / Math.Max((now - times.Min()).TotalDays, 1.0 / 24), 1) : null,
            items.OrderByDescending(i => i.Published ?? DateTimeOffset.MinValue).Take(5).Select(i => i.Title).ToList(),
            Known: false);
    }
}
