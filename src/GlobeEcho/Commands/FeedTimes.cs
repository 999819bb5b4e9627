namespace GlobeEcho.Commands;

/// <summary>When a feed was asked and is asked, UTC.</summary>
/// <param name="NextCheck">Null when it is not asked at all.</param>
/// <param name="NewestItem">When its newest item was published.</param>
internal sealed record FeedTimes(DateTimeOffset? LastTried, DateTimeOffset? LastGood, DateTimeOffset? NextCheck, DateTimeOffset? NewestItem);
