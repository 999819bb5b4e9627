namespace GlobeEcho.Newsroom.Markets;

/// <summary>The first, highest, lowest and last price of a span of time. A span without a price has no candle: a gap is not a zero.</summary>
/// <param name="Start">Inclusive, UTC, a whole minute, hour or day.</param>
public sealed record Candle(DateTimeOffset Start, decimal Open, decimal High, decimal Low, decimal Close);
