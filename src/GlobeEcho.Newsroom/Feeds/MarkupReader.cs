using System.Collections.Frozen;
using System.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Reads XML that may be broken: no text is refused, every element that can be told apart is kept. There is nothing to attack: a DTD
/// is skipped, an entity is one character or stays as written, nothing is loaded, and elements deeper than the limit are only text.
/// </summary>
internal sealed class MarkupReader
{
    private const int MaxDepth = 64;

    // Feeds declare a dozen; each scope that declares one copies those around it.
    private const int MaxPrefixes = 100;

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.w3.org/XML/1998/namespace"] = "xml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> NoAttributes = FrozenDictionary<string, string>.Empty;

    private readonly string _text;
    private readonly List<Frame> _open = [];
    private int _at;
    private bool _typed;

    private MarkupReader(string text, Uri address)
    {
        _text = text;
        _open.Add(new Frame("", "", NoAttributes, [], address, 0));
    }

    /// <summary>The document: an element without a name that holds the rest.</summary>
    public static MarkupElement Read(string text, Uri address) => new MarkupReader(text, address).Document();

    private MarkupElement Document()
    {
        while (_at < _text.Length)
        {
            var tag = _text.IndexOf('<', _at);
            if (tag < 0)
                tag = _text.Length;
            if (tag > _at)
                _open[^1].Text.Append(FeedText.Decode(_text[_at..tag]));
            _at = tag;
            if (_at < _text.Length)
                Markup();
        }

        while (_open.Count > 1)
            Close(_text.Length, closed: false);
        return _open[0].Element(_text, _text.Length, closed: true);
    }

