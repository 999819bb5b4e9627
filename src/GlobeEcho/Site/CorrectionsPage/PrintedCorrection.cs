using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Site.CorrectionsPage;

/// <summary>A correction with the story it changed.</summary>
/// <param name="Headline">As the story is printed now.</param>
public sealed record PrintedCorrection(DigestCorrection Correction, Story Story, string Headline, string? Language)
{
    public string Path => $"/story/{Story.Id.Value}";
}
