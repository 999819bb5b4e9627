using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Learns when an article joins a story and when two stories are one, checked on topics left out.</summary>
internal static class FoldTraining
{
    private const double Reach = 3;
    private const int MergeTries = 3;

    public static int Run(string shared, string[] rest)
    {
        var sets = FoldSet.Read(shared);
        var options = new Options(
            Arguments.Number(rest, "--ridge", 0.001), Arguments.Whole(rest, "--folds", 4), Arguments.Number(rest, "--join", 0), Arguments.Number(rest, "--merge", 0),
            Arguments.Number(rest, "--roundup", 0.3), Arguments.Number(rest, "--opened", 0), rest.Contains("--trees"), (Arguments.Value(rest, "--drop") ?? "").Split(','));
        var train = sets.SelectMany(s => new[] { s, s.Headlines(), s.Leads(), s.Shuffled(11) }).ToList();
        var test = new List<FoldSet>(sets);
        test.AddRange(sets.Select(s => s.Headlines()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(3)));
        if (rest.Contains("--before"))
        {
            foreach (var s in test)
                Console.WriteLine($"{s.Name,-28} before     {FoldScore.Of(s.Story, Said(s, null))}");
        }

        var forced = train.SelectMany(s => Rows(s, options)).ToList();
        Console.WriteLine($"{forced.Count} decisions");
        var models = Enumerable.Range(0, options.Folds).Select(f => Learn(train, forced, (from, a, b) => !LeftOut(from, a, f, options.Folds) && !LeftOut(from, b, f, options.Folds), options)).ToArray();
        foreach (var s in test)
            Console.WriteLine($"{s.Name,-28} left out   {LeftOutScore(s, models)}");
        if (rest.Contains("--grid"))
        {
            foreach (var join in (double[])[-0.5, 0, 0.5, 1])
            {
                foreach (var merge in (double[])[-1, -0.5, 0, 0.5, 1])
                {
                    var shifted = models.Select(m => m with { JoinAt = join, MergeAt = merge }).ToArray();
                    Console.WriteLine($"join {join} merge {merge}");
                    foreach (var s in test)
                        Console.WriteLine($"   {s.Name,-28} left out   {LeftOutScore(s, shifted)}");
                }
            }
        }

        if (rest.Contains("--cross"))
        {
            foreach (var from in (string[])["ecbplus", "5w1h", "roundup"])
            {
                var model = Learn(train.Where(s => s.From == from).ToList(), forced.Where(r => r.From == from).ToList(), (_, _, _) => true, options);
                foreach (var s in test)
                    Console.WriteLine($"{s.Name,-28} from {from,-8} {FoldScore.Of(s.Story, Said(s, model))}");
            }
        }

        var all = Learn(train, forced, (_, _, _) => true, options);
        foreach (var s in test)
            Console.WriteLine($"{s.Name,-28} from all   {FoldScore.Of(s.Story, Said(s, all))}");
        if (all.Tables is var (j, m2))
        {
            foreach (var (name, f) in Evidence.Features.Append("start").Select((n, f) => (n, f)))
                Console.WriteLine(FormattableString.Invariant($"   {name,-18} {j.Standard[f],8:0.000} {j.Weights[f],10:0.0000}    {m2.Standard[f],8:0.000} {m2.Weights[f],10:0.0000}"));
        }

        return 0;
    }

    private static bool LeftOut(string from, int topic, int fold, int folds) => (uint)((topic * 2654435761L) + from.Length) % 1009 % folds == fold;

    // First from stories as they should be, then from stories as the first lesson makes them; merges from these.
    private static Model Learn(List<FoldSet> train, List<Row> forced, Func<string, int, int, bool> use, Options options)
    {
        var rows = forced.Where(r => use(r.From, r.Topic, r.Other)).ToList();
        var first = Fit(rows, options);
        var (joins, merges) = (new List<Row>(rows), new List<Row>());
        foreach (var set in train)
            Follow(set, first.Score, null, use, options, joins, merges);
        var second = Fit(joins, options);
        var merge = Fit(merges, options);
        (joins, merges) = ([.. rows], []);
        foreach (var set in train)
            Follow(set, second.Score, merge.Score, use, options, joins, merges);
        var third = Fit(joins, options);
        var last = Fit(merges, options);
        return new Model(third.Score, last.Score, options.Join, options.Merge, third.Table is { } t ? (t, last.Table!) : null);
    }

    private static (Func<double[], double> Score, Logistic? Table) Fit(List<Row> rows, Options options)
    {
        var drop = Evidence.Features.Select(f => options.Drop.Contains(f)).ToArray();
        double[] Cut(double[] x) => options.Drop.Length < 2 ? x : [.. x.Select((v, f) => drop[f] ? 0 : v)];
        if (!options.Trees)
        {
            var table = new Logistic(rows.Select(r => (Cut(r.X), r.Y, r.Weight)).ToList(), options.Ridge);
            return (x => table.Score(Cut(x)), table);
        }

        var forest = new Trees(120, 8, 0.08, 5, 1, 0.5, 0.7);
        forest.Learn([.. rows.SelectMany(r => r.X.Select(v => (float)v))], rows[0].X.Length, [.. rows.Select(r => (float)r.Y)], [.. rows.Select(r => (float)r.Weight)]);
        return (x => forest.Score(Array.ConvertAll(x, v => (float)v)), null);
    }

