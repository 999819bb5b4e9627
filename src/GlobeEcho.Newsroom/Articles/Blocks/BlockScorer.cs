namespace GlobeEcho.Newsroom.Articles.Blocks;

/// <summary>
/// How likely each block of a page belongs to the article, by what it is and stands in. The trees stand in block-scorer.txt;
/// docs/extraction.md tells what they were learned on and how well they do on sites they have not seen.
/// </summary>
internal static class BlockScorer
{
    private static readonly Lazy<ScoreTrees> Trees = new(() => ScoreTrees.Load("block-scorer.txt"));

    /// <summary>Log odds, one for each block.</summary>
    public static float[] Score(BlockList list, BlockSums sums, PageHints hints) =>
        Trees.Value.Score(BlockFeatures.Of(list, sums, hints), BlockFeatures.Count);
}
