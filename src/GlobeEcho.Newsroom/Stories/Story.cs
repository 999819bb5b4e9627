namespace GlobeEcho.Newsroom.Stories;

/// <summary>What happened, as told by many articles. Keeps its id, and so its address, for its whole life.</summary>
/// <param name="Headline">The headline of the telling that stands nearest to all the others.</param>
/// <param name="Language">ISO 639-1 of that headline; null when unknown.</param>
/// <param name="Opened">When the first telling was published, UTC.</param>
/// <param name="LastTelling">When the newest telling was published, UTC.</param>
/// <param name="PublisherCount">Different publishers.</param>
/// <param name="Version">Grows by one whenever tellings join or leave.</param>
public sealed record Story(
    StoryId Id,
    string Headline,
    string? Language,
    DateTimeOffset Opened,
    DateTimeOffset LastTelling,
    int TellingCount,
    int PublisherCount,
    int Version)
{
    /// <summary>Publishers and agencies that tell it independently: copies of one text are one voice. Never above <see cref="PublisherCount"/>.</summary>
    public int VoiceCount { get; init; } = PublisherCount;
}
