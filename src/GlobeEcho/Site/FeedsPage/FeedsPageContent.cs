namespace GlobeEcho.Site.FeedsPage;

/// <param name="Rows">The unwell first, then by publisher.</param>
public sealed record FeedsPageContent(DateTimeOffset? Made, IReadOnlyList<FeedRow> Rows)
{
    public int Publishers => Rows.Select(r => r.Status.Feed.Publisher.Id).Distinct().Count();

    public int Of(FeedState state) => Rows.Count(r => r.State == state);
}
