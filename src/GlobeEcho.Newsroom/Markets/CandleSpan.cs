namespace GlobeEcho.Newsroom.Markets;

/// <summary>How long a candle is.</summary>
public enum CandleSpan
{
    Minute,
    Hour,
    Day,
}
