namespace GlobeEcho.Newsroom.Stories.Folding;

internal sealed class LearnedModel : FoldModel
{
    public override double Join(Member article, FoldedStory story, double[] evidence) => evidence[0] - 0.22;

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence) => evidence[0] - 0.5;

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence) => -1;
}
