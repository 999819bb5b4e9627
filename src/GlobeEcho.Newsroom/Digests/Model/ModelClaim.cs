namespace GlobeEcho.Newsroom.Digests.Model;

/// <summary>A claim a model wrote, and the numbers of the offered sentences it says it rests on.</summary>
public sealed record ModelClaim(Claim Claim, IReadOnlyList<int> Offered);
