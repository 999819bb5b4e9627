namespace GlobeEcho.Newsroom.Stories.Echoes;

/// <summary>
/// Whether one of two texts repeats the other, and how. The numbers were chosen on 200 pairs of the development data, labelled by reading
/// before anything was measured (docs/quality.md).
/// </summary>
public static class EchoCheck
{
    // Both texts are nearly all in each other.
    private const double Same = 0.8;
    private const double SameLonger = 0.77;

    // Of the shorter text, what makes it one text with another.
    private const double OneText = 0.57;

    // The middle (geometric) of both shares from which there is an echo at all; less is needed when both name the same agency as their writer.
    private const double Least = 0.25;
    private const double LeastOfAgency = 0.18;

    // Of a short text in a long one, what shows a cut whatever the middle is.
    private const double Cut = 0.8;

    // Fewer shared runs are a phrase.
    private const int FewestRuns = 10;

    /// <summary>The kind, and how much of the shorter text stands in the longer; null when the two are independent.</summary>
    public static (EchoKind Kind, double Share)? Compare(EchoPrint one, EchoPrint other, bool sameAgency)
    {
        var (shared, mine, theirs) = EchoPrint.Compare(one, other);
        if (shared < FewestRuns)
            return null;
        var shorter = shared / (double)Math.Min(mine, theirs);
        var longer = shared / (double)Math.Max(mine, theirs);
        var middle = Math.Sqrt(shorter * longer);
        if (middle < (sameAgency ? LeastOfAgency : Least) && shorter < Cut)
            return null;
        var kind = shorter >= Same && longer >= SameLonger ? EchoKind.Exact : shorter >= OneText ? EchoKind.Syndicated : EchoKind.Rewrite;
        return (kind, Math.Round(shorter, 3));
    }
}
