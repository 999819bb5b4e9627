namespace GlobeEcho.Newsroom.Text;

/// <summary>The forms of the words read so far: a word that was met before costs one look-up and no string. Not thread-safe.</summary>
internal sealed class WordForms
{
    // What all words together may have: some 60,000 words. News of one month has no more that come twice.
    private const int MostCharacters = 400_000;

    private readonly Dictionary<string, WordForm> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordForm> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> _known;
    private int _characters;

    public WordForms() => _known = _written.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is time to forget the words.</summary>
    public bool IsFull => _characters > MostCharacters;

    /// <summary>The form of a word as a text writes it.</summary>
    public WordForm Of(ReadOnlySpan<char> written)
    {
        if (_known.TryGetValue(written, out var form))
            return form;
        var word = written.ToString();
        var folded = Words.Fold(word);
        if (!_folded.TryGetValue(folded, out form))
            _folded.Add(folded, form = new WordForm(_folded.Count, folded));
        _written.Add(word, form);
        _characters += word.Length;
        return form;
    }

    /// <summary>The words of a text in order, but for marks that stand alone: they fold to nothing.</summary>
    public List<Names.Word> Read(string text, int most = int.MaxValue)
    {
        var words = new List<Names.Word>();
        for (var from = 0; words.Count < most && Words.Next(text, ref from) is { } span;)
        {
            if (Of(span.In(text)) is { Folded.Length: > 0 } form)
                words.Add(new Names.Word(span, form));
        }

        return words;
    }

    /// <summary>Forgets all words; forms met from now on are numbered from 0 again.</summary>
    public void Forget()
    {
        _written.Clear();
        _folded.Clear();
        _characters = 0;
    }
}
