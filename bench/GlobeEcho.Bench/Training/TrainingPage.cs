namespace GlobeEcho.Bench.Training;

/// <summary>One page of the measuring data with what is to be learned from it.</summary>
/// <param name="Group">The page's site: pages of one site are never on both sides of a check.</param>
/// <param name="Features">The blocks' numbers, block after block.</param>
/// <param name="Wanted">For each block 1 or 0, or -1 where the truth does not say.</param>
/// <param name="Weights">What each block counts for; a page's blocks about 1 together.</param>
/// <param name="Second">The blocks' numbers of the second look, from the scores of the first.</param>
internal sealed record TrainingPage(string Set, string Id, string Group, string? Truth, string[] Blocks, float[] Features, float[] Wanted, float[] Weights, Func<float[], float[]> Second);
