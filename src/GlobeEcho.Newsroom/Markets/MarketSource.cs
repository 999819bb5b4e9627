namespace GlobeEcho.Newsroom.Markets;

/// <summary>One place prices come from, and how it is doing.</summary>
/// <param name="Words">Who it is and on what terms, as printed on the page.</param>
/// <param name="LastHeard">When anything sensible last came from it; null before the first time.</param>
/// <param name="Trouble">What is wrong now, in plain words; null when nothing is.</param>
/// <param name="Kind">How its prices reach us.</param>
public sealed record MarketSource(string Name, string Words, Uri Address, QuoteKind Kind, DateTimeOffset? LastHeard, string? Trouble);
