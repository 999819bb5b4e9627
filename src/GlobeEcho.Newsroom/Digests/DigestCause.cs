namespace GlobeEcho.Newsroom.Digests;

/// <summary>Why a version of a digest was written. The numbers are stored.</summary>
public enum DigestCause
{
    First = 0,

    /// <summary>Tellings joined the story, or left it.</summary>
    Story = 1,

    /// <summary>A publisher changed or withdrew what claims rested on.</summary>
    Correction = 2,
}
