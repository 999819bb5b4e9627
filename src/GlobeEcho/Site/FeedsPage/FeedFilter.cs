namespace GlobeEcho.Site.FeedsPage;

/// <summary>Which feeds the page shows; the names stand in its address.</summary>
public enum FeedFilter
{
    All,
    Trouble,
    Well,
    New,
    Paused,
    Muted,
}
