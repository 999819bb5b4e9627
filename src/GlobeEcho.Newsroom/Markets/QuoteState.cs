namespace GlobeEcho.Newsroom.Markets;

/// <summary>How far a quote can be relied on at a moment; what its chip says.</summary>
public enum QuoteState
{
    Live,
    Delayed,
    DailyFix,

    /// <summary>The market is closed: the price is the last one of its session.</summary>
    Closed,

    /// <summary>Older than its kind should be: "stale since".</summary>
    Stale,
}
