namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What is decided upon the evidence; from 0 on the answer is yes.</summary>
internal abstract class FoldModel
{
    /// <summary>Whether an article is of a story.</summary>
    public abstract double Join(Member article, FoldedStory story, double[] evidence);

    /// <summary>Whether two stories are one.</summary>
    public abstract double Merge(FoldedStory one, FoldedStory other, double[] evidence);

    /// <summary>Whether the two parts of a story are two stories.</summary>
    public abstract double Part(FoldedStory one, FoldedStory other, double[] evidence);
}
