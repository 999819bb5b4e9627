using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Learned so far; where nothing is, articles join by nothing, stories stay apart and whole.</summary>
internal sealed class TabledModel(TabledModel.Pair? join, TabledModel.Pair? merge, TabledModel.Pair? part) : FoldModel
{
    public Pair? JoinTable => join;

    public Pair? MergeTable => merge;

    public Pair? PartTable => part;

    public override double Join(Member article, FoldedStory story, double[] evidence) => join?.Of(evidence).Score(evidence) ?? -100;

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence) => merge?.Of(evidence).Score(evidence) ?? -100;

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence) => part?.Of(evidence).Score(evidence) ?? -100;

    /// <summary>A table for articles and one for headlines.</summary>
    internal sealed record Pair(Logistic Long, Logistic Brief)
    {
        public static Pair Learn(IReadOnlyList<(double[] X, double Y, double Weight)> rows, double ridge, int[] signs) => new(
            new Logistic([.. rows.Where(r => !Evidence.IsBrief(r.X))], ridge, signs), new Logistic([.. rows.Where(r => Evidence.IsBrief(r.X))], ridge, signs));

        public Logistic Of(double[] evidence) => Evidence.IsBrief(evidence) ? Brief : Long;
    }
}
