using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Learns when an article joins a story and when two stories are one, checked on topics left out.</summary>
internal static class FoldTraining
{
    private const double Reach = 3;
    private const int MergeTries = 3;

    private static readonly string[] Sets = ["ecbplus", "5w1h", "roundup"];

    public static int Run(string shared, string[] rest)
    {
        var sets = FoldSet.Read(shared);
        var options = new Options(
            Arguments.Number(rest, "--ridge", 0.001), Arguments.Whole(rest, "--folds", 4), Arguments.Number(rest, "--join", 0), Arguments.Number(rest, "--merge", 0),
            Arguments.Number(rest, "--roundup", 0.3), Arguments.Number(rest, "--opened", 0), rest.Contains("--trees"), (Arguments.Value(rest, "--drop") ?? "").Split(','));
        var train = sets.SelectMany(s => new[] { s, s.Headlines(), s.Leads(), s.Shuffled(11), s.Shuffled(12).Dense(), s.Headlines().Shuffled(13).Dense() }).ToList();
        var test = new List<FoldSet>(sets);
        test.AddRange(sets.Select(s => s.Headlines()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(3)));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(4).Dense()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(5).Headlines().Dense()));
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Dense());
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Headlines().Dense());
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
        if (Arguments.Value(rest, "--confused") is { } which)
        {
            var set = test.First(t => t.Name == which);
            for (var f = 0; f < models.Length; f++)
            {
                Trace(set, models[f], f, options);
                var said = Said(set, models[f]);
                foreach (var group in said.Select((s, i) => (s, i)).GroupBy(s => s.s).Where(g => g.Any(x => LeftOut(set.From, set.Topic[x.i], f, models.Length))))
                {
                    var counts = group.GroupBy(x => set.Story[x.i]).OrderByDescending(c => c.Count()).ToList();
                    if (counts.Count > 1)
                        Console.WriteLine($"mixed {f}: {string.Join(", ", counts.Select(c => $"{c.Key} {c.Count()}"))}");
                }

                foreach (var group in set.Story.Select((s, i) => (s, i)).GroupBy(s => s.s).Where(g => LeftOut(set.From, set.Topic[g.First().i], f, models.Length)))
                {
                    var counts = group.GroupBy(x => said[x.i]).OrderByDescending(c => c.Count()).ToList();
                    if (counts.Count > 1)
                        Console.WriteLine($"split {f}: {group.Key}: {string.Join(", ", counts.Select(c => $"{c.Count()}" + (c.Count() < 3 ? $" ({string.Join(' ', c.Select(x => x.i + 1))})" : "")))}");
                }
            }
        }

        if (rest.Contains("--quick"))
            return 0;
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
            var judged = set.Topic.Select(t => set.From == "mixed" ? LeftOut(Sets[t / 100_000], t % 100_000, f, models.Length) : LeftOut(set.From, t, f, models.Length)).ToList();
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

    // Prints each wrong union of a set's left-out stories as it happens.
    private static void Trace(FoldSet set, Model model, int f, Options options)
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 10_000);
        var told = new Dictionary<long, List<int>>();
        string Say(long story) => string.Join("+", told[story].GroupBy(t => set.Story[t]).Select(g => $"{g.Key.Split('-')[^1]}x{g.Count()}"));
        string Why(double[] x, Logistic table) => string.Join(" ", x.Select((v, k) => (k, c: v * table.Weights[k])).OrderByDescending(c => Math.Abs(c.c)).Take(14).Select(c => FormattableString.Invariant($"{Evidence.Features[c.k]}={x[c.k]:0.00}({c.c:+0.0;-0.0})")));
        for (var i = 0; i < set.Articles.Length; i++)
        {
            var reading = folding.Read(set.Articles[i]);
            var near = folding.Weigh(reading).Select(n => (n.Story, n.Features, Score: model.Join(n.Features))).OrderByDescending(n => n.Score).ThenBy(n => n.Story).ToList();
            var into = near.Count > 0 && near[0].Score >= options.Join ? near[0].Story : i + 1;
            var mine = LeftOut(set.From, set.Topic[i], f, options.Folds);
            if (mine && into <= i && !told[into].Exists(t => set.Story[t] == set.Story[i]))
                Console.WriteLine($"JOIN {i + 1} ({set.Story[i].Split('-')[^1]}) into {Say(into)} score {near[0].Score:0.00}: {Why(near[0].Features, model.Tables!.Value.Join)}");
            folding.Put(reading, into);
            (told.TryGetValue(into, out var list) ? list : told[into] = []).Add(i);
            foreach (var (story, _, _) in near.Where(n => n.Story != into && n.Score >= options.Join - Reach).Take(MergeTries))
            {
                var features = folding.Weigh(into, story);
                if (model.Merge(features) < options.Merge)
                    continue;
                if (mine && set.Story[told[into][0]] != set.Story[told[story][0]])
                    Console.WriteLine($"MERGE {Say(into)} and {Say(story)} score {model.Merge(features):0.00}: {Why(features, model.Tables!.Value.Merge)}");
                var (a, b) = (told[into], told[story]);
                var kept = folding.Unite(into, story);
                told[kept] = [.. a, .. b];
                told.Remove(kept == into ? story : into);
                into = kept;
            }
        }
    }

    internal sealed record Model(Func<double[], double> Join, Func<double[], double> Merge, double JoinAt, double MergeAt, (Logistic Join, Logistic Merge)? Tables) : IFoldModel;

    private sealed record Options(double Ridge, int Folds, double Join, double Merge, double Roundup, double Opened, bool Trees, string[] Drop)
    {
        public double WeightOf(FoldSet set) => set.From == "roundup" ? Roundup : set.From == "5w1h" ? 2 : set.Name.EndsWith("dense", StringComparison.Ordinal) ? 0.3 : 1;
    }

    private sealed record Row(string From, int Topic, int Other, double[] X, double Y, double Weight);
}
