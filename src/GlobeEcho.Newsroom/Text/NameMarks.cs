namespace GlobeEcho.Newsroom.Text;

/// <summary>Tells which words of a text are part of a name, by their capitals alone. Keeps its room from text to text; not thread-safe.</summary>
internal sealed class NameMarks
{
    // The longest line that can be a headline.
    private const int HeadlineWords = 20;

    private bool[] _capital = [];
    private bool[] _free = [];
    private bool[] _shouted = [];
    private bool[] _names = [];

    // By the number of a form; false between texts.
    private bool[] _known = [];
    private bool[] _plain = [];

    /// <summary>For every word whether it is part of a name; until the next text is marked.</summary>
    public Span<bool> Of(string text, List<Names.Word> words)
    {
        MakeRoom(words);
        MarkShoutedLines(text, words);
        for (var i = 0; i < words.Count; i++)
        {
            var (span, form) = words[i];
            var first = text[span.Start];
            if (char.IsLower(first))
                _plain[form.Number] = true;
            _capital[i] = char.IsUpper(first) && !form.IsStop && !form.IsCalendar;
            _free[i] = _capital[i] && !_shouted[i] && !OpensSentence(text, words, i);
            if (_free[i])
                _known[form.Number] = true;
        }

        for (var i = words.Count - 1; i >= 0; i--)
        {
            var (span, form) = words[i];
            var leads = _capital[i] && i + 1 < words.Count && _names[i + 1] && !_shouted[i] && Names.Touch(text, span, words[i + 1].Span);
            _names[i] = _capital[i] && (_free[i] || _known[form.Number] || (leads && !_plain[form.Number]));
        }

        foreach (var (_, form) in words)
            _known[form.Number] = _plain[form.Number] = false;
        return _names.AsSpan(0, words.Count);
    }

    private void MakeRoom(List<Names.Word> words)
    {
        if (_names.Length < words.Count)
            (_capital, _free, _shouted, _names) = (new bool[words.Count * 2], new bool[words.Count * 2], new bool[words.Count * 2], new bool[words.Count * 2]);
        var forms = 0;
        foreach (var (_, form) in words)
            forms = Math.Max(forms, form.Number + 1);
        if (_known.Length < forms)
            (_known, _plain) = (new bool[forms * 2], new bool[forms * 2]);
    }

    // A line most of whose longer words are capitalised is a headline in title case: its capitals tell nothing. A longer line is German.
    private void MarkShoutedLines(string text, List<Names.Word> words)
    {
        for (var i = 0; i < words.Count;)
        {
            var start = i;
            var (longer, capital) = (0, 0);
            do
            {
                var span = words[i].Span;
                if (span.Length >= 4 && char.IsLetter(text[span.Start]))
                {
                    longer++;
                    capital += char.IsUpper(text[span.Start]) ? 1 : 0;
                }

                i++;
            }
            while (i < words.Count && !text.AsSpan(words[i - 1].Span.End, words[i].Span.Start - words[i - 1].Span.End).Contains('\n'));

            _shouted.AsSpan(start, i - start).Fill(longer >= 3 && capital * 4 >= longer * 3 && i - start <= HeadlineWords);
        }
    }

    private static bool OpensSentence(string text, List<Names.Word> words, int at)
    {
        if (at == 0)
            return true;
        var before = words[at - 1].Span;
        for (var i = before.End; i < words[at].Span.Start; i++)
        {
            if (text[i] is '!' or '?' or ':' or ';' or '\n' or '"' or '“' or '„' or '«' or '•')
                return true;
            // The point of "Mr." or of an initial ends no sentence.
            if (text[i] == '.' && !(before.Length <= 2 && char.IsUpper(text[before.Start])))
                return true;
        }

        return false;
    }
}
