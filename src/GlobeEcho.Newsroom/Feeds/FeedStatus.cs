namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A feed with counts of its entries, for people who look after feeds.</summary>
/// <param name="Waiting">Entries whose page was not read yet, retries included.</param>
/// <param name="Read">Entries that became articles, or were told before by the same address.</param>
/// <param name="Refused">Entries given up, each with a recorded reason.</param>
/// <param name="LastReason">The newest reason recorded at one of its entries.</param>
public sealed record FeedStatus(Feed Feed, int Waiting, int Read, int Refused, string? LastReason);
