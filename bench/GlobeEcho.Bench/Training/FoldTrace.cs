using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Prints each wrong decision of a model as it is made.</summary>
internal sealed class FoldTrace(FoldSet set, TabledModel model, Func<int, bool> mine) : FoldModel
{
    public override double Join(Member article, FoldedStory story, double[] evidence)
    {
        var score = model.Join(article, story, evidence);
        if (score >= 0 && mine(set.Topic[article.Key]) && !story.Members.Exists(m => set.Story[m.Key] == set.Story[article.Key]))
            Console.WriteLine($"JOIN {article.Key + 1} ({Short(set.Story[article.Key])}) to {Say(story)} {Why(score, evidence, model.JoinTable!.Of(evidence))}");
        return score;
    }

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence)
    {
        var score = model.Merge(one, other, evidence);
        var right = one.Members.Exists(m => other.Members.Exists(o => set.Story[m.Key] == set.Story[o.Key]));
        if (score >= 0 != right && mine(set.Topic[one.Members[0].Key]))
            Console.WriteLine($"{(score >= 0 ? "MERGE" : "APART")} {Say(one)} and {Say(other)} {Why(score, evidence, model.MergeTable!.Of(evidence))}");
        return score;
    }

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence)
    {
        var score = model.Part(one, other, evidence);
        var whole = one.Members.Concat(other.Members).Select(m => set.Story[m.Key]).Distinct().Count() == 1;
        if (score >= 0 == whole && mine(set.Topic[one.Members[0].Key]) && model.PartTable is { } table)
            Console.WriteLine($"{(score >= 0 ? "PART" : "WHOLE")} {Say(one)} and {Say(other)} {Why(score, evidence, table.Of(evidence))}");
        return score;
    }

    private string Say(FoldedStory story) => string.Join("+", story.Members.GroupBy(m => set.Story[m.Key]).Select(g => $"{Short(g.Key)}x{g.Count()}"));

    private static string Short(string story) => story.Split('-')[^1];

    private static string Why(double score, double[] x, Logistic table) => FormattableString.Invariant($"{score:0.00}: ") + string.Join(" ", x.Select((v, k) => (k, c: v * table.Weights[k]))
        .OrderByDescending(c => Math.Abs(c.c)).Take(12).Select(c => FormattableString.Invariant($"{Evidence.PartFeatures[c.k]}={x[c.k]:0.00}({c.c:+0.0;-0.0})")));
}
