namespace GlobeEcho.Newsroom.Digests;

/// <summary>Who chose a digest's words. The numbers are stored.</summary>
public enum DigestAuthor
{
    /// <summary>Its sentences are the tellings' own.</summary>
    Extract = 0,

    /// <summary>A language model rewrote and joined sentences that were chosen before; each passed the citation check.</summary>
    Model = 1,
}
