namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>A term that some article had; <see cref="KnownTerms"/> has one of each.</summary>
/// <param name="number">From 0 on, in the order in which the terms were met.</param>
internal sealed class KnownTerm(int number, string text, TermKind kind)
{
    public int Number { get; } = number;

    public string Text { get; } = text;

    public TermKind Kind { get; } = kind;

    /// <summary>The id it had when it was met last; the vocabulary may have given it to another since.</summary>
    public int Id { get; set; }
}
