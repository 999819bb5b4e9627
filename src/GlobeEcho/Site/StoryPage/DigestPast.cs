using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Site.StoryPage;

/// <summary>What a story's condensed article said before, and why it changed.</summary>
/// <param name="Changes">Newest first; the first version is the last of them.</param>
/// <param name="Corrections">Newest first.</param>
public sealed record DigestPast(IReadOnlyList<DigestChange> Changes, IReadOnlyList<DigestCorrection> Corrections, DigestAuthor Author)
{
    public static DigestPast None { get; } = new([], [], DigestAuthor.Extract);
}
