using System.Buffers;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>
/// Reads XML that may be broken, token by token, over UTF-8 bytes: nothing is copied, nothing is refused, and no step goes back, so that
/// the cost is the length. A DTD is skipped but for its plain text entities; nothing is ever loaded.
/// </summary>
internal ref struct MarkupReader
{
    // More attributes than any feed's tag has; the rest of a tag is read over.
    private const int MaxAttributes = 64;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n\f\v/><='\"&"u8);
    private static readonly SearchValues<byte> BareEnds = SearchValues.Create(" \t\r\n><"u8);

    private readonly ReadOnlySpan<byte> _text;
    private readonly MarkupAttribute[] _attributes = new MarkupAttribute[MaxAttributes];
    private int _at;
    private int _from;
    private int _to;
    private bool _typed;
    private bool _noSingle;
    private bool _noDouble;

    public MarkupReader(ReadOnlySpan<byte> text)
    {
        _text = text;
        Entities = new DeclaredEntities();
    }

    public DeclaredEntities Entities { get; }

    /// <summary>The characters of a text, or the name of a tag, as written.</summary>
    public readonly ReadOnlySpan<byte> Value => _text[_from.._to];

    /// <summary>Where the value begins in the text.</summary>
    public readonly int From => _from;

    /// <summary>The start tag closes itself: <c>&lt;br/&gt;</c>.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>How many attributes the start tag has.</summary>
    public int Attributes { get; private set; }

    /// <summary>The words of the DOCTYPE before its internal subset; empty when there is none.</summary>
    public ReadOnlySpan<byte> DocumentType { get; private set; }

    public readonly ReadOnlySpan<byte> AttributeName(int index) => _text.Slice(_attributes[index].Name, _attributes[index].NameLength);

    public readonly ReadOnlySpan<byte> AttributeValue(int index) => _text.Slice(_attributes[index].Value, _attributes[index].ValueLength);

    public MarkupToken Next()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] != (byte)'<')
                return Upto(_text[_at..].IndexOf((byte)'<'));
            var rest = _text[_at..];
            if (rest.Length > 1 && IsNameStart(rest[1]))
                return StartTag();
            if (rest.Length > 2 && rest[1] == (byte)'/' && IsNameStart(rest[2]))
                return EndTag();
            if (rest.StartsWith("<![CDATA["u8))
                return Section();
            if (rest.StartsWith("<!--"u8))
                _at = EndOf("-->"u8, _at + 4);
            else if (rest.Length > 8 && rest.StartsWith("<!"u8) && System.Text.Ascii.EqualsIgnoreCase(rest[2..9], "DOCTYPE"u8))
                DocumentTypeOf();
            else if (rest.StartsWith("<?"u8) || (rest.Length > 2 && rest[1] == (byte)'!' && IsNameStart(rest[2])))
                _at = EndOf(">"u8, _at + 2);
            else
                return Upto(rest[1..].IndexOf((byte)'<') is >= 0 and var next ? next + 1 : -1);
        }

        return MarkupToken.End;
    }

    private MarkupToken Upto(int length)
    {
        _from = _at;
        _at = _to = length < 0 ? _text.Length : _at + length;
        return MarkupToken.Text;
    }

    private MarkupToken Section()
    {
        _from = _at + 9;
        var end = _text[_from..].IndexOf("]]>"u8);
        _to = end < 0 ? _text.Length : _from + end;
        _at = end < 0 ? _text.Length : _to + 3;
        return MarkupToken.Data;
    }

    private MarkupToken EndTag()
    {
        _from = _at + 2;
        _to = _from + NameLength(_from);
        // An end tag that was not ended itself ends where the next tag begins.
        var end = _text[_to..].IndexOfAny((byte)'>', (byte)'<');
        _at = end < 0 ? _text.Length : _text[_to + end] == (byte)'>' ? _to + end + 1 : _to + end;
        return MarkupToken.Close;
    }

    private MarkupToken StartTag()
    {
        _from = _at + 1;
        _to = _from + NameLength(_from);
        _at = _to;
        Attributes = 0;
        IsEmpty = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == (byte)'>')
            {
                IsEmpty = _text[_at - 1] == (byte)'/';
                _at++;
                break;
            }

            // The tag was never ended: the next one begins here.
            if (c == (byte)'<')
                break;
            if (!IsNameStart(c))
                _at++;
            else
                Attribute();
        }

        return MarkupToken.Open;
    }

    private void Attribute()
    {
        var attribute = new MarkupAttribute { Name = _at, NameLength = NameLength(_at) };
        _at += attribute.NameLength;
        SkipSpace();
        if (_at < _text.Length && _text[_at] == (byte)'=')
        {
            _at++;
            SkipSpace();
            Quoted(ref attribute);
        }

        if (Attributes < MaxAttributes)
            _attributes[Attributes++] = attribute;
    }

    private void Quoted(ref MarkupAttribute attribute)
    {
        if (_at >= _text.Length)
            return;
        var quote = _text[_at];
        if ((quote == (byte)'"' && !_noDouble) || (quote == (byte)'\'' && !_noSingle))
        {
            var length = _text[(_at + 1)..].IndexOf(quote);
            if (length >= 0)
            {
                (attribute.Value, attribute.ValueLength) = (_at + 1, length);
                _at += length + 2;
                return;
            }

            // None from here on: it is not looked for again.
            _noDouble |= quote == (byte)'"';
            _noSingle |= quote == (byte)'\'';
        }

        var end = _text[_at..].IndexOfAny(BareEnds);
        end = end < 0 ? _text.Length : _at + end;
        var from = quote is (byte)'"' or (byte)'\'' ? _at + 1 : _at;
        (attribute.Value, attribute.ValueLength) = (Math.Min(from, end), Math.Max(0, end - from));
        _at = end;
    }

    private void DocumentTypeOf()
    {
        var from = _at + 9;
        var end = _text[from..].IndexOf((byte)'>');
        end = end < 0 ? _text.Length : from + end;
        // A document has one type; looking for the end of many would take for ever.
        var subset = _typed ? -1 : _text[from..end].IndexOf((byte)'[');
        if (!_typed)
            DocumentType = subset < 0 ? _text[from..end] : _text.Slice(from, subset);
        _typed = true;
        if (subset >= 0)
        {
            var close = SubsetEnd(from + subset + 1);
            Entities.Declare(_text[(from + subset + 1)..(close < 0 ? end : close)]);
            if (close >= 0)
                end = close + 1 + Math.Max(0, _text[(close + 1)..].IndexOf((byte)'>'));
        }

        _at = Math.Min(end + 1, _text.Length);
    }

    /// <summary>Where the bracket that ends the internal subset stands: the next thing after it is the end of the tag.</summary>
    private readonly int SubsetEnd(int from)
    {
        for (var at = from; at < _text.Length;)
        {
            var next = _text[at..].IndexOf((byte)']');
            if (next < 0)
                return -1;
            at += next + 1;
            var after = _text[at..].IndexOfAnyExcept(" \t\r\n"u8);
            if (after >= 0 && _text[at + after] == (byte)'>')
                return at - 1;
            at += Math.Max(0, after);
        }

        return -1;
    }

    private readonly int EndOf(ReadOnlySpan<byte> mark, int from)
    {
        if (from >= _text.Length)
            return _text.Length;
        var end = _text[from..].IndexOf(mark);
        return end < 0 ? _text.Length : from + end + mark.Length;
    }

    private readonly int NameLength(int from)
    {
        var end = _text[from..].IndexOfAny(NameEnds);
        return end < 0 ? _text.Length - from : end;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            _at++;
    }

    private static bool IsNameStart(byte c) => char.IsAsciiLetter((char)c) || c is (byte)'_' or >= 0x80;

    private struct MarkupAttribute
    {
        public int Name;
        public int NameLength;
        public int Value;
        public int ValueLength;
    }
}
