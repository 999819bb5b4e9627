namespace GlobeEcho.Newsroom.Markets;

/// <summary>What a source can be in trouble with, each on its own.</summary>
internal enum SourceTrouble
{
    Connection,
    Refusal,
    Clock,
    Answer,
}
