using GlobeEcho.Site.Quotes;

namespace GlobeEcho.Site.MarketsPage;

/// <summary>All that the page of markets prints.</summary>
/// <param name="Words">What the reader searched for; null when for nothing.</param>
/// <param name="Listed">How many instruments the board has at all.</param>
/// <param name="Own">The reader's list; null when it is empty, and in a search.</param>
/// <param name="Groups">Only those that hold something.</param>
/// <param name="Full">The reader's list takes no more.</param>
public sealed record MarketsPageContent(
    DateTimeOffset? Made,
    string? Words,
    int Listed,
    RowGroup? Own,
    IReadOnlyList<RowGroup> Groups,
    IReadOnlyList<SourceLine> Sources,
    ChangeColours Colours,
    bool Full)
{
    public int Rows => Groups.Sum(g => g.Rows.Count);
}
