namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A publisher's channel, with what is needed to ask for it again.</summary>
/// <param name="Section">The section the list of feeds puts it in, as written there; null when it names none.</param>
/// <param name="ContentHash">SHA-256 (hex) of the last document that was read: an unchanged one is not parsed again.</param>
/// <param name="Move">Where it is said to have moved, while that is not believed yet; null when it is not said.</param>
/// <param name="Paused">The operator does not want it asked for now.</param>
public sealed record Feed(
    FeedId Id,
    Publisher Publisher,
    Uri Address,
    string Title,
    string? Section,
    string? ETag,
    string? LastModified,
    string? ContentHash,
    FeedHealth Health,
    FeedRhythm? Rhythm = null,
    FeedMove? Move = null,
    bool Paused = false)
{
    public FeedRhythm Rhythm { get; init; } = Rhythm ?? FeedRhythm.Unknown;

    /// <summary>How it is, in one word.</summary>
    public FeedCondition Condition => this switch
    {
        { Health.Gone: true } => FeedCondition.Gone,
        { Paused: true } => FeedCondition.Paused,
        { Health.Failures: > 0 } => FeedCondition.Failing,
        { Health.LastGood: null } => FeedCondition.New,
        _ => FeedCondition.Well,
    };
}
