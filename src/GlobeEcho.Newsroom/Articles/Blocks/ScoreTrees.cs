using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>A sum of small decision trees over a row of numbers, learned by the bench (<c>train</c>).</summary>
internal sealed class ScoreTrees
{
    // Of 280,000 blocks measured, hardly one this far down after so many trees came up again.
    private static readonly (int Trees, float Hopeless)[] Stops = [(24, -2.3f), (50, -3f), (100, -3.3f), (160, -3f)];

    private readonly float _start;
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly int _widest;

    private ScoreTrees(float start, int[] roots, Node[] nodes)
    {
        (_start, _roots, _nodes) = (start, roots, nodes);
        _widest = nodes.Max(n => n.Feature);
        if (nodes.Any(n => n.Feature >= 0 && (uint)n.Left >= nodes.Length - 1))
            throw new InvalidOperationException("A node points outside its trees.");
    }

    /// <summary>Lines are "start S", then for each tree "tree" and its nodes: feature, threshold, left, right; a leaf is its value alone.</summary>
    public static ScoreTrees Read(TextReader text)
    {
        var start = 0f;
        var roots = new List<int>();
        var nodes = new List<Node>();
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
                continue;
            var parts = line.Split(' ');
            if (parts[0] == "start")
                start = Number(parts[1]);
            else if (parts[0] == "tree")
                roots.Add(nodes.Count);
            else if (parts.Length == 1)
                nodes.Add(new Node(-1, Number(parts[0]), 0));
            else
                nodes.Add(new Node(Whole(parts[0]), Number(parts[1]), roots[^1] + Left(parts)));
        }

        return new ScoreTrees(start, [.. roots], [.. nodes]);
    }

    /// <summary>The trees of a resource beside this type.</summary>
    public static ScoreTrees Load(string resource)
    {
        using var stream = typeof(ScoreTrees).Assembly.GetManifestResourceStream(typeof(ScoreTrees), resource)
            ?? throw new InvalidOperationException($"The program holds no {resource}.");
        using var text = new StreamReader(stream);
        return Read(text);
    }

    /// <summary>Log odds for each row of so many numbers: above 0 is more likely than not. What is clearly unlikely after the first trees stays there.</summary>
    public float[] Score(float[] rows, int width)
    {
        var scores = new float[rows.Length / width];
        Array.Fill(scores, _start);
        var left = new int[scores.Length];
        for (var i = 0; i < left.Length; i++)
            left[i] = i;
        var some = left.Length;
        if (_widest >= width)
            throw new ArgumentException($"The trees ask for number {_widest} of rows of {width}.", nameof(width));
        // Without the checks of bounds, which are made once: numbers when a row comes in, nodes when trees are read.
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var first = ref MemoryMarshal.GetArrayDataReference(rows);
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            foreach (var (trees, hopeless) in Stops)
                some = tree == trees ? StillOpen(left.AsSpan(0, some), scores, hopeless) : some;
            var root = _roots[tree];
            // Tree by tree, so that each stays in the nearest cache while all rows pass through it.
            foreach (var i in left.AsSpan(0, some))
            {
                ref var row = ref Unsafe.Add(ref first, i * width);
                ref readonly var node = ref Unsafe.Add(ref nodes, root);
                while (node.Feature >= 0)
                    node = ref Unsafe.Add(ref nodes, node.Left + (Unsafe.Add(ref row, node.Feature) <= node.Value ? 0 : 1));
                scores[i] += node.Value;
            }
        }

        return scores;
    }

    private static int StillOpen(Span<int> rows, float[] scores, float hopeless)
    {
        var some = 0;
        foreach (var i in rows)
        {
            if (scores[i] > hopeless)
                rows[some++] = i;
        }

        return some;
    }

    /// <summary>The right one of two always follows the left one.</summary>
    private static int Left(string[] parts) =>
        Whole(parts[3]) == Whole(parts[2]) + 1 ? Whole(parts[2]) : throw new InvalidOperationException("A node's two sides do not stand side by side.");

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private readonly record struct Node(int Feature, float Value, int Left);
}
