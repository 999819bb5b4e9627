using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>The second look: a block's numbers once more, with what the first look thought of the block, its neighbours and its kind.</summary>
internal static class BlockContext
{
    public const int Count = BlockFeatures.Count + Added;

    private const int Added = 18;

    // What a block of a list or a box shares with the others of it shows in the mean over them.
    public static float[] Of(BlockList list, BlockSums sums, float[] features, float[] scores)
    {
        var n = scores.Length;
        var values = new float[n * Count];
        var likely = Array.ConvertAll(scores, s => 1 / (1 + MathF.Exp(-s)));
        var mass = new float[n + 1];
        for (var i = 0; i < n; i++)
            mass[i + 1] = mass[i] + (likely[i] * sums.Weight[i]);
        var siblings = Means(list, sums, likely, above: 1);
        var cousins = Means(list, sums, likely, above: 2);
        var branches = Means(list, sums, likely, above: 3);
        for (var i = 0; i < n; i++)
        {
            features.AsSpan(i * BlockFeatures.Count, BlockFeatures.Count).CopyTo(values.AsSpan(i * Count));
            var into = values.AsSpan((i * Count) + BlockFeatures.Count, Added);
            into[0] = scores[i];
            for (var step = 1; step <= 3; step++)
            {
                into[(2 * step) - 1] = i >= step ? likely[i - step] : -1;
                into[2 * step] = i + step < n ? likely[i + step] : -1;
            }

            into[7] = mass[i] / (mass[n] + 1);
            into[8] = (mass[n] - mass[i + 1]) / (mass[n] + 1);
            into[9] = MathF.Log2(1 + mass[n]);
            into[10] = Window(mass, sums, i - 6, i);
            into[11] = Window(mass, sums, i + 1, i + 7);
            into[12] = Window(mass, sums, i - 16, i);
            into[13] = Window(mass, sums, i + 1, i + 17);
            into[14] = siblings[i];
            into[15] = cousins[i];
            into[16] = branches[i];
            into[17] = mass[n] / (sums.AllText + 1);
        }

        return values;
    }

    /// <summary>The mean over the blocks from one to before another, by their length; -1 where there are none.</summary>
    private static float Window(float[] mass, BlockSums sums, int from, int to)
    {
        from = Math.Max(from, 0);
        to = Math.Min(to, sums.Weight.Length);
        if (from >= to)
            return -1;
        var weight = 0;
        for (var i = from; i < to; i++)
            weight += sums.Weight[i];
        return (mass[to] - mass[from]) / weight;
    }

    /// <summary>For each block the mean over the other blocks under the same ancestor, by length; -1 where it is alone.</summary>
    private static float[] Means(BlockList list, BlockSums sums, float[] likely, int above)
    {
        var nodes = list.Tree.Nodes;
        var at = new int[likely.Length];
        var total = new Dictionary<int, (float Mass, float Weight)>();
        for (var i = 0; i < likely.Length; i++)
        {
            var node = list.Blocks[i].Node;
            for (var step = 0; step < above && node >= 0; step++)
                node = nodes[node].Parent;
            at[i] = node;
            var (mass, weight) = total.GetValueOrDefault(node);
            total[node] = (mass + (likely[i] * sums.Weight[i]), weight + sums.Weight[i]);
        }

        var means = new float[likely.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var (mass, weight) = total[at[i]];
            var rest = weight - sums.Weight[i];
            means[i] = rest <= 0 ? -1 : (mass - (likely[i] * sums.Weight[i])) / rest;
        }

        return means;
    }
}
