using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Decides by a model, and writes down each decision with what would have been right.</summary>
internal sealed class FoldRecorder(FoldSet set, FoldModel model, double weight, Func<string, int, int, bool> use, FoldRecorder.Rows rows) : FoldModel
{
    public override double Join(Member article, FoldedStory story, double[] evidence)
    {
        var same = story.Members.Count(m => set.Story[m.Key] == set.Story[article.Key]) / (double)story.Members.Count;
        var other = story.Members.Find(m => same == 0 || set.Story[m.Key] == set.Story[article.Key])!;
        Add(rows.Joins, article, other, evidence, same);
        return model.Join(article, story, evidence);
    }

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence)
    {
        Add(rows.Merges, one.Members[0], other.Members[0], evidence, Same(one, other), Math.Pow(Math.Min(one.Articles, other.Articles), Power));
        return model.Merge(one, other, evidence);
    }

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence)
    {
        Add(rows.Parts, one.Members[0], other.Members[0], evidence, 1 - Same(one, other), Math.Pow(Math.Min(one.Articles, other.Articles), Power));
        return model.Part(one, other, evidence);
    }

    public static double Power { get; set; } = 0.5;

    private double Same(FoldedStory one, FoldedStory other) =>
        one.Members.Sum(a => other.Members.Count(b => set.Story[a.Key] == set.Story[b.Key])) / (double)(one.Members.Count * other.Members.Count);

    private void Add(List<(double[] X, double Y, double Weight)> list, Member a, Member b, double[] evidence, double y, double more = 1)
    {
        if (use(set.From, set.Topic[a.Key], set.Topic[b.Key]))
            list.Add((evidence, y, weight * more));
    }

    internal sealed class Rows
    {
        public List<(double[] X, double Y, double Weight)> Joins { get; } = [];

        public List<(double[] X, double Y, double Weight)> Merges { get; } = [];

        public List<(double[] X, double Y, double Weight)> Parts { get; } = [];
    }
}
