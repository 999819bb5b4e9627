namespace GlobeEcho.Newsroom.Digests;

/// <summary>A number as some tellings have it.</summary>
/// <param name="Text">As the latest of them writes it: "at least 100".</param>
/// <param name="Voices">How many independent voices tell it.</param>
/// <param name="Told">By whom, the latest first; at least one.</param>
public sealed record ToldValue(string Text, decimal Value, int Voices, IReadOnlyList<Attestation> Told);
