namespace GlobeEcho.Newsroom.Stories;

/// <summary>What one pass of folding did.</summary>
/// <param name="Folded">Articles that found their place: those that opened a story and those that joined one.</param>
/// <param name="Merged">Stories that were found to be the same as another and became a redirect to it.</param>
/// <param name="Parted">Stories that were found to be two.</param>
public sealed record FoldReport(int Folded, int Opened, int Joined, int Merged, int Parted = 0);
