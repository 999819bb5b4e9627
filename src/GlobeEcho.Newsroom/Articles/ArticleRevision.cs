namespace GlobeEcho.Newsroom.Articles;

/// <summary>An article's page, read again because its feed had changed the entry. The article's own text stays as it was.</summary>
/// <param name="Article">The article as it was read first.</param>
/// <param name="Noticed">When the change was seen in the feed, UTC.</param>
/// <param name="HeadlineBefore">Null, as the headline after, when the feed's headline stayed.</param>
/// <param name="NextTry">Of a page that is still waiting, UTC.</param>
/// <param name="Text">What the page says now; null unless it changed.</param>
/// <param name="Revised">The article that holds that text; null unless it changed.</param>
public sealed record ArticleRevision(
    long Id,
    ArticleId Article,
    DateTimeOffset Noticed,
    string? HeadlineBefore,
    string? HeadlineAfter,
    RevisionOutcome Outcome,
    int Attempts,
    DateTimeOffset NextTry,
    DateTimeOffset Read,
    string? Text,
    ArticleId? Revised)
{
    /// <summary>Whether claims that rest on the article have to be looked at.</summary>
    public bool Matters => Outcome is RevisionOutcome.Changed or RevisionOutcome.Withdrawn or RevisionOutcome.Lost;
}