    private void Markup()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
        {
            var end = EndOf("]]>", _at + 9);
            _open[^1].Text.Append(_text, _at + 9, end - _at - 9);
            _at = Math.Min(end + 3, _text.Length);
        }
        else if (rest.StartsWith("<!--"))
            _at = Math.Min(EndOf("-->", _at + 4) + 3, _text.Length);
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            SkipDocumentType();
        else if (rest.StartsWith("<?"))
            _at = Math.Min(EndOf(">", _at + 2) + 1, _text.Length);
        else if (rest.StartsWith("</") && rest.Length > 2 && IsNameStart(rest[2]))
            EndTag();
        else if (rest.Length > 1 && IsNameStart(rest[1]))
            StartTag();
        else
        {
            _open[^1].Text.Append('<');
            _at++;
        }
    }

    private void SkipDocumentType()
    {
        var end = EndOf(">", _at);
        // A document has one type; looking for the end of many would take for ever.
        var subset = _typed ? -1 : _text.IndexOf('[', _at, end - _at);
        _typed = true;
        if (subset >= 0)
        {
            var close = _text.IndexOf(']', subset);
            while (close >= 0 && !_text.AsSpan(close + 1).TrimStart().StartsWith(">"))
                close = _text.IndexOf(']', close + 1);
            end = close < 0 ? end : EndOf(">", close);
        }

        _at = Math.Min(end + 1, _text.Length);
    }

    private void EndTag()
    {
        var start = _at;
        _at += 2;
        var name = Name();
        _at = Math.Min(EndOf(">", _at) + 1, _text.Length);
        var match = _open.FindLastIndex(f => f.Raw.Equals(name, StringComparison.OrdinalIgnoreCase));
        // An end without a beginning is dropped; one that skips over open elements ends them too.
        while (match > 0 && _open.Count > match)
            Close(start, closed: true);
    }

    private void StartTag()
    {
        var start = _at++;
        var raw = Name();
        var (attributes, ended) = Attributes();
        if (_open.Count > MaxDepth)
            return;
        var prefixes = Declared(_open[^1].Prefixes, attributes);
        var name = Canonical(raw, prefixes, isElement: true);
        // A new item inside an item: the end of the first one was forgotten.
        if (name is "item" or "entry" or "atom:entry" && _open.FindLastIndex(f => f.Name == name) is > 0 and var unclosed)
        {
            while (_open.Count > unclosed)
                Close(start, closed: true);
        }

        IReadOnlyDictionary<string, string> named = attributes.Count == 0 ? NoAttributes : Named(attributes, prefixes);
        var from = _open[^1].Base;
        if (named.TryGetValue("xml:base", out var change) && Uri.TryCreate(from, change.Trim(), out var moved) && moved.Scheme is "http" or "https")
            from = moved;
        _open.Add(new Frame(raw, name, named, prefixes, from, _at));
        if (ended)
            Close(_at, closed: true);
    }

    private void Close(int end, bool closed)
    {
        var element = _open[^1].Element(_text, end, closed);
        _open.RemoveAt(_open.Count - 1);
        _open[^1].Children.Add(element);
    }

    private string Name()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is ':' or '-' or '_' or '.'))
            _at++;
        return _text[start.._at];
    }

    private (List<KeyValuePair<string, string>> Attributes, bool Ended) Attributes()
    {
        var attributes = new List<KeyValuePair<string, string>>();
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '>')
            {
                _at++;
                return (attributes, _text[_at - 2] == '/');
            }

            // The tag was never ended: the next one begins here.
            if (c == '<')
                return (attributes, false);
            if (!IsNameStart(c))
            {
                _at++;
                continue;
            }

            var name = Name();
            SkipSpace();
            if (_at < _text.Length && _text[_at] == '=')
            {
                _at++;
                SkipSpace();
                attributes.Add(new(name, FeedText.Decode(Value())));
            }
        }

        return (attributes, false);
    }

    private string Value()
    {
        if (_at >= _text.Length)
            return "";
        var start = _at;
        if (_text[_at] is '"' or '\'' && _text.IndexOf(_text[_at], _at + 1) is >= 0 and var close)
        {
            _at = close + 1;
            return _text[(start + 1)..close];
        }

        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('>' or '<'))
            _at++;
        return _text[start.._at].Trim('"', '\'');
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private int EndOf(string mark, int from) =>
        from < _text.Length && _text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var end ? end : _text.Length;

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static Dictionary<string, string> Declared(Dictionary<string, string> outer, List<KeyValuePair<string, string>> attributes)
    {
        var known = outer;
        foreach (var (name, value) in attributes)
        {
            if (known.Count >= MaxPrefixes)
                break;
            if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || (name.Length > 5 && name[5] != ':'))
                continue;
            if (ReferenceEquals(known, outer))
                known = new Dictionary<string, string>(outer);
            known[name.Length > 6 ? name[6..] : ""] = value.Trim();
        }

        return known;
    }

    /// <summary>The usual prefix for a known namespace; else the prefix as written, declared or not.</summary>
    private static string Canonical(string raw, Dictionary<string, string> prefixes, bool isElement)
    {
        var colon = raw.IndexOf(':');
        var prefix = colon < 0 ? "" : raw[..colon];
        var local = raw[(colon + 1)..];
        if ((isElement || colon >= 0) && prefixes.TryGetValue(prefix, out var space) && Prefixes.TryGetValue(space, out var usual))
            prefix = usual;
        return (prefix.Length == 0 ? local : $"{prefix}:{local}").ToLowerInvariant();
    }

    private static Dictionary<string, string> Named(List<KeyValuePair<string, string>> attributes, Dictionary<string, string> prefixes)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
            named.TryAdd(Canonical(name, prefixes, isElement: false), value);
        return named;
    }

    private sealed class Frame(
        string raw, string name, IReadOnlyDictionary<string, string> attributes, Dictionary<string, string> prefixes, Uri address, int innerStart)
    {
        public string Raw { get; } = raw;
        public string Name { get; } = name;
        public Dictionary<string, string> Prefixes { get; } = prefixes;
        public Uri Base { get; } = address;
        public StringBuilder Text { get; } = new();
        public List<MarkupElement> Children { get; } = [];

        public MarkupElement Element(string source, int end, bool closed) =>
            new(Name, attributes, Children, Text.ToString(), source, innerStart..Math.Max(innerStart, end), Base, closed);
    }
}
