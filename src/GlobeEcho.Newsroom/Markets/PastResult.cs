namespace GlobeEcho.Newsroom.Markets;

/// <summary>What came of asking for candles of the past.</summary>
public abstract record PastResult
{
    private PastResult()
    {
    }

    /// <param name="Candles">Oldest first; never empty.</param>
    public sealed record Found(IReadOnlyList<SpanCandle> Candles) : PastResult;

    /// <summary>The provider answered and has none of this: asking again soon would bring the same.</summary>
    public sealed record None(string Reason) : PastResult;

    /// <summary>No sensible answer this time.</summary>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : PastResult;
}
