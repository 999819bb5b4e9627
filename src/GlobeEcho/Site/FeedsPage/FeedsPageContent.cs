namespace GlobeEcho.Site.FeedsPage;

/// <param name="Ask">Its page is one there is.</param>
/// <param name="Rows">Of this page: those in trouble first, then by publisher.</param>
/// <param name="Found">How many feeds fit, on all pages.</param>
/// <param name="MayChange">Whether the one who asks may change the feeds.</param>
/// <param name="Notice">What came of the last form; null when there was none.</param>
public sealed record FeedsPageContent(
    DateTimeOffset? Made, FeedsAsk Ask, IReadOnlyList<FeedRow> Rows, int Found, FeedTally Tally, bool MayChange, FeedsNotice? Notice)
{
    public const int PageSize = 100;

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
}
