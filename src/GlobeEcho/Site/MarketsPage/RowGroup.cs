namespace GlobeEcho.Site.MarketsPage;

/// <summary>Rows under one heading.</summary>
/// <param name="Key">For addresses within the page.</param>
public sealed record RowGroup(string Key, string Name, IReadOnlyList<InstrumentRow> Rows);
