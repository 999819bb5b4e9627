namespace GlobeEcho.Newsroom.Stories;

/// <summary>The language a story is printed in.</summary>
public static class StoryLanguage
{
    /// <param name="paper">ISO 639-1: the paper's language, which goes first when any telling has it; otherwise it is the one most publishers told it in.</param>
    public static string? Of(IReadOnlyCollection<(string? Language, string Publisher)> tellings, string paper) =>
        tellings.Any(t => t.Language == paper)
            ? paper
            : tellings.GroupBy(t => t.Language)
                .OrderByDescending(g => g.Select(t => t.Publisher).Distinct().Count())
                .ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .First().Key;
}
