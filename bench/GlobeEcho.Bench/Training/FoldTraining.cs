using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Learns when an article joins a story, when two stories are one and when one is two, checked on topics left out.</summary>
internal static class FoldTraining
{
    private static readonly string[] Sets = ["ecbplus", "5w1h", "roundup"];

    public static int Run(string shared, string[] rest)
    {
        var sets = FoldSet.Read(shared);
        var options = new FoldLessons(
            Arguments.Number(rest, "--ridge", 0.01), Arguments.Whole(rest, "--rounds", 3), Arguments.Number(rest, "--join", 0), Arguments.Number(rest, "--merge", -0.6),
            Arguments.Number(rest, "--part", 0), Arguments.Number(rest, "--roundup", 0.3), rest.Contains("--no-parts"), new FoldWeights());
        FoldRecorder.Power = Arguments.Number(rest, "--power", 0.3);
        var folds = Arguments.Whole(rest, "--folds", 4);
        // Taught where stories merge readily, so that wrong merges are seen; used where they merge less.
        var used = options with { MergeAt = Arguments.Number(rest, "--merge-used", -0.3) };
        var train = sets.SelectMany(Lessons).ToList();
        var test = Tests(sets);
        if (Arguments.Value(rest, "--fit") is { } file)
        {
            var all = options.Learn(train, (_, _, _) => true);
            foreach (var s in test)
                Console.WriteLine($"{s.Name,-34} from all   {FoldScore.Of(s.Story, used.Said(s, all))}");
            foreach (var merge in rest.Contains("--grid") ? (double[])[0, -0.3, -0.6, -0.9] : [])
            {
                foreach (var part in (double[])[-0.4, 0, 0.4])
                {
                    var shifted = options with { MergeAt = merge, PartAt = part };
                    Console.WriteLine(FormattableString.Invariant($"merge {merge} part {part}: ")
                        + string.Join("  ", test.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => FoldScore.Of(s.Story, shifted.Said(s, all))).Select(s => FormattableString.Invariant($"{s.F:0.000}/{s.Ari:0.000}"))));
                }
            }

            File.WriteAllText(file, Table(all, used));
            if (Arguments.Value(rest, "--trace") is { } traced)
                options.Said(test.First(t => t.Name == traced), new FoldTrace(test.First(t => t.Name == traced), all, _ => true));
            return 0;
        }

