using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>How all feeds are, in figures. A muted publisher's feed counts by its condition too.</summary>
public sealed record FeedTally(int Feeds, int Publishers, int Trouble, int Well, int New, int Paused, int Muted)
{
    public static FeedTally Of(IReadOnlyCollection<FeedRow> rows) => new(
        rows.Count,
        rows.Select(r => r.Feed.Publisher.Id).Distinct().Count(),
        rows.Count(r => r.InTrouble),
        rows.Count(r => r.State == FeedCondition.Well),
        rows.Count(r => r.State == FeedCondition.New),
        rows.Count(r => r.State == FeedCondition.Paused),
        rows.Count(r => r.Feed.Publisher.Muted));

    public int Of(FeedFilter filter) => filter switch
    {
        FeedFilter.Trouble => Trouble,
        FeedFilter.Well => Well,
        FeedFilter.New => New,
        FeedFilter.Paused => Paused,
        FeedFilter.Muted => Muted,
        _ => Feeds,
    };
}
