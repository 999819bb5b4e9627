namespace GlobeEcho.Newsroom.Markets;

/// <summary>What one of Yahoo's chart pages says.</summary>
/// <param name="History">The days before the quote's own.</param>
/// <param name="Session">The venue's hours; null when the page does not say.</param>
public sealed record YahooChart(Quote Quote, IReadOnlyList<SpanCandle> History, TradingSession? Session);
