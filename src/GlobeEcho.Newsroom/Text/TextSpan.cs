namespace GlobeEcho.Newsroom.Text;

/// <summary>A run of characters in a text, counted in UTF-16 code units (a C# string index).</summary>
public readonly record struct TextSpan
{
    public TextSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Start = start;
        Length = length;
    }

    public int Start { get; }

    public int Length { get; }

    /// <summary>Exclusive.</summary>
    public int End => Start + Length;

    public bool LiesWithin(string text) => End <= text.Length;

    /// <summary>The characters the span covers. Throws when the span does not lie within the text.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>The same characters where they stand.</summary>
    internal ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
