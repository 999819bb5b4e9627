using System.Buffers;
using System.Text;
using GlobeEcho.Newsroom.Feeds.Markup;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>One element of a feed that holds a value: its name, its attributes, and what stands in it.</summary>
internal sealed class FeedField
{
    private static readonly SearchValues<char> Stray =
        SearchValues.Create("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
            + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFEFF\uFFFE\uFFFF");

    private readonly List<(string Name, string Value)> _attributes = [];
    private readonly StringBuilder _built = new();

    // A field that is one run of characters, as nearly all are, is turned into text once, from where it stands.
    private (int From, int Length, bool IsData)? _only;

    public string Name { get; private set; } = "";

    /// <summary>The value, trimmed, references decoded once; markup within it is written out.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Elements stand in it.</summary>
    public bool HasMarkup { get; private set; }

    public string? From { get; private set; }

    public string? Language { get; private set; }

    public bool HasAttributes => _attributes.Count > 0;

    /// <summary>In this format, text that does not say its type holds no markup.</summary>
    public bool TextIsExact { get; set; }

    /// <summary>In this format, a div around a text's markup is no part of the text.</summary>
    public bool DivIsWrapping { get; set; }

    /// <summary>It is XHTML: its characters are escaped where they become HTML.</summary>
    private bool IsExact { get; set; }

    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in _attributes)
            {
                if (name == attribute)
                    return value;
            }

