using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Bench.Training;

/// <summary>Learns page-judgement.txt: whether a page is one article.</summary>
internal static class KindTraining
{
    /// <param name="scores">The blocks' scores, for articles by trees that have not seen their site.</param>
    public static void Run(List<TrainingPage> pages, Dictionary<TrainingPage, float[]> scores, int folds, string write)
    {
        var rows = pages.ToDictionary(p => p, p => PageTraits.Of(p.Page, scores[p]));
        var rightOfKind = new Dictionary<(string, bool), int>();
        for (var fold = 0; fold < folds; fold++)
        {
            var trees = Learn(pages.Where(p => BlockTraining.FoldOf(p.Group, folds) != fold).ToList(), rows);
            foreach (var page in pages.Where(p => BlockTraining.FoldOf(p.Group, folds) == fold))
            {
                var isRight = trees.Score(rows[page]) > 0 == (page.Set != "other");
                var kind = page.Set == "wire" ? "wire" : page.Kind;
                rightOfKind[(kind, isRight)] = rightOfKind.GetValueOrDefault((kind, isRight)) + 1;
            }
        }

        Console.WriteLine($"is it an article, sites left out: {Share(rightOfKind):0.0000} without the wire; " + string.Join(", ", rightOfKind.OrderBy(p => p.Key).Select(p => $"{p.Key.Item1} {(p.Key.Item2 ? "right" : "wrong")} {p.Value}")));
        var all = Learn(pages, rows);
        Console.WriteLine("  by: " + string.Join(' ', all.Gains.Select((g, f) => (g, f)).OrderByDescending(g => g.g).Take(25).Select(g => $"{g.f}:{g.g:0.0}")));
        File.WriteAllText(write, all.Write($"# Learned by `GlobeEcho.Bench train` from {pages.Count} pages; see docs/extraction.md.\n"));
    }

    private static double Share(Dictionary<(string Kind, bool IsRight), int> counts) =>
        (double)counts.Where(c => c.Key.Kind != "wire" && c.Key.IsRight).Sum(c => c.Value) / counts.Where(c => c.Key.Kind != "wire").Sum(c => c.Value);

    private static Trees Learn(List<TrainingPage> pages, Dictionary<TrainingPage, float[]> rows)
    {
        var trees = new Trees(200, 4, 0.08, 2, 3, 0.5, 0.8, drawn: true);
        trees.Learn([.. pages.SelectMany(p => rows[p])], PageTraits.Count, [.. pages.Select(p => p.Set == "other" ? 0f : 1f)], [.. pages.Select(p => p.Set == "wire" ? 0.5f : 1f)]);
        return trees;
    }
}
