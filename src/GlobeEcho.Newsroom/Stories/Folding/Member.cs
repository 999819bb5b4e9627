namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What memory keeps of an article.</summary>
/// <param name="Published">Milliseconds since 1970.</param>
/// <param name="Day">Days since 1970: when it was published, or else the first whole date near its start; null when neither is there.</param>
/// <param name="Terms">In order of their ids.</param>
/// <param name="Sketch">The smallest hashes of its runs of words.</param>
/// <param name="CapitalsTell">Whether a capital shows a name in its language.</param>
internal sealed record Member(long Key, string? Language, long? Published, int? Day, Member.Term[] Terms, ulong[] Sketch, bool CapitalsTell)
{
    /// <param name="Weight">Share of the article's length in term space, in 1/10,000: whole numbers, so that sums do not depend on their order.</param>
    /// <param name="InLead">Stands in the headline or the first words.</param>
    internal readonly record struct Term(int Id, int Weight, bool IsName, bool InHeadline, bool InLead);
}
