using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Site.CorrectionsPage;

/// <summary>All that the page of corrections prints.</summary>
/// <param name="Made">When the newest edition was made up.</param>
/// <param name="Corrections">Newest first.</param>
/// <param name="Refused">What the citation check refused, by fault, in <see cref="Days"/> days.</param>
/// <param name="Passed">Claims it let through in these days.</param>
public sealed record CorrectionsPageContent(DateTimeOffset? Made, IReadOnlyList<PrintedCorrection> Corrections, IReadOnlyList<GateCount> Refused, long Passed)
{
    public const int Days = 30;

    public long Checked => Passed + Refused.Sum(r => r.Claims);
}
