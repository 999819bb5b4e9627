namespace GlobeEcho.Commands;

/// <summary>What came of a feed's entries.</summary>
/// <param name="ADay">Of the last seven days.</param>
/// <param name="LastReason">Why a page was not read, the newest.</param>
internal sealed record FeedCounts(double ADay, int Waiting, int Read, int Refused, string? LastReason);
