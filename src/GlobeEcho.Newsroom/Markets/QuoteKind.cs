namespace GlobeEcho.Newsroom.Markets;

/// <summary>How a price reaches us.</summary>
public enum QuoteKind
{
    /// <summary>As it is traded.</summary>
    Live,

    /// <summary>As it was traded some minutes ago.</summary>
    Delayed,

    /// <summary>Fixed once a day.</summary>
    DailyFix,
}
