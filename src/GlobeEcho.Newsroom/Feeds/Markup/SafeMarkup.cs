using System.Text;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>
/// Writes foreign HTML anew so that it can only be read: nothing of the input is copied but characters, and each of them is escaped.
/// Elements and attributes come from a list of what shows text and pictures; addresses are http, https or mailto; there is no style, no
/// script, no form, no foreign content and no comment; every element is closed and nesting is bounded. What is written is not changed
/// by writing it again.
/// </summary>
public static class SafeMarkup
{
    // Deeper elements are left out, their text stays.
    private const int MaxDepth = 64;

    // Attributes that are looked at in one tag.
    private const int MaxAttributes = 32;

    /// <param name="from">What relative addresses are counted from; null leaves them relative.</param>
    public static string Write(string html, string? from = null) => new Writer(html, from).Whole();

    /// <summary>The element has no end tag and holds nothing.</summary>
    internal static bool IsVoid(string name) => HtmlNames.IsVoid(name);

    /// <summary>
    /// Whether a text that nobody calls HTML is HTML all the same: a tag that is closed or needs no end, or a character reference; and no
    /// tag that HTML does not have.
    /// </summary>
    internal static bool LooksLikeHtml(string text)
    {
        var tags = false;
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var closes = at + 1 < text.Length && text[at + 1] == '/';
            var from = at + (closes ? 2 : 1);
            var end = from;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (end == from)
                continue;
            if (!HtmlNames.IsKnown(text.AsSpan(from, end - from)))
                return false;
            tags |= (closes || HtmlNames.IsVoid(text.AsSpan(from, end - from))) && text.IndexOf('>', end) >= 0;
        }

