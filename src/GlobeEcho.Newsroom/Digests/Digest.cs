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
    string? Fallback = null)
{
    /// <summary>The sentence under the headline, checked and cited like the others; null for none.</summary>
    public Claim? Standfirst { get; init; }

    /// <summary>Numbers its tellings differ on; empty for none.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>Who speaks the quotations in what its claims were taken from.</summary>
    public IReadOnlyList<SpokenQuote> Quotes { get; init; } = [];

    /// <summary>Every sentence that is printed, in the order of the page.</summary>
    public IEnumerable<Claim> Printed => Standfirst is { } first ? Claims.Prepend(first) : Claims;
}
