namespace GlobeEcho.Newsroom.Weather;

/// <summary>The sky of a step of a forecast. Day or night is not part of it: the sun of the place decides that.</summary>
public readonly record struct Sky(SkyKind Kind, SkyStrength Strength = SkyStrength.Moderate, bool Thunder = false);
