using System.Buffers;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>Collects text with white space folded: characters that break a run are looked for by whole vectors, the runs between copied.</summary>
internal sealed class TextSheet(int capacity)
{
    // White space, character references, and what shows nothing: soft hyphens, joiners, control and replacement characters.
    private static readonly SearchValues<char> Breaks = SearchValues.Create(
        " &\u007F\u00A0\u00AD\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF\uFFFD"
        + string.Concat(Enumerable.Range(0, 32).Select(i => (char)i)) + string.Concat(Enumerable.Range(0x80, 32).Select(i => (char)i)));

    private char[] _text = new char[Math.Max(capacity, 16)];
    private int _lineStart;
    private bool _space;

    public int Length { get; private set; }

    /// <summary>Whether the line has no character yet.</summary>
    public bool IsLineEmpty => Length == _lineStart;

    public char Last => Length > _lineStart ? _text[Length - 1] : '\0';

    public ReadOnlySpan<char> Span(int start, int length) => _text.AsSpan(start, length);

    public void Space() => _space = true;

    /// <summary>Ends the line; the next one begins at the same place in the text.</summary>
    public void EndLine()
    {
        _lineStart = Length;
        _space = false;
    }

    /// <summary>Appends a piece of the source: references resolved, white space folded.</summary>
    /// <returns>How many characters came to stand on the sheet.</returns>
    public int Append(ReadOnlySpan<char> raw) => Append(raw, resolve: true);

    /// <summary>Appends text whose ampersands are ampersands.</summary>
    public void AppendPlain(ReadOnlySpan<char> text) => Append(text, resolve: false);

    public override string ToString() => new(_text, 0, Length);

    private int Append(ReadOnlySpan<char> raw, bool resolve)
    {
        var before = Length;
        Span<char> symbol = stackalloc char[4];
        while (raw.Length > 0)
        {
            var run = raw.IndexOfAny(Breaks);
            if (run != 0)
            {
                var piece = run < 0 ? raw : raw[..run];
                Put(piece);
                raw = raw[piece.Length..];
                continue;
            }

            var used = 1;
            if (raw[0] == '&')
            {
                var written = 0;
                used = resolve ? CharacterReferences.Read(raw, symbol, out written) : 0;
                if (used == 0)
                    Put("&");
                else
                    PutResolved(symbol[..written]);
                used = Math.Max(used, 1);
            }
            else if (char.IsWhiteSpace(raw[0]))
            {
                _space = true;
            }

            raw = raw[used..];
        }

        return Length - before;
    }

    private void PutResolved(ReadOnlySpan<char> symbol)
    {
        if (char.IsWhiteSpace(symbol[0]))
            _space = true;
        else if (!Breaks.Contains(symbol[0]) || symbol[0] == '&')
            Put(symbol);
    }

    private void Put(ReadOnlySpan<char> run)
    {
        var gap = _space && Length > _lineStart ? 1 : 0;
        if (Length + run.Length + gap > _text.Length)
            Array.Resize(ref _text, Math.Max(2 * _text.Length, Length + run.Length + gap));
        if (gap > 0)
            _text[Length++] = ' ';
        _space = false;
        run.CopyTo(_text.AsSpan(Length));
        Length += run.Length;
    }
}
