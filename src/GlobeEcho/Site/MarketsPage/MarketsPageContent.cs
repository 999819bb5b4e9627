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

    /// <summary>The groups in their order, in two columns as even as the order allows.</summary>
    public IReadOnlyList<IReadOnlyList<RowGroup>> Columns
    {
        get
        {
            if (Groups.Count < 2)
                return [Groups];
            // A heading takes about as much as two rows.
            int Depth(IEnumerable<RowGroup> groups) => groups.Sum(g => g.Rows.Count + 2);
            var first = Enumerable.Range(1, Groups.Count - 1).MinBy(n => Math.Abs(Depth(Groups.Take(n)) - Depth(Groups.Skip(n))));
            return [Groups.Take(first).ToList(), Groups.Skip(first).ToList()];
        }
    }
}
