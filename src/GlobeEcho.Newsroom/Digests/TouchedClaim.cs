namespace GlobeEcho.Newsroom.Digests;

/// <summary>A claim that rested on a corrected article.</summary>
public sealed record TouchedClaim(string Text, ClaimFate Fate);
