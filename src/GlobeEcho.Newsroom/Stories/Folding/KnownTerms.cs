namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>The terms of the articles read so far, so that a term met again is no new string. Not thread-safe.</summary>
internal sealed class KnownTerms
{
    // What all terms together may have: some 30,000 terms.
    private const int MostCharacters = 250_000;

    private readonly Dictionary<string, KnownTerm> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownTerm>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private char[] _joined = new char[64];
    private int _characters;

    public KnownTerms() => _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Terms are numbered below this.</summary>
    public int Count => _terms.Count;

    /// <summary>Whether it is time to forget the terms.</summary>
    public bool IsFull => _characters > MostCharacters;

    public KnownTerm Of(string text, TermKind kind) => _terms.TryGetValue(text, out var term) ? term : Meet(text, kind);

    /// <summary>The term whose text is three texts one after the other.</summary>
    public KnownTerm Of(string start, string middle, string end, TermKind kind)
    {
        var length = start.Length + middle.Length + end.Length;
        if (_joined.Length < length)
            _joined = new char[length * 2];
        start.CopyTo(_joined);
        middle.CopyTo(_joined.AsSpan(start.Length));
        end.CopyTo(_joined.AsSpan(start.Length + middle.Length));
        return _lookup.TryGetValue(_joined.AsSpan(0, length), out var term) ? term : Meet(new string(_joined, 0, length), kind);
    }

    /// <summary>Forgets all terms; those met from now on are numbered from 0 again.</summary>
    public void Forget()
    {
        _terms.Clear();
        _characters = 0;
    }

    private KnownTerm Meet(string text, TermKind kind)
    {
        var term = new KnownTerm(_terms.Count, text, kind);
        _terms.Add(text, term);
        _characters += text.Length;
        return term;
    }
}
