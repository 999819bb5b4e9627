using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Bench.Training;

/// <summary>One page of the measuring data with what is to be learned from it.</summary>
/// <param name="Set">"other" for pages that are no article, from which no blocks are learned.</param>
/// <param name="Kind">The kind of page by the measuring data: article, listing, forum, collection.</param>
/// <param name="Group">The page's site: pages of one site are never on both sides of a check.</param>
/// <param name="Features">The blocks' numbers, block after block.</param>
/// <param name="Wanted">For each block 1 or 0, or -1 where the truth does not say.</param>
/// <param name="Weights">What each block counts for; a page's blocks about 1 together.</param>
internal sealed record TrainingPage(string Set, string Kind, string Id, string Group, PageTruth Truth, StudiedPage Page, string[] Blocks, float[] Features, float[] Wanted, float[] Weights);
