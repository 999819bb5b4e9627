namespace GlobeEcho.Newsroom.Digests;

/// <summary>The claims that passed the check, their paragraphs counted anew, and the faults of those that did not: one fault a claim.</summary>
public sealed record CheckedDraft(IReadOnlyList<Claim> Claims, IReadOnlyList<CitationFault> Faults)
{
    /// <summary>Null when the draft has none, it did not pass, or nothing is left for it to stand over.</summary>
    public Claim? Standfirst { get; init; }
}
