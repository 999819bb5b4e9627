using System.Runtime.InteropServices;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>
/// What is known of each block of a page, as numbers for <see cref="BlockScorer"/>: the block itself, what it stands in, what stands
/// around it, and how it lies to the page's prose. Nothing in it names a site or a language.
/// </summary>
internal sealed class BlockFeatures
{
    public const int Count = Plain + (2 * MarkBits) + (2 * PhraseBits) + BlockPlaces.Count;

    private const int Plain = 64;
    private const int MarkBits = 58;
    private const int PhraseBits = 12;

    private readonly BlockList _list;
    private readonly BlockSums _sums;
    private readonly PageHints _hints;
    private readonly float[] _values;
    private readonly int[] _shape;
    private readonly Dictionary<int, (int Prose, int Text, int Links, int Count)> _shapes = [];
    private readonly Dictionary<int, int> _copies = [];
    private readonly HashSet<int> _seen = [];

    private BlockFeatures(BlockList list, BlockSums sums, PageHints hints)
    {
        (_list, _sums, _hints) = (list, sums, hints);
        _values = new float[list.Blocks.Length * Count];
        _shape = new int[list.Blocks.Length];
    }

    /// <summary>Count numbers for each block, block after block.</summary>
    public static float[] Of(BlockList list, BlockSums sums, PageHints hints)
    {
        var features = new BlockFeatures(list, sums, hints);
        features.Prepare();
        features.Fill();
        return features._values;
    }

    private void Prepare()
    {
        var signatures = Signatures();
        for (var i = 0; i < _list.Blocks.Length; i++)
        {
            ref readonly var block = ref _list.Blocks[i];
            CollectionsMarshal.GetValueRefOrAddDefault(_copies, string.GetHashCode(_list.TextOf(i)), out _)++;
            _shape[i] = block.Node < 0 ? (int)block.Inline : signatures[block.Node];
            var (prose, text, links, count) = _shapes.GetValueOrDefault(_shape[i]);
            var weight = _sums.Weight[i];
            _shapes[_shape[i]] = (prose + (_sums.IsProse[i] ? weight : 0), text + weight, links + (block.LinkLength * weight / block.Length), count + 1);
        }
    }

    /// <summary>A number for each node that nodes of the same names in the same three generations share.</summary>
    private int[] Signatures()
    {
        var nodes = _list.Tree.Nodes;
        var own = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            own[i] = nodes[i].Tag == Tag.Text ? 0 : HashCode.Combine(nodes[i].Tag, (ulong)_list.Own[i]);
        var all = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var parent = nodes[i].Parent;
            var above = parent >= 0 ? nodes[parent].Parent : -1;
            all[i] = HashCode.Combine(own[i], parent >= 0 ? own[parent] : 0, above >= 0 ? own[above] : 0);
        }

