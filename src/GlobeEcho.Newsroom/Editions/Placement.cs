using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>Where a story stands in an edition.</summary>
/// <param name="Rank">Over the whole paper, counted from 0: the lead story has 0.</param>
/// <param name="Prominence">What the rank follows from: independent publishers, freshness, growth. No unit; only compared within one edition.</param>
public sealed record Placement(StoryId Story, Section Section, int Rank, double Prominence);
