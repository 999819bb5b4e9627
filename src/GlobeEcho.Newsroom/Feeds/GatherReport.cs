namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What asking the feeds brought.</summary>
/// <param name="Asked">Feeds that were due and asked; each of them is fresh, unchanged or failed.</param>
public sealed record GatherReport(int Asked, int Fresh, int Unchanged, int Failed, int NewEntries);
