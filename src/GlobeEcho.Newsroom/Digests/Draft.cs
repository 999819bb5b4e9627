namespace GlobeEcho.Newsroom.Digests;

/// <summary>What a writer hands in. Nothing of it is printed before <see cref="CitationCheck"/> has seen it.</summary>
/// <param name="Language">ISO 639-1 of its sentences; null when unknown.</param>
public sealed record Draft(string? Language, string Headline, IReadOnlyList<Claim> Claims);
