namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>
/// How likely each block of a page belongs to the article, in two looks: at the block and what it stands in, and again with what the
/// first look thought of its neighbours. The trees stand in block-scorer.txt; docs/extraction.md tells what they were learned on and how well.
/// </summary>
internal static class BlockScorer
{
    private static readonly Lazy<ScoreTrees[]> Looks = new(() => ScoreTrees.Load("block-scorer.txt", 2));

    /// <summary>Log odds, one for each block.</summary>
    public static float[] Score(BlockList list, BlockSums sums, PageHints hints)
    {
        var features = BlockFeatures.Of(list, sums, hints);
        var first = Looks.Value[0].Score(features, BlockFeatures.Count);
        return Looks.Value[1].Score(BlockContext.Of(list, sums, features, first), BlockContext.Count);
    }
}
