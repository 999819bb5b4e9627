namespace GlobeEcho.Newsroom.Markets;

/// <summary>Who makes prices and on what terms they are shown: what does not change about a source.</summary>
/// <param name="Name">As it stands beside a price: "Kraken".</param>
/// <param name="Words">Who it is and on what terms, as printed on the page.</param>
/// <param name="Address">Where a reader finds out more; never an address with a key in it.</param>
public sealed record MarketMaker(string Name, string Words, Uri Address, QuoteKind Kind);
