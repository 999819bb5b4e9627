using GlobeEcho.Newsroom.Stories;
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
            Arguments.Number(rest, "--ridge", 0.01), Arguments.Whole(rest, "--rounds", 3), Arguments.Number(rest, "--join", 0), Arguments.Number(rest, "--merge", 0),
            Arguments.Number(rest, "--part", 0), Arguments.Number(rest, "--roundup", 0.3), rest.Contains("--no-parts"), new FoldWeights());
        var folds = Arguments.Whole(rest, "--folds", 4);
        var train = sets.SelectMany(s => new[] { s, s.Headlines(), s.Leads(), s.Shuffled(11), s.Shuffled(12).Dense(), s.Headlines().Shuffled(13).Dense() }).ToList();
        var test = Tests(sets);
        if (rest.Contains("--fit"))
        {
            var all = options.Learn(train, (_, _, _) => true);
            foreach (var s in test)
                Console.WriteLine($"{s.Name,-34} from all   {FoldScore.Of(s.Story, options.Said(s, all))}");
            Tables(all);
            if (Arguments.Value(rest, "--trace") is { } traced)
                options.Said(test.First(t => t.Name == traced), new FoldTrace(test.First(t => t.Name == traced), all, _ => true));
            return 0;
        }

        var models = Enumerable.Range(0, folds).Select(f => options.Learn(train, (from, a, b) => !LeftOut(from, a, f, folds) && !LeftOut(from, b, f, folds))).ToArray();
        foreach (var s in test)
            Console.WriteLine($"{s.Name,-34} left out   {LeftOutScore(s, models, options)}");
        foreach (var at in rest.Contains("--grid") ? (double[])[-1, -0.5, 0.5, 1] : [])
        {
            foreach (var (name, shifted) in new[] { ("join", options with { JoinAt = at }), ("merge", options with { MergeAt = at }), ("part", options with { PartAt = at }) })
            {
                Console.WriteLine($"{name} {at}: {string.Join("  ", test.Select(s => LeftOutScore(s, models, shifted).F.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)))}");
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
                Console.WriteLine($"{s.Name,-34} from {from,-8} {FoldScore.Of(s.Story, options.Said(s, model))}");
        }

        return 0;
    }

    private static List<FoldSet> Tests(List<FoldSet> sets)
    {
        var test = new List<FoldSet>(sets);
        test.AddRange(sets.Select(s => s.Headlines()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(3)));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(6)));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(4).Dense()));
        test.AddRange(sets.Take(2).Select(s => s.Shuffled(5).Headlines().Dense()));
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Dense());
        test.Add(FoldSet.Mixed("mixed", [.. sets]).Headlines().Dense());
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

    private static void Tables(TabledModel model)
    {
        foreach (var (name, f) in Evidence.Features.Append("start").Select((n, f) => (n, f)))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"   {name,-18} {model.JoinTable!.Standard[f],8:0.000} {model.JoinTable.Weights[f],10:0.0000}    {model.MergeTable!.Standard[f],8:0.000} {model.MergeTable.Weights[f],10:0.0000}    {model.PartTable?.Standard[f],8:0.000} {model.PartTable?.Weights[f],10:0.0000}"));
        }
    }
}