        if (tags)
            return true;
        var reference = text.IndexOf('&');
        return reference >= 0 && CharacterReferences.Length(text.AsSpan(reference)) > 0 && CharacterReferences.Decode(text) != text;
    }

    private sealed class Writer(string html, string? from)
    {
        private readonly StringBuilder _out = new(html.Length + 16);
        private readonly List<string> _open = [];
        private readonly List<(string Name, string Value)> _attributes = [];
        private int _at;
        private readonly List<string> _missing = [];
        private int _loose;

        public string Whole()
        {
            while (_at < html.Length)
            {
                var next = html.IndexOf('<', _at);
                next = next < 0 ? html.Length : next;
                Text(html.AsSpan(_at, next - _at));
                _at = next;
                if (_at < html.Length && !Markup())
                {
                    _out.Append("&lt;");
                    _at++;
                }
            }

            CloseTo(0);
            return _out.ToString();
        }

        /// <summary>Reads the tag or what else stands here; false when it is only a sign.</summary>
        private bool Markup()
        {
            var rest = html.AsSpan(_at);
            // A comment that is never ended ends with its tag, as browsers once had it: a slip does not cost the text.
            if (rest.StartsWith("<!--"))
                return Skip("-->", 4) || Skip(">", 4) || Skip("", html.Length - _at);
            if (rest.StartsWith("<![CDATA["))
                return Section();
            if (rest.Length > 2 && (rest[1] == '?' || (rest[1] == '!' && char.IsAsciiLetter(rest[2]))))
                return Skip(">", 2);
            if (rest.Length > 2 && rest[1] == '/' && char.IsAsciiLetter(rest[2]))
                return EndTag();
            return rest.Length > 1 && char.IsAsciiLetter(rest[1]) && StartTag();
        }

        private bool Skip(string end, int length)
        {
            if (Find(end, _at + length) is not (>= 0 and var at))
                return false;
            _at = at + end.Length;
            return true;
        }

        private bool Section()
        {
            if (Find("]]>", _at + 9) is not (>= 0 and var end))
                return false;
            Escaped(html.AsSpan(_at + 9, end - _at - 9), quotes: false);
            _at = end + 3;
            return true;
        }

        /// <summary>Where the mark stands next. One that is not there from here on is not looked for again.</summary>
        private int Find(string mark, int from)
        {
            if (_missing.Contains(mark))
                return -1;
            var at = html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.Ordinal);
            if (at < 0)
                _missing.Add(mark);
            return at;
        }

        private bool EndTag()
        {
            var at = _at + 2;
            var name = Name(ref at);
            var end = EndOf(at);
            if (end < 0)
                return false;
            _at = end;
            var open = _open.LastIndexOf(name);
            if (open >= 0)
                CloseTo(open);
            else if (IsCode(name))
                _loose++;
            return true;
        }

        private static bool IsCode(string name) => name is "script" or "style" or "applet";

        private bool StartTag()
        {
            var at = _at + 1;
            var name = Name(ref at);
            if (!Attributes(ref at))
                return false;
            _at = at;
            // An end of code whose beginning was cut away takes the next beginning with it: what is between is shown as text, for it may be
            // that, and shown it can do nothing.
            if (IsCode(name) && --_loose < 0)
            {
                _loose = 0;
                SkipContent(name);
                return true;
            }

            if (!HtmlNames.IsShown(name) || (_open.Count >= MaxDepth && !HtmlNames.IsVoid(name)))
                return true;
            Implied(name);
            Tag(name);
            if (!HtmlNames.IsVoid(name))
                _open.Add(name);
            return true;
        }

        /// <summary>What HTML lets an author leave out: the end of a paragraph before the next, of a list's item, a table's cell.</summary>
        private void Implied(string name)
        {
            var top = _open.Count > 0 ? _open[^1] : "";
            var ends = name switch
            {
                "p" or "div" or "ul" or "ol" or "dl" or "table" or "blockquote" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" => top == "p",
                "li" => top == "li",
                "dt" or "dd" => top is "dt" or "dd",
                "td" or "th" => top is "td" or "th",
                "tr" => top is "tr",
                _ => false,
            };
            if (ends)
                CloseTo(_open.Count - 1);
        }

        private void Tag(string name)
        {
            _out.Append('<').Append(name);
            _attributes.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            var before = "";
            foreach (var (attribute, written) in _attributes)
            {
                if (attribute != before && HtmlNames.IsPlainAttribute(attribute))
                {
                    _out.Append(' ').Append(attribute).Append("=\"");
                    Text(written, quotes: true);
                    _out.Append('"');
                }
                else if (attribute != before && HtmlNames.IsAddress(name, attribute) && Address(written) is { } address)
                {
                    _out.Append(' ').Append(attribute).Append("=\"");
                    Escaped(address, quotes: true);
                    _out.Append('"');
                }

                before = attribute;
            }

            _out.Append(HtmlNames.IsVoid(name) ? " />" : ">");
        }

        private string? Address(string written)
        {
            var address = WebAddress.Tidy(CharacterReferences.Decode(written));
            var scheme = WebAddress.Scheme(address);
            // What has a colon before the first slash would be a scheme to someone.
            if (scheme is null && address.AsSpan().IndexOfAny(':', '/', '?') is >= 0 and var sign && address[sign] == ':')
                return null;
            if (scheme is null)
                return WebAddress.Resolve(from, address);
            return scheme is "http" or "https" or "mailto" ? address : null;
        }

        private void SkipContent(string name)
        {
            for (var end = Find("</", _at); end >= 0; end = Find("</", end + 2))
            {
                if (!html.AsSpan(end + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                var close = html.IndexOf('>', end);
                _at = close < 0 ? html.Length : close + 1;
                return;
            }

            // Never ended: the rest of the text is code.
            _at = html.Length;
        }

        /// <summary>Reads attributes up to the end of the tag; false when the text ends first.</summary>
        private bool Attributes(ref int at)
        {
            _attributes.Clear();
            while (at < html.Length)
            {
                var c = html[at];
                if (c == '>')
                {
                    at++;
                    return true;
                }

                if (c == '<')
                    return true;
                if (char.IsWhiteSpace(c) || c is '/' or '"' or '\'' or '=' or '`')
                {
                    at++;
                    continue;
                }

                var start = at;
                while (at < html.Length && html[at] is not ('=' or '>' or '/' or '<' or '"' or '\'') && !char.IsWhiteSpace(html[at]))
                    at++;
                var name = html[start..at].ToLowerInvariant();
                var value = Value(ref at);
                if (value is null)
                    return false;
                if (_attributes.Count < MaxAttributes)
                    _attributes.Add((name, value));
            }

            return false;
        }

        private string? Value(ref int at)
        {
            var here = at;
            while (here < html.Length && char.IsWhiteSpace(html[here]))
                here++;
            if (here >= html.Length || html[here] != '=')
                return "";
            here++;
            while (here < html.Length && char.IsWhiteSpace(html[here]))
                here++;
            if (here >= html.Length)
                return null;
            int end;
            if (html[here] is '"' or '\'')
            {
                end = html.IndexOf(html[here], here + 1);
                at = end + 1;
                return end < 0 ? null : html[(here + 1)..end];
            }

            end = here;
            while (end < html.Length && html[end] != '>' && !char.IsWhiteSpace(html[end]))
                end++;
            at = end;
            return html[here..end];
        }

        private string Name(ref int at)
        {
            var start = at;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('/' or '>' or '<'))
                at++;
            var name = html[start..at].ToLowerInvariant();
            // An XHTML name with a prefix is still that element.
            return name.StartsWith("xhtml:", StringComparison.Ordinal) ? name[6..] : name;
        }

        private int EndOf(int at)
        {
            var end = html.AsSpan(at).IndexOfAny('>', '<');
            return end < 0 ? -1 : html[at + end] == '>' ? at + end + 1 : at + end;
        }

        private void CloseTo(int index)
        {
            while (_open.Count > index)
            {
                _out.Append("</").Append(_open[^1]).Append('>');
                _open.RemoveAt(_open.Count - 1);
            }
        }

        private void Text(ReadOnlySpan<char> text, bool quotes = false)
        {
            while (text.Length > 0)
            {
                var next = text.IndexOf('&');
                Bare(next < 0 ? text : text[..next], quotes);
                if (next < 0)
                    return;
                text = text[next..];
                var length = CharacterReferences.Length(text);
                if (length == 0)
                {
                    _out.Append("&amp;");
                    text = text[1..];
                    continue;
                }

                Reference(text[1..(length - 1)], quotes);
                text = text[length..];
            }
        }

        /// <summary>A number and the signs of HTML stay references; other names become their characters.</summary>
        private void Reference(ReadOnlySpan<char> name, bool quotes)
        {
            if (name[0] == '#')
            {
                var code = CharacterReferences.Number(name)?.Value;
                if (code is >= 0x80 and <= 0x9F)
                    _out.Append(CharacterReferences.Western((char)code));
                else if (code is (>= 0x20 or '\t' or '\n' or '\r') and not (0x7F or 0xFEFF or 0xFFFE or 0xFFFF))
                    _out.Append('&').Append(name.ToString().ToLowerInvariant()).Append(';');
                return;
            }

            if (name is "amp" or "lt" or "gt" or "quot" or "apos")
                _out.Append('&').Append(name).Append(';');
            else if (CharacterReferences.Named(name) is { } known)
                Escaped(known, quotes);
            else
                _out.Append("&amp;").Append(name).Append(';');
        }

        private void Bare(ReadOnlySpan<char> text, bool quotes)
        {
            if (quotes)
            {
                Escaped(text, quotes);
                return;
            }

            foreach (var c in text)
            {
                if (IsText(c))
                    _out.Append(c);
            }
        }

        private void Escaped(ReadOnlySpan<char> text, bool quotes)
        {
            foreach (var c in text)
            {
                if (IsText(c))
                    CharacterReferences.Write(_out, c, quotes);
            }
        }

        private static bool IsText(char c) => c is >= ' ' and not '\u007F' or '\t' or '\n' or '\r' && c is not ('\uFEFF' or '\uFFFE' or '\uFFFF');
    }
}
