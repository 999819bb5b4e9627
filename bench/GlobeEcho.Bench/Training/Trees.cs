using System.Globalization;
using System.Text;

namespace GlobeEcho.Bench.Training;

/// <summary>
/// Gradient-boosted decision trees for a yes or no: logistic loss, histograms of at most 64 bins, the best leaf split first. With
/// <paramref name="drawn"/> each number is tried at one threshold drawn by lot in each leaf, which learns less of the sites by heart.
/// </summary>
internal sealed class Trees(int count, int leaves, double rate, double least, double ridge, double columns, double rows, bool drawn = false)
{
    private const int Bins = 64;

    private readonly List<List<Node>> _trees = [];
    private Random _random = new(1);
    private float _start;
    private float[][] _edges = [];

    public double[] Gains { get; private set; } = [];

    /// <param name="x">Row after row.</param>
    public void Learn(float[] x, int width, float[] y, float[] weight, int seed = 1)
    {
        var n = y.Length;
        _edges = Enumerable.Range(0, width).Select(f => Edges(x, width, f, n)).ToArray();
        var binned = Binned(x, width);
        Gains = new double[width];
        var mean = y.Zip(weight, (a, w) => (double)a * w).Sum() / weight.Sum();
        _start = (float)Math.Log(mean / (1 - mean));
        var score = Enumerable.Repeat(_start, n).ToArray();
        _random = new Random(seed);
        var gradient = new float[n];
        var curve = new float[n];
        for (var t = 0; t < count; t++)
        {
            for (var i = 0; i < n; i++)
            {
                var p = 1f / (1f + MathF.Exp(-score[i]));
                gradient[i] = weight[i] * (y[i] - p);
                curve[i] = weight[i] * Math.Max(p * (1 - p), 1e-6f);
            }

            var some = Enumerable.Range(0, n).Where(_ => _random.NextDouble() < rows).ToArray();
            var features = Enumerable.Range(0, width).Where(f => _edges[f].Length > 0 && _random.NextDouble() < columns).ToArray();
            var tree = Grow(binned, width, features, some, gradient, curve);
            _trees.Add(tree);
            for (var i = 0; i < n; i++)
                score[i] += Walk(tree, binned.AsSpan(i * width, width));
        }
    }

    public float Score(ReadOnlySpan<float> row)
    {
        var sum = _start;
        foreach (var tree in _trees)
        {
            var at = 0;
            while (tree[at].Feature >= 0)
                at = row[tree[at].Feature] <= tree[at].Edge ? tree[at].Left : tree[at].Right;
            sum += tree[at].Value;
        }

        return sum;
    }

    public string Write(string head)
    {
        var text = new StringBuilder(head);
        text.Append(CultureInfo.InvariantCulture, $"start {_start:0.####}\n");
        foreach (var tree in _trees)
        {
            text.Append("tree\n");
            foreach (var node in tree)
                text.Append(node.Feature < 0 ? string.Create(CultureInfo.InvariantCulture, $"{node.Value:0.####}\n") : string.Create(CultureInfo.InvariantCulture, $"{node.Feature} {node.Edge:R} {node.Left} {node.Right}\n"));
        }

        return text.ToString();
    }

    private List<Node> Grow(byte[] binned, int width, int[] features, int[] all, float[] gradient, float[] curve)
    {
        var nodes = new List<Node> { new() };
        var open = new List<Leaf> { Found(0, all, Histogram(binned, width, features, all, gradient, curve), features) };
        for (var leavesNow = 1; leavesNow < leaves; leavesNow++)
        {
            var pick = Enumerable.Range(0, open.Count).MaxBy(i => open[i].Best.Gain);
            if (open[pick].Best.Gain <= 1e-6)
                break;
            var leaf = open[pick];
            var best = leaf.Best;
            open.RemoveAt(pick);
            Gains[best.Feature] += best.Gain;
            nodes[leaf.Node] = new Node { Feature = best.Feature, Bin = best.Bin, Edge = _edges[best.Feature][best.Bin], Left = nodes.Count, Right = nodes.Count + 1 };
            nodes.Add(new Node());
            nodes.Add(new Node());
            var left = Array.FindAll(leaf.Rows, i => binned[(i * width) + best.Feature] <= best.Bin);
            var right = Array.FindAll(leaf.Rows, i => binned[(i * width) + best.Feature] > best.Bin);
            // The smaller side is counted; the other is what is left of the whole.
            var (small, large) = left.Length < right.Length ? (left, right) : (right, left);
            var counted = Histogram(binned, width, features, small, gradient, curve);
            var rest = leaf.Sums;
            for (var i = 0; i < rest.Length; i++)
                rest[i] -= counted[i];
            open.Add(Found(nodes.Count - 2, left, ReferenceEquals(left, small) ? counted : rest, features));
            open.Add(Found(nodes.Count - 1, right, ReferenceEquals(right, small) ? counted : rest, features));
        }

        foreach (var leaf in open)
        {
            double g = 0, h = 0;
            foreach (var i in leaf.Rows)
                (g, h) = (g + gradient[i], h + curve[i]);
            nodes[leaf.Node] = new Node { Feature = -1, Value = (float)(rate * g / (h + ridge)) };
        }

        return nodes;
    }

