namespace GlobeEcho.Newsroom.Digests;

/// <summary>What a writer hands in. Nothing of it is printed before <see cref="CitationCheck"/> has seen it.</summary>
/// <param name="Language">ISO 639-1 of its sentences; null when unknown.</param>
public sealed record Draft(string? Language, string Headline, IReadOnlyList<Claim> Claims)
{
    /// <summary>One sentence under the headline that says what the headline does not; null when none is short enough.</summary>
    public Claim? Standfirst { get; init; }

    /// <summary>Numbers the tellings differ on.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>Who is quoted in the claims.</summary>
    public IReadOnlyList<SpokenQuote> Quotes { get; init; } = [];
}