        var models = Enumerable.Range(0, folds).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(f => options.Learn(train, (from, a, b) => !LeftOut(from, a, f, folds) && !LeftOut(from, b, f, folds))).ToArray();
        var scores = test.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => LeftOutScore(s, models, used)).ToList();
        foreach (var (s, score) in test.Zip(scores))
            Console.WriteLine($"{s.Name,-34} left out   {score}");
        Console.WriteLine(FormattableString.Invariant($"mean F {scores.Average(s => s.F):0.0000} ARI {scores.Average(s => s.Ari):0.0000}"));
        Further(rest, train, test, models, options, used);
        return 0;
    }

    private static void Further(string[] rest, List<FoldSet> train, List<FoldSet> test, TabledModel[] models, FoldLessons options, FoldLessons used)
    {
        var folds = models.Length;
        foreach (var at in rest.Contains("--grid") ? (double[])[-1.25, -0.75, -0.4, 0.5] : [])
        {
            foreach (var (name, shifted) in new[] { ("join", options with { JoinAt = at }), ("merge", options with { MergeAt = at }), ("part", options with { PartAt = at }) })
            {
                Console.WriteLine($"{name} {at}: {string.Join("  ", test.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(s => LeftOutScore(s, models, shifted)).Select(s => FormattableString.Invariant($"{s.F:0.000}/{s.Ari:0.000}")))}");
            }
        }

        if (Arguments.Value(rest, "--confused") is { } which)
        {
            var set = test.First(t => t.Name == which);
            for (var f = 0; f < folds; f++)
            {
                bool Mine(int topic) => LeftOut(set.From, topic, f, folds);
                Confused(set, options.Said(set, new FoldTrace(set, models[f], Mine)), Mine);
            }
        }

        foreach (var from in rest.Contains("--cross") ? Sets : [])
        {
            var model = options.Learn(train.Where(s => s.From == from).ToList(), (_, _, _) => true);
            foreach (var s in test)
                Console.WriteLine($"{s.Name,-34} from {from,-8} {FoldScore.Of(s.Story, used.Said(s, model))}");
        }

    }

    // The same news as other streams bring it: what is learned must hold for all of them.
    private static FoldSet[] Lessons(FoldSet s) =>
    [
        s, s.Headlines(), s.Leads(), s.Shuffled(11), s.Shuffled(12).Dense(), s.Headlines().Shuffled(13).Dense(), s.Twins(), s.Headlines().Shuffled(14).Lower(),
        s.Pieces().Shuffled(15), s.Pieces().Shuffled(16).Lower(), s.Patterned(17), s.Shuffled(18).Dense().Patterned(19),
    ];

    private static List<FoldSet> Tests(List<FoldSet> sets)
    {
        var test = new List<FoldSet>(sets);
        test.AddRange(sets.Select(s => s.Headlines()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(3)));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(6)));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(4).Dense()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(5).Headlines().Dense()));
        test.AddRange(sets.Select(s => s.Shuffled(8).Twins()));
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Dense());
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Headlines().Dense());
        test.AddRange(sets.Select(s => s.Headlines().Shuffled(21).Lower()));
        test.AddRange(sets.Take(2).Select(s => s.Pieces().Shuffled(22)));
        test.AddRange(sets.Take(2).Select(s => s.Pieces().Shuffled(23).Lower()));
        test.AddRange(sets.Select(s => s.Shuffled(25).Dense().Patterned(26)));
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Headlines().Lower().Shuffled(24));
        return test;
    }

    private static bool LeftOut(string from, int topic, int fold, int folds) =>
        from == "mixed" ? LeftOut(Sets[topic / 100_000], topic % 100_000, fold, folds) : (uint)((topic * 2654435761L) + from.Length) % 1009 % folds == fold;

    private static FoldScore LeftOutScore(FoldSet set, TabledModel[] models, FoldLessons options)
    {
        var parts = new List<(FoldScore Score, int Count)>();
        for (var f = 0; f < models.Length; f++)
        {
            var judged = set.Topic.Select(t => LeftOut(set.From, t, f, models.Length)).ToList();
            if (judged.Contains(true))
                parts.Add((FoldScore.Of(set.Story, options.Said(set, models[f]), judged), judged.Count(j => j)));
        }

        double n = parts.Sum(p => p.Count);
        var (precision, recall) = (parts.Sum(p => p.Score.Precision * p.Count) / n, parts.Sum(p => p.Score.Recall * p.Count) / n);
        return new FoldScore(precision, recall, 2 * precision * recall / (precision + recall), parts.Sum(p => p.Score.Ari * p.Count) / n, parts.Sum(p => p.Score.Stories));
    }

    private static void Confused(FoldSet set, long[] said, Func<int, bool> mine)
    {
        foreach (var group in said.Select((s, i) => (s, i)).GroupBy(s => s.s).Where(g => g.Any(x => mine(set.Topic[x.i]))))
        {
            var counts = group.GroupBy(x => set.Story[x.i]).OrderByDescending(c => c.Count()).ToList();
            if (counts.Count > 1)
                Console.WriteLine($"mixed: {string.Join(", ", counts.Select(c => $"{c.Key} {c.Count()}"))}");
        }

        foreach (var group in set.Story.Select((s, i) => (s, i)).GroupBy(s => s.s).Where(g => mine(set.Topic[g.First().i])))
        {
            var counts = group.GroupBy(x => said[x.i]).OrderByDescending(c => c.Count()).ToList();
            if (counts.Count > 1)
                Console.WriteLine($"split: {group.Key}: {string.Join(", ", counts.Select(c => $"{c.Count()}" + (c.Count() < 3 ? $" ({string.Join(' ', c.Select(x => x.i + 1))})" : "")))}");
        }
    }

    private static string Table(TabledModel model, FoldLessons options)
    {
        var text = new System.Text.StringBuilder("# Learned by `GlobeEcho.Bench train-fold --fit`; what the rows are: docs/decisions/0017-folding.md. Columns: join, merge and part, each for articles and for headlines.\n");
        foreach (var (name, f) in Evidence.PartFeatures.Append("start").Select((n, f) => (n, f)))
        {
            double Of(Logistic table, double at) => name == "start" ? table.Weights[^1] - at : f < table.Weights.Count - 1 ? table.Weights[f] : 0;
            text.Append(FormattableString.Invariant($"{name,-18}"));
            foreach (var (pair, at) in ((TabledModel.Pair, double)[])[(model.JoinTable!, options.JoinAt), (model.MergeTable!, options.MergeAt), (model.PartTable!, options.PartAt)])
                text.Append(FormattableString.Invariant($"{Of(pair.Long, at),10:0.####}{Of(pair.Brief, at),10:0.####}"));
            text.Append('\n');
        }

        return text.ToString();
    }
}