            return null;
        }
    }

    public IReadOnlyDictionary<string, string> Attributes
    {
        get
        {
            var all = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in _attributes)
                all.TryAdd(name, value);
            return all;
        }
    }

    /// <summary>Begins with the start tag the reader stands on.</summary>
    public void Begin(ref MarkupReader tag, NameScope scope, string name, string? from, string? language)
    {
        (Name, From, Language, HasMarkup, _only) = (name, from, language, false, null);
        _built.Clear();
        _attributes.Clear();
        for (var i = 0; i < tag.Attributes; i++)
        {
            var raw = tag.AttributeName(i);
            if (!raw.StartsWith("xmlns"u8))
                _attributes.Add((scope.Attribute(raw), Decoded(tag.AttributeValue(i), tag.Entities)));
        }

        IsExact = this["mode"]?.Trim() == "xml" || this["type"]?.Trim().ToLowerInvariant() is "xhtml" or "application/xhtml+xml";
    }

    /// <param name="from">Where the run begins in the document.</param>
    public void Add(ReadOnlySpan<byte> document, int from, int length, bool isData, DeclaredEntities entities)
    {
        if (_only is null && _built.Length == 0 && !HasMarkup && !IsExact)
        {
            _only = (from, length, isData);
            return;
        }

        Flush(document, entities);
        Append(document.Slice(from, length), isData, entities);
    }

    public void Open(ReadOnlySpan<byte> document, ref MarkupReader tag, NameScope scope, string name)
    {
        Flush(document, tag.Entities);
        HasMarkup = true;
        _built.Append('<').Append(Local(name));
        for (var i = 0; i < tag.Attributes; i++)
        {
            var raw = tag.AttributeName(i);
            if (raw.StartsWith("xmlns"u8))
                continue;
            _built.Append(' ').Append(Local(scope.Attribute(raw))).Append("=\"");
            Escape(Decoded(tag.AttributeValue(i), tag.Entities), quotes: true);
            _built.Append('"');
        }

        _built.Append(tag.IsEmpty && SafeMarkup.IsVoid(Local(name)) ? " />" : ">");
    }

    public void Close(ReadOnlySpan<byte> document, DeclaredEntities entities, string name, bool wasEmpty)
    {
        Flush(document, entities);
        if (!wasEmpty || !SafeMarkup.IsVoid(Local(name)))
            _built.Append("</").Append(Local(name)).Append('>');
    }

    public void End(ReadOnlySpan<byte> document, DeclaredEntities entities)
    {
        Text = _only is { } only
            ? only.IsData ? Whole(document.Slice(only.From, only.Length)) : Decoded(document.Slice(only.From, only.Length), entities)
            : Mended(_built.ToString().Trim());
    }

    /// <summary>An address in the value or an attribute, counted from where the element stands; empty when it must not be followed.</summary>
    public string Address(string text) => WebAddress.Resolve(From, text);

    /// <summary>The value as a text of its declared type.</summary>
    /// <param name="type">What it is when nothing is declared.</param>
    public FeedMarkup Markup(string type)
    {
        var declared = this["type"]?.Trim().ToLowerInvariant();
        var text = Text;
        var meant = declared switch
        {
            null or "" => type,
            "text" => "text/plain",
            "html" => "text/html",
            "xhtml" => "application/xhtml+xml",
            _ when declared.Contains('/') => declared,
            _ => type,
        };
        // RFC 4287, 4.1.3.3: what is neither text nor XML is base64.
        if (!HasMarkup && (this["mode"]?.Trim() == "base64" || IsBinary(meant)) && Unpacked(text) is { } unpacked)
            (text, meant) = (unpacked, IsBinary(meant) ? "text/html" : meant);
        // RFC 4287, 3.1.1.3: the div around XHTML is no part of it.
        if (HasMarkup && (DivIsWrapping || declared is "xhtml" or "html"))
            text = WithoutDiv(text);
        if (meant == "text/plain" && (HasMarkup || SafeMarkup.LooksLikeHtml(text)))
            meant = "text/html";
        return new FeedMarkup(text, meant, Language, From) { Exact = meant == "text/plain" && (TextIsExact || declared is "text" or "text/plain") };
    }

    /// <summary>Characters of a tag or an attribute: references decoded, trimmed, control characters left out.</summary>
    public static string Decoded(ReadOnlySpan<byte> raw, DeclaredEntities entities)
    {
        raw = Trimmed(raw);
        var text = Encoding.UTF8.GetString(raw);
        return raw.Contains((byte)'&') ? Mended(entities.Decode(text).Trim()) : Mended(text);
    }

    private static string Whole(ReadOnlySpan<byte> raw) => Mended(Encoding.UTF8.GetString(Trimmed(raw)));

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> raw) => raw.Trim(" \t\r\n"u8);

    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal) && !type.EndsWith("/xml", StringComparison.Ordinal);

    private static string? Unpacked(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length)))
            return null;
        return Mended(Encoding.UTF8.GetString(bytes, 0, length).Trim());
    }

    private static string WithoutDiv(string text)
    {
        if (!text.StartsWith("<div", StringComparison.Ordinal) || !text.EndsWith("</div>", StringComparison.Ordinal))
            return text;
        var inner = text.IndexOf('>') + 1;
        if (inner is 0 || inner > text.Length - 6)
            return text;
        // One div around all, not two beside each other.
        var depth = 0;
        for (var at = inner; (at = text.IndexOf("div", at, text.Length - 6 - at, StringComparison.Ordinal)) >= 0; at += 3)
        {
            if (text[at - 1] == '<')
                depth++;
            else if (text[at - 1] == '/' && text[at - 2] == '<' && --depth < 0)
                return text;
        }

        return text[inner..^6].Trim();
    }

    /// <summary>Leaves out what no text holds, and undoes the two conversions that are forgotten most often.</summary>
    private static string Mended(string text)
    {
        if (text.AsSpan().ContainsAny(Stray))
            text = string.Concat(text.Where(c => !Stray.Contains(c)));
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u00FF'))
            return text;
        // UTF-8 that was read as Latin-1: no other text is correct UTF-8 by chance.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'))
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            if (System.Text.Unicode.Utf8.IsValid(bytes))
                return Encoding.UTF8.GetString(bytes);
        }

        return CharacterReferences.Western(text);
    }

    private static string Local(string name) => name.IndexOf(':') is >= 0 and var colon ? name[(colon + 1)..] : name;

    private void Flush(ReadOnlySpan<byte> document, DeclaredEntities entities)
    {
        if (_only is not { } only)
            return;
        _only = null;
        Append(document.Slice(only.From, only.Length), only.IsData, entities);
    }

    private void Append(ReadOnlySpan<byte> raw, bool isData, DeclaredEntities entities)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (!isData)
            text = entities.Decode(text);
        if (IsExact)
            Escape(text, quotes: false);
        else
            _built.Append(text);
    }

    private void Escape(string text, bool quotes)
    {
        foreach (var c in text)
            CharacterReferences.Write(_built, c, quotes);
    }
}
