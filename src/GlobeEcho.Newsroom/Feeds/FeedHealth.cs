using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>How a feed has been doing. All times UTC.</summary>
/// <param name="LastGood">The last answer that was a feed, or that said nothing has changed.</param>
/// <param name="Failures">Failed tries in a row; 0 after a good one.</param>
/// <param name="FailureReason">Plain words of the last failure; null after a good try.</param>
/// <param name="Gone">The publisher said 410: it is not asked again.</param>
/// <param name="Fault">The kind of the last failure; null after a good try, and where the answer came but was no feed.</param>
public sealed record FeedHealth(
    DateTimeOffset? LastTried,
    DateTimeOffset? LastGood,
    DateTimeOffset NextCheck,
    int Failures,
    string? FailureReason,
    bool Gone,
    FetchFault? Fault = null);
