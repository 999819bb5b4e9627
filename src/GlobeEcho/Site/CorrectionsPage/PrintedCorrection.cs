using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.CorrectionsPage;

/// <summary>A correction with the story it changed.</summary>
public sealed record PrintedCorrection(DigestCorrection Correction, Story Story)
{
    public string Path => $"/story/{Story.Id.Value}";
}
