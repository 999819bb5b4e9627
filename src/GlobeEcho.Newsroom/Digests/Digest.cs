using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>A story's condensed article. Nothing in it is uncited.</summary>
/// <param name="StoryVersion">The version of the story it was written from.</param>
/// <param name="Written">When its words last changed, UTC.</param>
/// <param name="Language">ISO 639-1 of its sentences; null when unknown.</param>
/// <param name="Dropped">Claims the citation check refused.</param>
/// <param name="Number">Of its version, from 1.</param>
/// <param name="Fallback">Why it is an extract although a language model was asked; null otherwise.</param>
public sealed record Digest(
    StoryId Story,
    int StoryVersion,
    DateTimeOffset Written,
    string? Language,
    string Headline,
    IReadOnlyList<Claim> Claims,
    int Dropped,
    int Number = 1,
    DigestAuthor Author = DigestAuthor.Extract,
    string? Fallback = null);
