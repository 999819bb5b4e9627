namespace GlobeEcho.Newsroom.Stories.Folding;

/// <param name="Weight">Share of the article's length in term space, in 1/10,000: whole numbers, so that sums do not depend on their order.</param>
/// <param name="InLead">Stands in the headline or the first words.</param>
/// <param name="Written">The word as the article writes it.</param>
internal readonly record struct TellingTerm(int Id, int Weight, bool IsName, bool InHeadline, bool InLead, string Written);
