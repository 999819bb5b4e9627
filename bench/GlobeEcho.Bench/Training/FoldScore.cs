namespace GlobeEcho.Bench.Training;

/// <summary>B-cubed and adjusted Rand index of a folding, over all articles or over some of them.</summary>
internal readonly record struct FoldScore(double Precision, double Recall, double F, double Ari, int Stories)
{
    public static FoldScore Of(IReadOnlyList<string> gold, IReadOnlyList<long> said, IReadOnlyList<bool>? judged = null)
    {
        var at = Enumerable.Range(0, gold.Count).Where(i => judged is null || judged[i]).ToList();
        var byGold = at.GroupBy(i => gold[i]).ToDictionary(g => g.Key, g => g.Count());
        var bySaid = at.GroupBy(i => said[i]).ToDictionary(g => g.Key, g => g.Count());
        var both = at.GroupBy(i => (gold[i], said[i])).Select(g => (g.Key, Count: g.Count())).ToList();
        var p = both.Sum(b => (double)b.Count * b.Count / bySaid[b.Key.Item2]) / at.Count;
        var r = both.Sum(b => (double)b.Count * b.Count / byGold[b.Key.Item1]) / at.Count;
        static double Pairs(int n) => n * (n - 1) / 2.0;
        var hit = both.Sum(b => Pairs(b.Count));
        var (g, s) = (byGold.Values.Sum(Pairs), bySaid.Values.Sum(Pairs));
        var expected = g * s / Pairs(at.Count);
        return new FoldScore(p, r, 2 * p * r / (p + r), (hit - expected) / (((g + s) / 2) - expected), bySaid.Count);
    }

    public override string ToString() => FormattableString.Invariant($"P {Precision:0.0000} R {Recall:0.0000} F {F:0.0000} ARI {Ari:0.0000} {Stories,4} stories");
}