        return all;
    }

    private void Fill()
    {
        var blocks = _list.Blocks;
        var before = ProseBefore();
        var heading = -1;
        var places = new BlockPlaces(_list, _sums, _hints.TitleBlock);
        for (var i = 0; i < blocks.Length; i++)
        {
            var into = new Row(_values.AsSpan(i * Count, Count));
            Itself(i, ref into);
            Shape(i, ref into);
            Ancestors(i, ref into);
            Place(i, before, ref into);
            Neighbours(i, ref into);
            into.Add(heading < 0 ? 40 : Math.Min(i - heading, 40));
            Hints(i, ref into);
            if (into.Used > Plain)
                throw new InvalidOperationException($"{into.Used} numbers for a block where there is room for {Plain}.");
            into.Used = Plain;
            var around = blocks[i].Node < 0 ? Marks.None : _list.Around[blocks[i].Node];
            var near = blocks[i].Inline | (blocks[i].Node < 0 ? Marks.None : _list.Own[blocks[i].Node] | ParentMarks(blocks[i].Node));
            Bits((ulong)around, MarkBits, ref into);
            Bits((ulong)near, MarkBits, ref into);
            Bits((ulong)_sums.Phrases[i], PhraseBits, ref into);
            // A heading such as "Related stories" speaks for the blocks below it.
            Bits(heading < 0 ? 0 : (ulong)_sums.Phrases[heading], PhraseBits, ref into);
            places.Add(i, _values.AsSpan((i * Count) + into.Used, BlockPlaces.Count));
            if (Tags.IsHeading(blocks[i].Tag))
                heading = i;
        }
    }

    private Marks ParentMarks(int node) => _list.Tree.Nodes[node].Parent is var parent and >= 0 ? _list.Own[parent] : Marks.None;

    private static void Bits(ulong bits, int count, ref Row into)
    {
        for (var bit = 0; bit < count; bit++)
            into.Add((bits >> bit) & 1);
    }

    private int[] ProseBefore()
    {
        var before = new int[_list.Blocks.Length + 1];
        for (var i = 0; i < _list.Blocks.Length; i++)
            before[i + 1] = before[i] + (_sums.IsProse[i] ? _sums.Weight[i] : 0);
        return before;
    }

    private void Itself(int i, ref Row into)
    {
        ref readonly var block = ref _list.Blocks[i];
        var text = _list.TextOf(i);
        int digits = 0, capitals = 0, letters = 0, commas = 0, starts = 0;
        var boundary = true;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c))
                {
                    capitals++;
                    starts += boundary ? 1 : 0;
                }

                boundary = false;
                continue;
            }

            boundary = c == ' ';
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is ',' or '，' or '、' or '،')
                commas++;
        }

        var length = (float)text.Length;
        into.Add(Log(_sums.Weight[i]));
        into.Add(block.LinkLength / length);
        into.Add(block.BoldLength / length);
        into.Add(Math.Min(block.Links, 10));
        into.Add(_sums.Stops[i] * 100f / _sums.Weight[i]);
        into.Add(Math.Min(_sums.Stops[i], 10));
        into.Add(commas * 100f / length);
        into.Add(digits / length);
        into.Add(letters == 0 ? -1 : capitals / (float)letters);
        into.Add(starts * 100f / length);
        into.Add(Ending(text[^1]));
        into.Add(char.IsLower(text[0]) ? 1 : char.IsUpper(text[0]) ? 2 : char.IsDigit(text[0]) ? 3 : char.IsLetter(text[0]) ? 4 : 0);
        into.Add(TagClass(block.Tag));
        into.Add(Math.Min(block.Pictures, 5));
        into.Add(block.Continues ? 1 : 0);
        var known = string.GetHashCode(text);
        into.Add(_seen.Add(known) ? 0 : 1);
        into.Add(Math.Min(_copies[known], 8));
        into.Add(text.IndexOfAny("@|©»") >= 0 ? 1 : 0);
    }

    private static int Ending(char c) => c switch
    {
        '.' or '。' or '।' => 1,
        '!' or '?' or '！' or '？' => 2,
        ':' => 3,
        '…' => 4,
        '"' or '”' or '»' or '“' or '」' or '\'' or '’' => 5,
        ')' or ']' => 6,
        _ => 0,
    };

    private static int TagClass(Tag tag) => tag switch
    {
        Tag.P => 1,
        Tag.Div => 2,
        Tag.Li => 3,
        Tag.H1 => 4,
        Tag.H2 => 5,
        Tag.H3 => 6,
        Tag.H4 or Tag.H5 or Tag.H6 => 7,
        Tag.Td or Tag.Th or Tag.Tr => 8,
        Tag.Blockquote => 9,
        Tag.Figcaption or Tag.Caption or Tag.Figure => 10,
        Tag.Section or Tag.Article or Tag.Main => 11,
        Tag.Dd => 12,
        Tag.Dt => 13,
        Tag.Pre => 14,
        _ => 0,
    };

    private void Shape(int i, ref Row into)
    {
        var (prose, text, links, count) = _shapes[_shape[i]];
        into.Add(Share(prose - (_sums.IsProse[i] ? _sums.Weight[i] : 0), _sums.AllProse));
        into.Add(Log(count));
        into.Add(Share(links, text));
        into.Add(Log(text / count));
    }

    private void Ancestors(int i, ref Row into)
    {
        var nodes = _list.Tree.Nodes;
        var node = _list.Blocks[i].Node;
        // The first ancestor that holds half of the prose, and the branch under it in which this block stands.
        int branch = node, at = node, levels = 0;
        while (at >= 0 && _sums.Prose[at] < 0.5 * _sums.AllProse)
        {
            branch = at;
            at = nodes[at].Parent;
            levels++;
        }

        into.Add(at < 0 ? 30 : Math.Min(levels, 30));
        into.Add(branch < 0 ? 0 : Share(_sums.Prose[branch], _sums.AllProse));
        into.Add(branch < 0 ? 0 : Log(_sums.Text[branch]));
        into.Add(branch < 0 ? 0 : Share(_sums.Links[branch], _sums.Text[branch]));
        into.Add(branch < 0 ? 0 : Log(_sums.Count[branch]));
        into.Add(branch < 0 ? 0 : Share(_sums.Prose[branch], _sums.Text[branch]));
        var parent = node < 0 ? -1 : nodes[node].Parent;
        into.Add(parent < 0 ? 0 : Share(_sums.Prose[parent], _sums.AllProse));
        into.Add(parent < 0 ? 0 : Share(_sums.Links[parent], _sums.Text[parent]));
        into.Add(parent < 0 ? 0 : Log(_sums.Count[parent]));
        into.Add(parent < 0 ? 0 : Share(_sums.Prose[parent], _sums.Text[parent]));
        into.Add(Inside(node, _sums.Heart));
        into.Add(Inside(node, _sums.Whole));
        into.Add(_sums.Named < 0 ? -1 : Inside(node, _sums.Named));
    }

    private float Inside(int node, int box) => box >= 0 && node >= box && node < _list.Tree.Nodes[box].End ? 1 : 0;

    private void Place(int i, int[] before, ref Row into)
    {
        var all = _list.Blocks.Length;
        into.Add(Share(before[i], _sums.AllProse));
        into.Add(Share(_sums.AllProse - before[i + 1], _sums.AllProse));
        into.Add(i / (float)all);
        int back = 0, forth = 0, gapBack = 0, gapForth = 0;
        for (var j = i - 1; j >= 0 && back < 12 && !_sums.IsProse[j]; j--, back++)
            gapBack += _sums.Weight[j];
        for (var j = i + 1; j < all && forth < 12 && !_sums.IsProse[j]; j++, forth++)
            gapForth += _sums.Weight[j];
        into.Add(back);
        into.Add(forth);
        into.Add(Log(gapBack));
        into.Add(Log(gapForth));
        into.Add(_hints.TitleBlock < 0 ? -40 : Math.Clamp(i - _hints.TitleBlock, -30, 30));
    }

    private void Neighbours(int i, ref Row into)
    {
        for (var step = -2; step <= 2; step++)
        {
            var j = i + step;
            if (step == 0)
                continue;
            var there = j >= 0 && j < _list.Blocks.Length;
            into.Add(there ? Log(_sums.Weight[j]) : -1);
            into.Add(there ? _list.Blocks[j].LinkLength / (float)_list.Blocks[j].Length : -1);
            if (step is -1 or 1)
                into.Add(there && _shape[j] == _shape[i] ? 1 : 0);
        }
    }

    private void Hints(int i, ref Row into)
    {
        var text = _list.TextOf(i);
        into.Add(_hints.InBody(text));
        into.Add(_hints.LikeTitle(text));
        into.Add(_hints.LikeDescription(text));
        into.Add(_hints.IsSigned(text) ? 1 : 0);
        into.Add(Log(_sums.AllProse));
        into.Add(Share(_sums.AllProse, _sums.AllText));
        into.Add(Log(_list.Blocks.Length));
    }

    private static float Log(int value) => MathF.Log2(1 + value);

    private static float Share(int part, int whole) => whole == 0 ? 0 : part / (float)whole;

    private ref struct Row(Span<float> values)
    {
        private readonly Span<float> _values = values;

        public int Used { get; set; }

        public void Add(float value) => _values[Used++] = value;
    }
}
