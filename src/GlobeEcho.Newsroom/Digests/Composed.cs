namespace GlobeEcho.Newsroom.Digests;

/// <summary>A digest fresh from its writer, with the fault of each claim that was refused on the way.</summary>
public sealed record Composed(Digest Digest, IReadOnlyList<CitationFault> Faults);
