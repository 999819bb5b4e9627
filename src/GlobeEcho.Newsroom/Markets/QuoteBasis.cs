namespace GlobeEcho.Newsroom.Markets;

/// <summary>The price a change is measured against.</summary>
/// <param name="At">When that price was made; null when the provider does not say.</param>
public sealed record QuoteBasis(BasisKind Kind, decimal Price, DateTimeOffset? At);
