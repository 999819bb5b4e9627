namespace GlobeEcho.Newsroom.Text;

/// <summary>The forms of the words read so far: a word that was met before costs one look-up and no string. Not thread-safe.</summary>
/// <param name="make">A form by its number and its folded word.</param>
internal sealed class WordForms<TForm>(Func<int, string, TForm> make)
    where TForm : WordForm
{
    // What all words together may have: some 20,000 words, which are nineteen of twenty that are read. The others are rare, and to keep them is no faster.
    private const int MostCharacters = 150_000;

    // By the word as it is written, its folded form among them.
    private readonly Dictionary<string, TForm> _forms = new(StringComparer.Ordinal);
    private int _characters;
    private int _made;

    /// <summary>Whether it is time to forget the words.</summary>
    public bool IsFull => _characters > MostCharacters;

    /// <summary>The form of a word as a text writes it.</summary>
    public TForm Of(ReadOnlySpan<char> written) =>
        _forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var form) ? form : Meet(written.ToString());

    /// <summary>Forgets all words; forms met from now on are numbered from 0 again.</summary>
    public void Forget()
    {
        _forms.Clear();
        (_characters, _made) = (0, 0);
    }

    private TForm Meet(string word)
    {
        var folded = Words.Fold(word);
        var form = folded == word ? make(_made++, folded) : Of(folded);
        _forms[word] = form;
        _characters += word.Length;
        return form;
    }
}