    private static IEnumerable<Row> Rows(FoldSet set, Options options)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 10_000);
        var ids = new Dictionary<string, long>();
        var topics = new Dictionary<long, int>();
        for (var i = 0; i < set.Articles.Length; i++)
        {
            var reading = folding.Read(set.Articles[i]);
            if (!ids.TryGetValue(set.Story[i], out var own))
                ids.Add(set.Story[i], own = ids.Count + 1);
            topics[own] = set.Topic[i];
            foreach (var (story, features) in folding.Weigh(reading))
                yield return new Row(set.From, set.Topic[i], topics[story], features, story == own ? 1 : 0, options.WeightOf(set));
            folding.Put(reading, own);
        }
    }

    /// <summary>Folds with what is learned so far, and writes down each decision with what would have been right.</summary>
    private static void Follow(
        FoldSet set, Func<double[], double> join, Func<double[], double>? merge, Func<string, int, int, bool> use, Options options, List<Row> joins, List<Row> merges)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 10_000);
        var told = new Dictionary<long, List<int>>();
        for (var i = 0; i < set.Articles.Length; i++)
        {
            var reading = folding.Read(set.Articles[i]);
            var near = folding.Weigh(reading).Select(n => (n.Story, n.Features, Score: join(n.Features))).OrderByDescending(n => n.Score).ThenBy(n => n.Story).ToList();
            foreach (var (story, features, _) in near)
            {
                var same = told[story].Count(t => set.Story[t] == set.Story[i]) / (double)told[story].Count;
                var other = set.Topic[told[story].First(t => same == 0 || set.Story[t] == set.Story[i])];
                if (use(set.From, set.Topic[i], other))
                    joins.Add(new Row(set.From, set.Topic[i], other, features, same, options.WeightOf(set)));
            }

            var into = near.Count > 0 && near[0].Score >= options.Join ? near[0].Story : i + 1;
            folding.Put(reading, into);
            (told.TryGetValue(into, out var list) ? list : told[into] = []).Add(i);
            foreach (var (story, _, _) in near.Where(n => n.Story != into && n.Score >= options.Join - Reach).Take(MergeTries))
            {
                var features = folding.Weigh(into, story);
                var (a, b) = (told[into], told[story]);
                var same = a.Sum(x => b.Count(y => set.Story[x] == set.Story[y])) / (double)(a.Count * b.Count);
                if (use(set.From, set.Topic[a[0]], set.Topic[b[0]]))
                    merges.Add(new Row(set.From, set.Topic[a[0]], set.Topic[b[0]], features, same, options.WeightOf(set)));
                if (merge is null || merge(features) < options.Merge)
                    continue;
                var kept = folding.Unite(into, story);
                told[kept] = [.. a, .. b];
                told.Remove(kept == into ? story : into);
                into = kept;
            }
        }
    }

    private static FoldScore LeftOutScore(FoldSet set, Model[] models)
    {
        var parts = new List<(FoldScore Score, int Count)>();
        for (var f = 0; f < models.Length; f++)
        {
            var judged = set.Topic.Select(t => LeftOut(set.From, t, f, models.Length)).ToList();
            if (judged.Contains(true))
                parts.Add((FoldScore.Of(set.Story, Said(set, models[f]), judged), judged.Count(j => j)));
        }

        double n = parts.Sum(p => p.Count);
        var (precision, recall) = (parts.Sum(p => p.Score.Precision * p.Count) / n, parts.Sum(p => p.Score.Recall * p.Count) / n);
        return new FoldScore(precision, recall, 2 * precision * recall / (precision + recall), parts.Sum(p => p.Score.Ari * p.Count) / n, parts.Sum(p => p.Score.Stories));
    }

    private static long[] Said(FoldSet set, Model? model)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 10_000) { Model = model };
        var said = new long[set.Articles.Length];
        for (var i = 0; i < said.Length; i++)
        {
            var decision = folding.Fold(set.Articles[i], i + 1);
            said[i] = decision.Story;
            foreach (var merged in decision is FoldDecision.Joined joined ? joined.Merged : [])
            {
                for (var j = 0; j <= i; j++)
                    said[j] = said[j] == merged ? decision.Story : said[j];
            }
        }

        return said;
    }

    internal sealed record Model(Func<double[], double> Join, Func<double[], double> Merge, double JoinAt, double MergeAt, (Logistic Join, Logistic Merge)? Tables) : IFoldModel;

    private sealed record Options(double Ridge, int Folds, double Join, double Merge, double Roundup, double Opened, bool Trees, string[] Drop)
    {
        public double WeightOf(FoldSet set) => set.From == "roundup" ? Roundup : set.From == "5w1h" ? 2 : 1;
    }

    private sealed record Row(string From, int Topic, int Other, double[] X, double Y, double Weight);
}
