namespace GlobeEcho.Newsroom.Digests;

/// <summary>One publisher telling one thing.</summary>
/// <param name="Published">UTC; null when unknown.</param>
/// <param name="Citation">The sentence that tells it.</param>
public sealed record Attestation(string Publisher, DateTimeOffset? Published, Citation Citation);
