namespace GlobeEcho.Newsroom.Articles.Pages;

internal readonly ref struct AttributePair(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
{
    public ReadOnlySpan<char> Name { get; } = name;

    /// <summary>As written, character references unresolved; empty where none is given.</summary>
    public ReadOnlySpan<char> Value { get; } = value;
}
