using System.Buffers;

namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>
/// Turns a page's source into a <see cref="PageTree"/> in one pass. It follows the HTML standard in where elements end, which is what
/// a reading depends on; it does not move misplaced content of tables and does not reopen formatting. Time grows with the length only.
/// </summary>
internal sealed class PageParser
{
    // Browsers stop at 512; deeper elements are noted as siblings.
    private const int Deepest = 512;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n\r\f/>");
    private static readonly SearchValues<char> QuoteOrEnd = SearchValues.Create("\"'>");

    private readonly string _source;
    private readonly int _most;
    private readonly int[] _open = new int[Deepest];
    private readonly List<(int Node, int Depth)> _marks = [];
    private PageNode[] _nodes;
    private int _count;
    private int _depth;
    private readonly int[] _openOf = new int[Enum.GetValues<Tag>().Length];
    private bool _unclosedForeign;

    private PageParser(string source, int most)
    {
        _source = source;
        _most = most;
        _nodes = new PageNode[Math.Min(most, 256 + source.Length / 40)];
    }

    /// <param name="most">Nodes kept at most; what comes after them is left unread.</param>
    public static PageTree Parse(string source, int most = int.MaxValue) => new PageParser(source, most).Parse();

    private PageTree Parse()
    {
        var at = 0;
        while (at < _source.Length && _count < _most - 4)
        {
            var tag = _source.AsSpan(at).IndexOf('<');
            if (tag != 0)
            {
                var length = tag < 0 ? _source.Length - at : tag;
                AddText(at, length);
                at += length;
                continue;
            }

            at = ReadMarkup(at);
        }

        CloseTo(0);
        return new PageTree(_source, _nodes, _count);
    }

    /// <summary>Returns where to go on.</summary>
    private int ReadMarkup(int at)
    {
        var next = at + 1 < _source.Length ? _source[at + 1] : '\0';
        if (char.IsAsciiLetter(next))
            return ReadStart(at);
        if (next == '/')
            return at + 2 < _source.Length && char.IsAsciiLetter(_source[at + 2]) ? ReadEnd(at) : After(">", at);
        if (next == '!' && _source.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var rest = _source.AsSpan(at + 4);
            return rest.StartsWith(">", StringComparison.Ordinal) ? at + 5 : rest.StartsWith("->", StringComparison.Ordinal) ? at + 6 : AfterComment(at + 4);
        }

        if (next is '!' or '?')
            return After(">", at);
        AddText(at, 1);
        return at + 1;
    }

    private int AfterComment(int from)
    {
        while (true)
        {
            var dashes = _source.AsSpan(from).IndexOf("--", StringComparison.Ordinal);
            if (dashes < 0)
                return _source.Length;
            var end = from + dashes + 2;
            if (end < _source.Length && _source[end] == '>')
                return end + 1;
            if (end + 1 < _source.Length && _source[end] == '!' && _source[end + 1] == '>')
                return end + 2;
            from += dashes + 1;
        }
    }

    private int After(string mark, int from)
    {
        var found = _source.AsSpan(from).IndexOf(mark, StringComparison.Ordinal);
        return found < 0 ? _source.Length : from + found + mark.Length;
    }

    private int NameEnd(int from)
    {
        var length = _source.AsSpan(from).IndexOfAny(EndOfName);
        return length < 0 ? _source.Length : from + length;
    }

    /// <summary>The place of the tag's closing bracket, quoted values passed over.</summary>
    private int TagEnd(int from)
    {
        var at = from;
        while (at < _source.Length)
        {
            var found = _source.AsSpan(at).IndexOfAny(QuoteOrEnd);
            if (found < 0)
                return _source.Length;
            at += found;
            if (_source[at] == '>')
                return at;
            // A quote opens a value only after an equals sign; elsewhere it is a slip of the pen.
            var before = at - 1;
            while (before > from && char.IsWhiteSpace(_source[before]))
                before--;
            if (_source[before] != '=')
            {
                at++;
                continue;
            }

            var close = _source.AsSpan(at + 1).IndexOf(_source[at]);
            if (close < 0)
                return _source.Length;
            at += close + 2;
        }

        return _source.Length;
    }

