namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Finds the two halves a story falls into, if it falls.</summary>
internal sealed class Bisection(Vocabulary vocabulary)
{
    public const int Least = 4;
    public const int Most = 40;
    private const int Side = 2;
    private static readonly int[] Sizes = [4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 28, 34, 40];

    private const int Turns = 30;
    private const int Moves = 5;

    private readonly List<(int Id, float Weight)> _vector = [];
    private float[] _dense = new float[1024];

    /// <summary>Whether a story that has just grown is looked at: the larger, the less often.</summary>
    public static bool IsDue(int articles) => articles is >= Least and <= Most && Array.IndexOf(Sizes, articles) >= 0;

    /// <returns>Null when one side would have too few tellings.</returns>
    public Halves? Of(FoldedStory story)
    {
        var members = story.Members.ToArray();
        var n = members.Length;
        var like = Likeness(story, members);
        var side = Sides(like, n);
        for (var move = 0; move < Moves; move++)
        {
            var moved = false;
            for (var i = 0; i < n; i++)
            {
                var (one, other, ones, others) = (0.0, 0.0, 0, 0);
                for (var j = 0; j < n; j++)
                {
                    if (j == i)
                        continue;
                    if (side[j])
                        (one, ones) = (one + like[i, j], ones + 1);
                    else
                        (other, others) = (other + like[i, j], others + 1);
                }

                var to = ones > 0 && (others == 0 || Math.Round(one / ones, 9) > Math.Round(other / others, 9));
                moved |= to != side[i];
                side[i] = to;
            }

            if (!moved)
                break;
        }

        var (left, right) = (new List<Member>(), new List<Member>());
        for (var i = 0; i < n; i++)
            (side[i] ? left : right).Add(members[i]);
        return left.Count < Side || right.Count < Side ? null : new Halves(left, right, Separation(like, side));
    }

    // How like the tellings of one side are to each other, and to those of the other.
    private static double[] Separation(double[,] like, bool[] side)
    {
        var (within, between, pairsWithin, pairsBetween) = (0.0, 0.0, 0, 0);
        for (var i = 0; i < side.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (side[i] == side[j])
                    (within, pairsWithin) = (within + like[i, j], pairsWithin + 1);
                else
                    (between, pairsBetween) = (between + like[i, j], pairsBetween + 1);
            }
        }

        within /= pairsWithin;
        between /= pairsBetween;
        var ones = side.Count(s => s);
        return [within, between, Math.Log((between + 0.02) / (within + 0.02)), Math.Log2(Math.Min(ones, side.Length - ones))];
    }

    /// <param name="Separation">What the likeness of the tellings says of the halves, as further evidence.</param>
    internal sealed record Halves(IReadOnlyList<Member> One, IReadOnlyList<Member> Other, IReadOnlyList<double> Separation);

    // Cosines over the terms that some of the tellings share but not all: what they have in common tells nothing here.
    private double[,] Likeness(FoldedStory story, Member[] members)
    {
        var n = members.Length;
        var vectors = Array.ConvertAll(members, m => Vector(story, m));
        var like = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            foreach (var (id, weight) in vectors[i])
            {
                if (id >= _dense.Length)
                    Array.Resize(ref _dense, Math.Max(_dense.Length * 2, id + 1));
                _dense[id] = weight;
            }

            for (var j = i + 1; j < n; j++)
            {
                var dot = 0.0;
                foreach (var (id, weight) in vectors[j])
                    dot += id < _dense.Length ? weight * _dense[id] : 0;
                like[i, j] = like[j, i] = dot;
            }

            foreach (var (id, _) in vectors[i])
                _dense[id] = 0;
        }

        return like;
    }

    private (int Id, float Weight)[] Vector(FoldedStory story, Member member)
    {
        _vector.Clear();
        var (square, place) = (0.0, 0);
        double n = story.Articles;
        foreach (var term in member.Terms)
        {
            story.Has(term.Id, ref place);
            var docs = story.DocumentsAt(place);
            if (docs < 2 || docs >= n || vocabulary.KindOf(term.Id) == TermKind.Sound)
                continue;
            var weight = (float)(vocabulary.Weight(term.Id) * (1 - (docs / n)));
            _vector.Add((term.Id, weight));
            square += weight * weight;
        }

        var (vector, length) = (_vector.ToArray(), (float)Math.Sqrt(square));
        for (var i = 0; i < vector.Length; i++)
            vector[i].Weight /= length;
        return vector;
    }

    // The sign of the first axis along which the tellings differ.
    private static bool[] Sides(double[,] like, int n)
    {
        var means = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => i == j ? 1 : like[i, j]) / n).ToArray();
        var mean = means.Sum() / n;
        var axis = Enumerable.Range(0, n).Select(i => (i == 0 ? 1 : like[0, i]) - means[i] - means[0] + mean).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            var next = new double[n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    next[i] += ((i == j ? 1 : like[i, j]) - means[i] - means[j] + mean) * axis[j];
            }

            var length = Math.Sqrt(next.Sum(v => v * v));
            if (length < 1e-12)
                break;
            axis = Array.ConvertAll(next, v => v / length);
        }

        return Array.ConvertAll(axis, v => v > 0);
    }
}
