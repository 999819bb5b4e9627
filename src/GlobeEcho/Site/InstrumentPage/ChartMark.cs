namespace GlobeEcho.Site.InstrumentPage;

/// <summary>A moment marked in a chart.</summary>
/// <param name="Headline">Of the story that marks it; null for a bare day.</param>
/// <param name="Address">Where that story stands; null for a bare day.</param>
/// <param name="Query">What keeps the mark in an address: "story=7" or "mark=2024-05-24".</param>
public sealed record ChartMark(DateTimeOffset At, string? Headline, string? Language, string? Address, string Query);
