namespace GlobeEcho.Newsroom.Markets;

/// <summary>How far a quote can be relied on at a moment, and since when it cannot.</summary>
public static class Freshness
{
    /// <summary>A live source says something every second; half a minute of silence is no pause any more.</summary>
    public static readonly TimeSpan LiveSilence = TimeSpan.FromSeconds(30);

    // A pair nobody trades is not stale while its exchange is there, but after an hour the reader should know.
    private static readonly TimeSpan LivePrice = TimeSpan.FromHours(1);
    private static readonly TimeSpan DelayedPrice = TimeSpan.FromHours(1);
    private static readonly TimeSpan SessionTold = TimeSpan.FromDays(6);

    /// <param name="heard">When the maker last had anything to say about the instrument; null when not since the start.</param>
    /// <param name="every">How often delayed prices are asked for.</param>
    /// <returns>The moment is null for the states that have no beginning worth printing.</returns>
    public static (QuoteState State, DateTimeOffset? Since) Of(
        Quote quote, DateTimeOffset? heard, MarketHours? hours, TradingSession? session, TimeSpan every, DateTimeOffset now) => quote.Kind switch
        {
            QuoteKind.Live => Live(quote, heard ?? quote.Received, now),
            QuoteKind.DailyFix => Fix(quote, hours, now),
            _ => Delayed(quote, session, every, now),
        };

    private static (QuoteState State, DateTimeOffset? Since) Live(Quote quote, DateTimeOffset heard, DateTimeOffset now) =>
        now - heard > LiveSilence ? (QuoteState.Stale, heard)
        : now - quote.Received > LivePrice ? (QuoteState.Stale, quote.Received)
        : (QuoteState.Live, null);

    private static (QuoteState State, DateTimeOffset? Since) Fix(Quote quote, MarketHours? hours, DateTimeOffset now) =>
        hours is not null && hours.NextPublication(quote.AsOf) + hours.Grace is var late && now > late ? (QuoteState.Stale, late) : (QuoteState.DailyFix, null);

    private static (QuoteState State, DateTimeOffset? Since) Delayed(Quote quote, TradingSession? session, TimeSpan every, DateTimeOffset now)
    {
        // Three questions without an answer.
        if (now - quote.Received > (every * 3))
            return (QuoteState.Stale, quote.Received);
        if (session is null)
            return (QuoteState.Delayed, null);
        if (now >= session.End)
            return now - session.End > SessionTold ? (QuoteState.Stale, session.End) : (QuoteState.Closed, session.End);
        if (now < session.Start)
            return (QuoteState.Closed, quote.AsOf);
        var made = quote.AsOf > session.Start ? quote.AsOf : session.Start;
        return now - made > DelayedPrice + every ? (QuoteState.Stale, made) : (QuoteState.Delayed, null);
    }
}
