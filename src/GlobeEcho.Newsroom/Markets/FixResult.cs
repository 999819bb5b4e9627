namespace GlobeEcho.Newsroom.Markets;

/// <summary>What came of asking for prices.</summary>
public abstract record FixResult
{
    private FixResult()
    {
    }

    /// <param name="History">Whole days before, as far as the provider gave them along.</param>
    /// <param name="Sessions">Trading hours the provider tells; empty when it tells none.</param>
    /// <param name="FreshUntil">Not to be asked again before; null when the provider does not say.</param>
    /// <param name="Trouble">What was missing or odd in an answer that was otherwise good; null when nothing was.</param>
    /// <param name="RetryAfter">How long the provider wants to be left alone, when part of the answers said so.</param>
    public sealed record Prices(
        IReadOnlyList<Quote> Quotes,
        IReadOnlyList<SpanCandle> History,
        IReadOnlyDictionary<InstrumentId, TradingSession> Sessions,
        DateTimeOffset? FreshUntil = null,
        string? Trouble = null,
        TimeSpan? RetryAfter = null) : FixResult;

    /// <summary>The provider has nothing newer.</summary>
    public sealed record Unchanged(DateTimeOffset? FreshUntil = null) : FixResult;

    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : FixResult;
}
