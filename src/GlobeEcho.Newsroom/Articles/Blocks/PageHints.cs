namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>What a page says of its article outside the text, for judging blocks by.</summary>
/// <param name="TitleBlock">Where the headline stands among the blocks; -1 where it does not.</param>
/// <param name="Names">The byline.</param>
/// <param name="Body">The article's text by the page's linked data, white space folded; null where it gives none.</param>
internal sealed record PageHints(int TitleBlock, string Title, string? Description, IReadOnlyList<string> Names, string? Body)
{
    // As much of a line as tells it from others.
    private const int Sample = 40;

    /// <summary>1 when the linked data's text has this line, 0 when it has not, -1 when there is none.</summary>
    public float InBody(ReadOnlySpan<char> text) =>
        Body is null || text.Length < 15 ? -1 : Body.AsSpan().Contains(text.Length > Sample ? text.Slice(2, Sample - 2) : text, StringComparison.Ordinal) ? 1 : 0;

    public float LikeTitle(ReadOnlySpan<char> text) =>
        Title.Length == 0 || text.Length > 2 * Title.Length ? 0
        : text.Equals(Title, StringComparison.OrdinalIgnoreCase) ? 2
        : text.Length >= 12 && Title.AsSpan().Contains(text, StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    public float LikeDescription(ReadOnlySpan<char> text)
    {
        if (Description is null || text.Length < 20 || Description.Length < 20)
            return 0;
        var head = text[..Math.Min(text.Length, Sample)];
        return Description.AsSpan().StartsWith(head, StringComparison.OrdinalIgnoreCase) ? 2 : Description.AsSpan().Contains(head, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    public bool IsSigned(ReadOnlySpan<char> text)
    {
        const int Longest = 200;
        if (text.Length > Longest)
            return false;
        foreach (var name in Names)
        {
            if (text.Contains(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
