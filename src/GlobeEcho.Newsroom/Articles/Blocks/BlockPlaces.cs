using System.Runtime.InteropServices;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>How each block lies to the page's headline, its main column and its like, as numbers beside those of <see cref="BlockFeatures"/>.</summary>
internal sealed class BlockPlaces
{
    public const int Count = 18;

    private readonly BlockList _list;
    private readonly BlockSums _sums;
    private readonly int _title;
    private readonly int[] _kinds;
    private readonly Dictionary<int, Kind> _byKind = [];
    private readonly int[] _articles;
    private readonly int[] _direct;
    private readonly int _column;
    private readonly int _columnFirst = -1;
    private readonly int _columnLast = -1;
    private readonly float _usual;
    private int _articlesBegun;
    private int _headings;
    private int _sinceRule = 40;
    private int _node;

    public BlockPlaces(BlockList list, BlockSums sums, int title)
    {
        (_list, _sums, _title) = (list, sums, title);
        var nodes = list.Tree.Nodes;
        _articles = new int[nodes.Length];
        _direct = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            _articles[i] = nodes[i].Tag == Tag.Article ? i : nodes[i].Parent >= 0 ? _articles[nodes[i].Parent] : -1;
        _kinds = new int[list.Blocks.Length];
        var lengths = new List<int>();
        _column = -1;
        for (var i = 0; i < _kinds.Length; i++)
        {
            var parent = ParentOf(i);
            var above = parent < 0 ? -1 : nodes[parent].Parent;
            _kinds[i] = HashCode.Combine(ClassOf(list.Blocks[i].Node), ClassOf(parent), ClassOf(above));
            ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKind, _kinds[i], out _);
            kind.Text += sums.Weight[i];
            kind.Links += list.Blocks[i].LinkLength * sums.Weight[i] / list.Blocks[i].Length;
            kind.Blocks++;
            if (!sums.IsProse[i])
                continue;
            kind.Prose += sums.Weight[i];
            lengths.Add(sums.Weight[i]);
            if (parent < 0)
                continue;
            _direct[parent] += sums.Weight[i];
            if (_column < 0 || _direct[parent] > _direct[_column])
                _column = parent;
        }

        lengths.Sort();
        _usual = lengths.Count == 0 ? 1 : lengths[lengths.Count / 2];
        for (var i = 0; i < _kinds.Length && _column >= 0; i++)
        {
            if (!sums.IsProse[i] || ParentOf(i) != _column)
                continue;
            if (_columnFirst < 0)
                _columnFirst = i;
            _columnLast = i;
        }
    }

    /// <summary>Blocks are asked for in order.</summary>
    public void Add(int i, Span<float> into)
    {
        var nodes = _list.Tree.Nodes;
        ref readonly var block = ref _list.Blocks[i];
        Pass(i, block);
        var weight = _sums.Weight[i];
        var kind = _byKind[_kinds[i]];
        var own = _sums.IsProse[i] ? weight : 0;
        var parent = ParentOf(i);
        var at = 0;
        into[at++] = _title < 0 || _list.Blocks[_title].Node < 0 || block.Node < 0 ? -1 : _articles[block.Node] == _articles[_list.Blocks[_title].Node] ? 1 : 0;
        into[at++] = block.Node < 0 || _articles[block.Node] < 0 ? 0 : Share(_sums.Prose[_articles[block.Node]], _sums.AllProse);
        into[at++] = Math.Min(_articlesBegun, 10);
        into[at++] = Math.Min(_headings, 5);
        into[at++] = Share(kind.Prose - own, _sums.AllProse);
        into[at++] = kind.Blocks == 1 ? -1 : Share(kind.Prose - own, kind.Text - weight);
        into[at++] = MathF.Log2(kind.Blocks);
        into[at++] = Share(kind.Links, kind.Text);
        into[at++] = MathF.Log2(weight / _usual);
        into[at++] = parent < 0 ? 0 : Share(_direct[parent] - own, _sums.AllProse);
        into[at++] = parent >= 0 && parent == _column ? 1 : 0;
        into[at++] = _columnFirst < 0 ? 0 : Math.Clamp(i - _columnFirst, -20, 20);
        into[at++] = _columnFirst < 0 ? 0 : Math.Clamp(i - _columnLast, -20, 20);
        into[at++] = block.Node < 0 || _column < 0 ? -1 : StepsTo(nodes, block.Node, _column);
        into[at++] = block.ItalicLength / (float)block.Length;
        into[at++] = Math.Min(_sinceRule, 40);
        into[at++] = _columnFirst >= 0 && i > _columnFirst ? 1 : 0;
        into[at] = _list.TextOf(i).Contains("http", StringComparison.OrdinalIgnoreCase) || _list.TextOf(i).Contains("www.", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    private void Pass(int i, in PageBlock block)
    {
        var nodes = _list.Tree.Nodes;
        for (; _node <= block.Node; _node++)
            _articlesBegun += nodes[_node].Tag == Tag.Article ? 1 : 0;
        if (i == _title)
            _headings = 0;
        else if (block.Tag == Tag.H1)
            _headings++;
        _sinceRule = block.Rules > 0 ? 0 : _sinceRule + 1;
    }

    /// <summary>How far up from a block the branch begins that leaves the main column; 0 to 12, 20 where it never meets it.</summary>
    private static int StepsTo(ReadOnlySpan<PageNode> nodes, int node, int column)
    {
        var steps = 0;
        for (var at = node; at >= 0; at = nodes[at].Parent, steps++)
        {
            if (column >= at && column < nodes[at].End)
                return column == at ? Math.Min(steps, 12) : -Math.Min(steps, 12) - 1;
        }

        return 20;
    }

    private int ParentOf(int block) => _list.Blocks[block].Node is var node and >= 0 ? _list.Tree.Nodes[node].Parent : -1;

    private int ClassOf(int node) => node < 0 ? 0 : _list.Classes[node];

    private static float Share(int part, int whole) => whole <= 0 ? 0 : part / (float)whole;

    private record struct Kind(int Prose, int Text, int Links, int Blocks);
}
