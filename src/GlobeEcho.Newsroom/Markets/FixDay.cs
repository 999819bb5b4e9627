namespace GlobeEcho.Newsroom.Markets;

/// <summary>The prices a maker fixed on one day. What it did not fix is not there.</summary>
public sealed record FixDay(DateOnly Day, IReadOnlyDictionary<InstrumentId, decimal> Prices);
