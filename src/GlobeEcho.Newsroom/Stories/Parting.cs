namespace GlobeEcho.Newsroom.Stories;

/// <summary>A story proved to be two: some of its articles are now in a story of their own.</summary>
/// <param name="From">The story they were in; the rest is still there.</param>
/// <param name="NewStory">The number given for a new story when the article was folded.</param>
/// <param name="Articles">The keys of the articles that left, with the folded one if it is among them.</param>
/// <param name="Reason">Plain words for the reader: "parted from the story: Thompson, Bern against Rahman, Mannheim".</param>
public sealed record Parting(long From, long NewStory, IReadOnlyList<long> Articles, string Reason);
