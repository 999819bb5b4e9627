namespace GlobeEcho.Newsroom.Digests;

/// <summary>How many claims the citation check said one thing of.</summary>
/// <param name="Reason">The name of the <see cref="CitationFault"/>, or <see cref="Printed"/>.</param>
public sealed record GateCount(string Reason, long Claims)
{
    public const string Printed = "Printed";
}