    private Leaf Found(int node, int[] rowsHere, float[] sums, int[] features)
    {
        double allG = 0, allH = 0;
        for (var b = 0; b < Bins; b++)
            (allG, allH) = (allG + sums[2 * b], allH + sums[(2 * b) + 1]);
        var best = default(Split);
        for (var f = 0; f < features.Length && allH >= 2 * least; f++)
        {
            var at = f * Bins * 2;
            double leftG = 0, leftH = 0;
            var only = drawn ? _random.Next(_edges[features[f]].Length) : -1;
            for (var b = 0; b < (drawn ? only + 1 : _edges[features[f]].Length); b++)
            {
                leftG += sums[at + (2 * b)];
                leftH += sums[at + (2 * b) + 1];
                if ((drawn && b < only) || leftH < least || allH - leftH < least)
                    continue;
                var gain = (leftG * leftG / (leftH + ridge)) + ((allG - leftG) * (allG - leftG) / (allH - leftH + ridge)) - (allG * allG / (allH + ridge));
                if (gain > best.Gain)
                    best = new Split(features[f], b, gain);
            }
        }

        return new Leaf(node, rowsHere, sums, best);
    }

    /// <summary>For each feature and bin the sums of gradient and curve.</summary>
    private static float[] Histogram(byte[] binned, int width, int[] features, int[] rowsHere, float[] gradient, float[] curve)
    {
        var sums = new float[features.Length * Bins * 2];
        foreach (var i in rowsHere)
        {
            var (g, h) = (gradient[i], curve[i]);
            var row = binned.AsSpan(i * width, width);
            for (var f = 0; f < features.Length; f++)
            {
                var at = ((f * Bins) + row[features[f]]) * 2;
                sums[at] += g;
                sums[at + 1] += h;
            }
        }

        return sums;
    }

    private static float Walk(List<Node> tree, ReadOnlySpan<byte> row)
    {
        var at = 0;
        while (tree[at].Feature >= 0)
            at = row[tree[at].Feature] <= tree[at].Bin ? tree[at].Left : tree[at].Right;
        return tree[at].Value;
    }

    /// <summary>The upper edges of all bins but the last, halfway between values.</summary>
    private static float[] Edges(float[] x, int width, int feature, int n)
    {
        var step = Math.Max(1, n / 20_000);
        var values = new List<float>(n / step);
        for (var i = 0; i < n; i += step)
            values.Add(x[(i * width) + feature]);
        values.Sort();
        var edges = new List<float>();
        for (var b = 1; b < Bins; b++)
        {
            var at = (int)((long)b * values.Count / Bins);
            var next = at;
            while (next < values.Count && values[next] <= values[at])
                next++;
            if (next < values.Count && (edges.Count == 0 || values[at] >= edges[^1]))
                edges.Add((values[at] + values[next]) / 2);
        }

        var rare = values.FindIndex(v => v > values[0]);
        if (edges.Count == 0 && rare > 0)
            edges.Add((values[0] + values[rare]) / 2);
        return edges.Distinct().ToArray();
    }

    private byte[] Binned(float[] x, int width)
    {
        var bins = new byte[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var at = Array.BinarySearch(_edges[i % width], x[i]);
            bins[i] = (byte)(at >= 0 ? at : ~at);
        }

        return bins;
    }

    private sealed record Leaf(int Node, int[] Rows, float[] Sums, Split Best);

    private readonly record struct Split(int Feature, int Bin, double Gain);

    private record struct Node(int Feature, int Bin, float Edge, int Left, int Right, float Value);
}