    private int ReadStart(int at)
    {
        var nameEnd = NameEnd(at + 1);
        var tag = Tags.Of(_source.AsSpan(at + 1, nameEnd - at - 1));
        var end = TagEnd(nameEnd);
        // A tag the page ends in the middle of is no tag.
        if (end >= _source.Length)
            return _source.Length;
        var traits = Tags.TraitsOf(tag);
        MakeRoom(tag, traits);
        var node = Add(tag, nameEnd, end - nameEnd);
        var after = end + 1;
        if ((traits & TagTraits.Raw) != 0)
            return ReadRaw(node, at + 1, nameEnd, after);
        if (tag is Tag.Svg or Tag.Math && _source[end - 1] != '/')
            return SkipForeign(node, at + 1, nameEnd, after);
        if ((traits & (TagTraits.Void | TagTraits.Shell)) != 0 || tag is Tag.Svg or Tag.Math)
            return after;
        if ((traits & TagTraits.Mark) != 0)
            _marks.Add((node, _depth));
        else if (_depth < Deepest)
            Push(node, tag);
        return after;
    }

    /// <summary>Content that is no markup, up to its end tag; without one the rest of the page is its content, as in a browser.</summary>
    private int ReadRaw(int node, int nameStart, int nameEnd, int from)
    {
        var close = FindEndTag(_source.AsSpan(nameStart, nameEnd - nameStart), from);
        var end = close < 0 ? _source.Length : close;
        if (end > from)
        {
            Add(Tag.Text, from, end - from, parent: node);
        }

        _nodes[node].End = _count;
        return close < 0 ? _source.Length : Math.Min(_source.Length, TagEnd(close) + 1);
    }

    /// <summary>A drawing or a formula is passed over whole; one that is never closed is an element like others.</summary>
    private int SkipForeign(int node, int nameStart, int nameEnd, int from)
    {
        // One search to the page's end is enough to know.
        var close = _unclosedForeign ? -1 : FindEndTag(_source.AsSpan(nameStart, nameEnd - nameStart), from);
        _unclosedForeign = close < 0;
        _nodes[node].End = _count;
        return close < 0 ? from : Math.Min(_source.Length, TagEnd(close) + 1);
    }

    private int FindEndTag(ReadOnlySpan<char> name, int from)
    {
        while (from < _source.Length)
        {
            var found = _source.AsSpan(from).IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
                return -1;
            from += found;
            var rest = _source.AsSpan(from + 2);
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length && EndOfName.Contains(rest[name.Length]))
                return from;
            from += 2;
        }

