using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>How many independent voices tell a claim.</summary>
public static class Corroboration
{
    /// <summary>The different voices among a claim's citations.</summary>
    /// <param name="voiceOf">Whose voice an article is: its publisher, or the first to tell it where several print one text.</param>
    public static int Voices(Claim claim, Func<ArticleId, string> voiceOf) =>
        claim.Citations.Select(c => voiceOf(c.Article)).Distinct(StringComparer.Ordinal).Count();
}
