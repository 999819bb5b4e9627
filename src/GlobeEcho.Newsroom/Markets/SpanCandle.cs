namespace GlobeEcho.Newsroom.Markets;

/// <summary>A candle, of what and how long.</summary>
public sealed record SpanCandle(InstrumentId Instrument, CandleSpan Span, Candle Candle);
