using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Decides as the truth would.</summary>
internal sealed class GoldModel(FoldSet set) : FoldModel
{
    public override double Join(Member article, FoldedStory story, double[] evidence) => Same(article, story) ? 1 : -100;

    public override double Merge(FoldedStory one, FoldedStory other, double[] evidence) => Same(one.Members[0], other) ? 1 : -100;

    public override double Part(FoldedStory one, FoldedStory other, double[] evidence) => -100;

    private bool Same(Member article, FoldedStory story) => set.Story[article.Key] == set.Story[story.Members[0].Key];
}
