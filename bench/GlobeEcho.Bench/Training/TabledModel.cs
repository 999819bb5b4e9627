using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Learned so far; where nothing is, articles join by nothing, stories stay apart and whole.</summary>
internal sealed class TabledModel(Logistic? join, Logistic? merge, Logistic? part) : FoldModel
{
    public Logistic? JoinTable => join;

    public Logistic? MergeTable => merge;

    public Logistic? PartTable => part;

    public override double Join(Member article, FoldedStory story, double[] evidence) => join?.Score(evidence) ?? -100;

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence) => merge?.Score(evidence) ?? -100;

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence) => part?.Score(evidence) ?? -100;
}
