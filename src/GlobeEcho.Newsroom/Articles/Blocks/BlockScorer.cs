using System.Globalization;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>
/// How likely a block belongs to the article: the sum of small decision trees over <see cref="BlockFeatures"/>. The trees are learned by
/// the bench (<c>train blocks</c>) and stand in block-scorer.txt, whose head says on what; docs/extraction.md tells how well.
/// </summary>
internal sealed class BlockScorer
{
    private readonly float _start;
    private readonly int[] _roots;
    private readonly Node[] _nodes;

    private BlockScorer(float start, int[] roots, Node[] nodes) => (_start, _roots, _nodes) = (start, roots, nodes);

    /// <param name="text">Lines: "start S", then for each tree "tree" and its nodes: feature, threshold, left, right; a leaf is its value alone.</param>
    public static BlockScorer Read(TextReader text)
    {
        var start = 0f;
        var roots = new List<int>();
        var nodes = new List<Node>();
        while (text.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (line.StartsWith('#') || line.Length == 0)
                continue;
            if (parts[0] == "start")
                start = Number(parts[1]);
            else if (parts[0] == "tree")
                roots.Add(nodes.Count);
            else if (parts.Length == 1)
                nodes.Add(new Node(-1, Number(parts[0]), 0, 0));
            else
                nodes.Add(new Node(int.Parse(parts[0], CultureInfo.InvariantCulture), Number(parts[1]), roots[^1] + int.Parse(parts[2], CultureInfo.InvariantCulture), roots[^1] + int.Parse(parts[3], CultureInfo.InvariantCulture)));
        }

        return new BlockScorer(start, [.. roots], [.. nodes]);
    }

    /// <summary>The likelihood as log odds: above 0 is more likely than not.</summary>
    public float Score(ReadOnlySpan<float> features)
    {
        var sum = _start;
        foreach (var root in _roots)
        {
            ref readonly var node = ref _nodes[root];
            while (node.Feature >= 0)
                node = ref _nodes[features[node.Feature] <= node.Value ? node.Left : node.Right];
            sum += node.Value;
        }

        return sum;
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private readonly record struct Node(int Feature, float Value, int Left, int Right);
}