        return -1;
    }

    /// <summary>Closes what a start tag ends by itself.</summary>
    private void MakeRoom(Tag tag, TagTraits traits)
    {
        if ((traits & TagTraits.Block) != 0 && _openOf[(int)Tag.P] > 0 && tag is not (Tag.Tr or Tag.TableBody or Tag.Caption or Tag.Legend))
            CloseIn(static t => t == Tag.P, static t => Tags.Is(t, TagTraits.Scope) || t == Tag.Button);
        switch (tag)
        {
            case Tag.A:
                CloseMark(Tag.A);
                break;
            case Tag.Li:
                CloseIn(static t => t == Tag.Li, static t => Tags.Is(t, TagTraits.Special) && t is not (Tag.Address or Tag.Div or Tag.P));
                break;
            case Tag.Dt or Tag.Dd:
                CloseIn(static t => t is Tag.Dt or Tag.Dd, static t => Tags.Is(t, TagTraits.Special) && t is not (Tag.Address or Tag.Div or Tag.P));
                break;
            case Tag.Option:
                CloseIn(static t => t == Tag.Option, static t => t != Tag.Option);
                break;
            case Tag.Button:
                CloseIn(static t => t == Tag.Button, static t => Tags.Is(t, TagTraits.Scope));
                break;
            case Tag.Td or Tag.Th:
                CloseIn(static t => t is Tag.Td or Tag.Th, static t => t is Tag.Table or Tag.Template);
                break;
            case Tag.Tr:
                CloseIn(static t => t == Tag.Tr, static t => t is Tag.Table or Tag.Template);
                break;
            case Tag.TableBody:
                CloseIn(static t => t is Tag.TableBody or Tag.Caption, static t => t is Tag.Table or Tag.Template);
                break;
            default:
                if (Tags.IsHeading(tag) && _depth > 0 && Tags.IsHeading(Top))
                    CloseTo(_depth - 1);
                break;
        }
    }

    private int ReadEnd(int at)
    {
        var nameEnd = NameEnd(at + 2);
        var tag = Tags.Of(_source.AsSpan(at + 2, nameEnd - at - 2));
        Close(tag);
        return Math.Min(_source.Length, TagEnd(nameEnd) + 1);
    }

    private void Close(Tag tag)
    {
        var traits = Tags.TraitsOf(tag);
        if ((traits & TagTraits.Mark) != 0)
        {
            CloseMark(tag);
            return;
        }

        switch (tag)
        {
            case Tag.Br:
                Add(Tag.Br, 0, 0);
                return;
            case Tag.P:
                // An end without a start is an empty paragraph, and breaks the line.
                if (!CloseIn(static t => t == Tag.P, static t => Tags.Is(t, TagTraits.Scope) || t == Tag.Button))
                    Add(Tag.P, 0, 0);
                return;
            case Tag.Li:
                CloseIn(static t => t == Tag.Li, static t => Tags.Is(t, TagTraits.Scope) || t is Tag.Ul or Tag.Ol);
                return;
            case >= Tag.H1 and <= Tag.H6:
                CloseIn(Tags.IsHeading, static t => Tags.Is(t, TagTraits.Scope));
                return;
            case Tag.Td or Tag.Th or Tag.Tr or Tag.TableBody or Tag.Caption or Tag.Table:
                CloseIn(t => t == tag, t => t is Tag.Template || (t is Tag.Table && tag != Tag.Table));
                return;
        }

        if ((traits & (TagTraits.Void | TagTraits.Shell)) != 0 || _openOf[(int)tag] == 0)
            return;
        if ((traits & TagTraits.Block) != 0 || tag is Tag.Button or Tag.Object or Tag.Template)
            CloseIn(t => t == tag, t => Tags.Is(t, TagTraits.Scope) && t != tag);
        else
            CloseIn(t => t == tag, static t => Tags.Is(t, TagTraits.Special));
    }

    private Tag Top => _nodes[_open[_depth - 1]].Tag;

    /// <summary>Closes the innermost element that fits, with all inside it, unless something that stops the search comes first.</summary>
    private bool CloseIn(Func<Tag, bool> fits, Func<Tag, bool> stops)
    {
        for (var i = _depth - 1; i >= 0; i--)
        {
            var tag = _nodes[_open[i]].Tag;
            if (fits(tag))
            {
                CloseTo(i);
                return true;
            }

            if (stops(tag))
                return false;
        }

        return false;
    }

    private void CloseTo(int depth)
    {
        while (_depth > depth)
        {
            var node = _open[--_depth];
            _nodes[node].End = _count;
            _openOf[(int)_nodes[node].Tag]--;
        }

        while (_marks.Count > 0 && (_marks[^1].Depth > depth || depth == 0))
        {
            _nodes[_marks[^1].Node].End = _count;
            _marks.RemoveAt(_marks.Count - 1);
        }
    }

    private void CloseMark(Tag tag)
    {
        // Unclosed formatting piles up in some pages; what is far back is not meant.
        const int Back = 16;
        for (var i = _marks.Count - 1; i >= 0 && i >= _marks.Count - Back; i--)
        {
            if (_nodes[_marks[i].Node].Tag != tag)
                continue;
            _nodes[_marks[i].Node].End = _count;
            _marks.RemoveAt(i);
            return;
        }
    }

    private void Push(int node, Tag tag)
    {
        _open[_depth++] = node;
        _openOf[(int)tag]++;
    }

    private void AddText(int start, int length)
    {
        if (length > 0)
            Add(Tag.Text, start, length);
    }

    private int Add(Tag tag, int start, int length, int parent = -2)
    {
        if (_count == _nodes.Length)
            Array.Resize(ref _nodes, 2 * _nodes.Length);
        _nodes[_count] = new PageNode { Tag = tag, Parent = parent == -2 ? (_depth == 0 ? -1 : _open[_depth - 1]) : parent, End = _count + 1, Start = start, Length = length };
        return _count++;
    }
}
