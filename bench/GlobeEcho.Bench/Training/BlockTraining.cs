using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Articles.Blocks;

namespace GlobeEcho.Bench.Training;

/// <summary>Learns block-scorer.txt, and tells by sites left out how well it does on sites it has not seen.</summary>
internal static class BlockTraining
{
    public static int Run(string shared, string? write, int folds, string[] rest)
    {
        var every = TrainingPages.Read(shared);
        var pages = every.Where(p => p.Set != "other").ToList();
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Blocks.Length):N0} blocks, {pages.Select(p => p.Group).Distinct().Count()} sites");
        Console.WriteLine("all blocks that the truth wants: " + Report(pages, p => Joined(p, i => p.Wanted[i] == 1)));
        Trees New() => new(
            Arguments.Whole(rest, "--trees", 240), Arguments.Whole(rest, "--leaves", 16), Arguments.Number(rest, "--rate", 0.1),
            Arguments.Number(rest, "--least", 0.2), Arguments.Number(rest, "--ridge", 1), 0.4, 0.7, drawn: !rest.Contains("--best-splits"));

        // Each page's scores come from trees that have not seen its site.
        var unseen = LeftOut(New, pages, folds, p => p.Features, BlockFeatures.Count);
        Show("sites left out", pages, unseen);
        if (Arguments.Value(rest, "--losses") is { } losses)
            File.WriteAllLines(losses, Losses(pages, unseen));
        if (write is null)
            return 0;
        var all = Learn(New(), pages, p => p.Features, BlockFeatures.Count);
        Console.WriteLine("learned from all: " + Report(pages, p => Answer(p, Scores(all, p.Features, BlockFeatures.Count))));
        foreach (var page in every.Where(p => p.Set == "other"))
            unseen[page] = Scores(all, page.Features, BlockFeatures.Count);
        KindTraining.Run(every.Where(p => p.Set != "segments").ToList(), unseen, folds, Path.Combine(Path.GetDirectoryName(write)!, "page-judgement.txt"));
        Console.WriteLine("  by: " + string.Join(' ', all.Gains.Select((g, f) => (g, f)).OrderByDescending(g => g.g).Take(120).Select(g => $"{g.f}:{g.g:0.0}")));
        File.WriteAllText(write, all.Write($"# Learned by `GlobeEcho.Bench train` from {pages.Count} pages of {pages.Select(p => p.Group).Distinct().Count()} sites; see docs/extraction.md.\n"));
        return 0;
    }

    /// <summary>The blocks that cost most, and where the wrongly taken ones stand: before, inside or after the text.</summary>
    private static IEnumerable<string> Losses(List<TrainingPage> pages, Dictionary<TrainingPage, float[]> scores)
    {
        foreach (var set in pages.Where(p => p.Truth.Text is not null).GroupBy(p => p.Set))
        {
            double before = 0, inside = 0, after = 0, missed = 0, output = 0;
            var worst = new List<(float Cost, string Line)>();
            foreach (var page in set)
            {
                var first = Array.IndexOf(page.Wanted, 1f);
                var last = Array.LastIndexOf(page.Wanted, 1f);
                var all = Math.Max(1f, page.Blocks.Where((_, i) => scores[page][i] > 0).Sum(b => b.Length));
                for (var i = 0; i < page.Blocks.Length; i++)
                {
                    var taken = scores[page][i] > 0;
                    if (page.Wanted[i] < 0 || taken == (page.Wanted[i] == 1))
                        continue;
                    var cost = page.Blocks[i].Length / all;
                    if (!taken)
                        missed += cost;
                    else if (i < first)
                        before += cost;
                    else if (i > last)
                        after += cost;
                    else
                        inside += cost;
                    var where = !taken ? "missed" : i < first ? "before" : i > last ? "after" : "inside";
                    worst.Add((cost, $"{cost:0.000} {where} {scores[page][i]:0.0} {page.Id} <{page.Page.List.Blocks[i].Tag}> {page.Blocks[i][..Math.Min(140, page.Blocks[i].Length)]}"));
                }

                output++;
            }

            yield return $"{set.Key}: of the output before {before / output:0.0000}, inside {inside / output:0.0000}, after {after / output:0.0000}; missed {missed / output:0.0000}";
            foreach (var (_, line) in worst.OrderByDescending(w => w.Cost).Take(400))
                yield return line;
        }
    }

    private static void Show(string name, List<TrainingPage> pages, Dictionary<TrainingPage, float[]> scores)
    {
        foreach (var threshold in (float[])[-0.6f, -0.3f, 0, 0.3f])
            Console.WriteLine($"{name}, threshold {threshold}: " + Report(pages, p => Answer(p, Array.ConvertAll(scores[p], s => s - threshold))));
    }

    private static Dictionary<TrainingPage, float[]> LeftOut(Func<Trees> trees, List<TrainingPage> pages, int folds, Func<TrainingPage, float[]> features, int width)
    {
        var scores = new Dictionary<TrainingPage, float[]>();
        for (var fold = 0; fold < folds; fold++)
        {
            var learned = Learn(trees(), pages.Where(p => FoldOf(p.Group, folds) != fold).ToList(), features, width);
            foreach (var page in pages.Where(p => FoldOf(p.Group, folds) == fold))
                scores[page] = Scores(learned, features(page), width);
        }

        return scores;
    }

    public static int FoldOf(string group, int folds)
    {
        var hash = 17;
        foreach (var c in group)
            hash = (hash * 31) + c;
        return (int)((uint)hash % (uint)folds);
    }

    private static float[] Scores(Trees trees, float[] features, int width) =>
        Enumerable.Range(0, features.Length / width).Select(i => trees.Score(features.AsSpan(i * width, width))).ToArray();

    private static Trees Learn(Trees trees, List<TrainingPage> pages, Func<TrainingPage, float[]> features, int width)
    {
        var x = new List<float>();
        var y = new List<float>();
        var w = new List<float>();
        var random = new Random(7);
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Blocks.Length; i++)
            {
                // Of the many blocks that hardly count a sample is enough, each for more.
                var share = Math.Min(1, page.Weights[i] / 0.01f);
                if (page.Wanted[i] < 0 || random.NextDouble() > share)
                    continue;
                x.AddRange(features(page).AsSpan(i * width, width));
                y.Add(page.Wanted[i]);
                w.Add(page.Weights[i] / share);
            }
        }

        trees.Learn([.. x], width, [.. y], [.. w]);
        return trees;
    }

    /// <summary>The scores of ../shared/score/extraction.py for what is answered: word F1 for texts, pooled F1 for pieces.</summary>
    private static string Report(IReadOnlyList<TrainingPage> pages, Func<TrainingPage, string> answer)
    {
        var parts = new List<string>();
        foreach (var set in pages.GroupBy(p => p.Set))
        {
            if (set.Key == "segments")
            {
                var pieces = set.AsParallel().Select(p => p.Truth.Pieces(answer(p))).ToList();
                var (hit, wrong, missed) = (pieces.Sum(s => s.Hit), pieces.Sum(s => s.False), pieces.Sum(s => s.Missed));
                parts.Add($"segments p {(double)hit / (hit + wrong):0.0000} r {(double)hit / (hit + missed):0.0000} f {2.0 * hit / ((2 * hit) + wrong + missed):0.0000}");
                continue;
            }

            var all = set.AsParallel().Select(p => p.Truth.Words(answer(p))).ToList();
            parts.Add($"{set.Key} p {all.Average(s => s.P):0.0000} r {all.Average(s => s.R):0.0000} f {all.Average(s => s.F):0.0000}");
        }

        return string.Join(" | ", parts);
    }

    private static string Joined(TrainingPage page, Func<int, bool> take) => string.Join("\n\n", page.Blocks.Where((_, i) => take(i)));

    /// <summary>What the extractor answers when its blocks have these scores.</summary>
    private static string Answer(TrainingPage page, float[] scores) => BodyChoice.Of(page.Page, scores).Text;
}
