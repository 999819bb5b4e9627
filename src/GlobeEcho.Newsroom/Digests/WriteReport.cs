namespace GlobeEcho.Newsroom.Digests;

/// <summary>What one run of the writer did.</summary>
/// <param name="Claims">Printed.</param>
/// <param name="Dropped">Claims the citation check refused.</param>
/// <param name="Empty">Stories of which no sentence passed; they print with headline and sources.</param>
public sealed record WriteReport(int Stories, int Claims, int Dropped, int Empty);
