using System.Runtime.InteropServices;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>Writes a page out as blocks: one for each line a browser without styles would show, white space folded.</summary>
internal sealed class BlockReader
{
    private readonly PageTree _tree;
    private readonly TextSheet _sheet;
    private readonly List<PageBlock> _blocks = [];
    private readonly Marks[] _own;
    private readonly Marks[] _around;
    private readonly int[] _classes;
    private readonly Dictionary<(int Hash, int Length), Marks> _known = [];
    private readonly int[] _ends = new int[600];
    private PageBlock _block;
    private int _openEnds;
    private int _linkEnd;
    private int _boldEnd;
    private int _italicEnd;
    private int _pictures;
    private int _rules;
    private bool _continues;

    private BlockReader(PageTree tree)
    {
        _tree = tree;
        _sheet = new TextSheet(Math.Max(1024, tree.Source.Length / 8));
        _own = new Marks[tree.Count];
        _around = new Marks[tree.Count];
        _classes = new int[tree.Count];
    }

    public static BlockList Read(PageTree tree)
    {
        var reader = new BlockReader(tree);
        reader.Walk();
        return new BlockList(tree, reader._sheet.ToString(), [.. reader._blocks], reader._own, reader._around, reader._classes);
    }

    private void Walk()
    {
        var nodes = _tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            while (_openEnds > 0 && _ends[_openEnds - 1] <= i)
            {
                _openEnds--;
                EndBlock();
            }

            ref readonly var node = ref nodes[i];
            if (node.Tag == Tag.Text)
            {
                See(i, node);
                continue;
            }

            _own[i] = MarksOf(i, node.Tag);
            _around[i] = _own[i] | (node.Parent >= 0 ? _around[node.Parent] : Marks.None);
            if (Tags.Is(node.Tag, TagTraits.Silent))
                i = Math.Max(i, node.End - 1);
            else
                Open(i, node);
        }

        EndBlock();
    }

    private void Open(int index, in PageNode node)
    {
        switch (node.Tag)
        {
            case Tag.Br:
                BreakLine();
                return;
            case Tag.A:
                if (index >= _linkEnd || node.End > _linkEnd)
                    _linkEnd = node.End;
                _block.Links++;
                return;
            case Tag.Bold:
                _boldEnd = Math.Max(_boldEnd, node.End);
                return;
            case Tag.Italic:
                _italicEnd = Math.Max(_italicEnd, node.End);
                return;
            case Tag.Img:
                _pictures++;
                return;
            case Tag.Hr:
                _rules++;
                break;
            case Tag.Td or Tag.Th when !IsLayout(index, node.End):
                _sheet.Space();
                return;
        }

        if (!Tags.Is(node.Tag, TagTraits.Block) && node.Tag is not (Tag.Td or Tag.Th))
            return;
        EndBlock();
        if (node.End > index + 1 && _openEnds < _ends.Length)
            _ends[_openEnds++] = node.End;
    }

    /// <summary>Whether a cell holds parts of the page, not a value of a table.</summary>
    private bool IsLayout(int cell, int end)
    {
        const int Most = 60;
        var nodes = _tree.Nodes;
        for (var i = cell + 1; i < Math.Min(end, cell + Most); i++)
        {
            if (nodes[i].Tag is Tag.Table or Tag.Ul or Tag.Br or Tag.Img or (>= Tag.H1 and <= Tag.H6) || (nodes[i].Tag is Tag.P or Tag.Div && nodes[i].End < end - 1))
                return true;
        }

        return false;
    }

    private void See(int index, in PageNode node)
    {
        var wasEmpty = _sheet.IsLineEmpty;
        var start = _sheet.Length;
        var added = _sheet.Append(_tree.RawText(index));
        if (added == 0)
            return;
        if (wasEmpty)
            Begin(start, node.Parent);
        if (index < _linkEnd)
            _block.LinkLength += added;
        if (index < _boldEnd)
            _block.BoldLength += added;
        if (index < _italicEnd)
            _block.ItalicLength += added;
    }

    private void Begin(int start, int parent)
    {
        var nodes = _tree.Nodes;
        var inline = Marks.None;
        while (parent >= 0 && !Tags.Is(nodes[parent].Tag, TagTraits.Block) && nodes[parent].Tag is not (Tag.Td or Tag.Th))
        {
            inline |= _own[parent];
            parent = nodes[parent].Parent;
        }

        _block.Start = start;
        _block.Node = parent;
        _block.Tag = parent < 0 ? Tag.Other : nodes[parent].Tag;
        _block.Inline = inline;
        _block.Pictures = _pictures;
        _block.Continues = _continues;
        _block.Rules = _rules;
        _pictures = 0;
        _rules = 0;
    }

    /// <summary>A line break after a whole sentence divides paragraphs; within one it is only where the line was full.</summary>
    private void BreakLine()
    {
        if (_sheet.IsLineEmpty)
            return;
        if (_sheet.Last is not ('.' or '!' or '?' or ':' or '…' or '"' or '”' or '»' or '“' or '。' or '！' or '？' or ')'))
        {
            _sheet.Space();
            return;
        }

        EndBlock();
        _continues = true;
    }

    private void EndBlock()
    {
        if (!_sheet.IsLineEmpty)
        {
            _block.Length = _sheet.Length - _block.Start;
            _blocks.Add(_block);
            _sheet.EndLine();
        }

        _sheet.EndLine();
        _block = default;
        _continues = false;
    }

    private Marks MarksOf(int index, Tag tag)
    {
        var marks = ClassWords.Of(tag);
        _classes[index] = (int)tag;
        if (tag is Tag.Meta or Tag.Link or Tag.Script or Tag.Style or Tag.Br or Tag.Body or Tag.Html)
            return marks;
        foreach (var attribute in _tree.Attributes(index))
        {
            var name = attribute.Name;
            switch (name.Length)
            {
                case 5 when name is "class" or "CLASS":
                    marks |= OfClass(index, attribute.Value);
                    break;
                case 2 when name is "id" or "ID":
                    marks |= ClassWords.Of(attribute.Value);
                    break;
                case 4 when name is "role":
                    marks |= ClassWords.OfRole(attribute.Value);
                    break;
                case 8 when name is "itemprop":
                    marks |= ClassWords.OfProperty(attribute.Value);
                    break;
                case 6 when name is "hidden":
                    marks |= Marks.Hidden;
                    break;
                case 11 when name is "aria-hidden" && attribute.Value is "true":
                    marks |= Marks.Hidden;
                    break;
                case 14 when name is "data-nosnippet":
                    marks |= Marks.NoSnippet;
                    break;
                case 5 when name is "style" && IsHiding(attribute.Value):
                    marks |= Marks.Hidden;
                    break;
                case 11 when name is "data-testid":
                case 14 when name is "data-component":
                    marks |= ClassWords.Of(attribute.Value);
                    break;
            }
        }

        return marks;
    }

    /// <summary>A page says the same classes over and over.</summary>
    private Marks OfClass(int index, ReadOnlySpan<char> names)
    {
        var hash = string.GetHashCode(names);
        _classes[index] += 31 * hash;
        ref var marks = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, (hash, names.Length), out var isKnown);
        if (!isKnown)
            marks = ClassWords.Of(names);
        return marks;
    }

    private static bool IsHiding(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[at..].IndexOf("none", StringComparison.OrdinalIgnoreCase) is > 0 and < 12;
    }
}
