namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What an article says, as folding sees it.</summary>
/// <param name="Terms">In order of their ids.</param>
/// <param name="Sketch">The smallest hashes of its runs of words.</param>
/// <param name="Day">The day it tells of, in days since 1970: when it was published, or else the first whole date near its start; null when neither is there.</param>
/// <param name="CapitalsTell">Whether a capital shows a name in its language.</param>
internal sealed record Reading(long Key, string? Language, long? Published, TellingTerm[] Terms, ulong[] Sketch, int? Day, bool CapitalsTell);
