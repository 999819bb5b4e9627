namespace GlobeEcho.Newsroom.Digests;

/// <summary>One checkable sentence of a digest.</summary>
/// <param name="Paragraph">Counted from 0.</param>
/// <param name="Citations">At least one; the first is the span the sentence was taken from.</param>
public sealed record Claim
{
    public Claim(string text, int paragraph, IReadOnlyList<Citation> citations)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfNegative(paragraph);
        if (citations.Count == 0)
            throw new ArgumentException("A claim rests on at least one citation.", nameof(citations));
        Text = text;
        Paragraph = paragraph;
        Citations = citations;
    }

    public string Text { get; }

    public int Paragraph { get; }

    public IReadOnlyList<Citation> Citations { get; }
}
