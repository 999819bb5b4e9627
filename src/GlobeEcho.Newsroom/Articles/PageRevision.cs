using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Decides what the answer to a corrected article's page means for what was read from it.</summary>
internal static partial class PageRevision
{
    private const int Tries = 4;

    // A page with so much less text than was read hides it, or the text was the feed's own: it proves nothing.
    private const double TooShort = 0.5;

    /// <param name="said">The text as it was read last.</param>
    /// <param name="attempts">Tries before this one.</param>
    public static (RevisionOutcome Outcome, DateTimeOffset NextTry, ExtractedArticle? Page) Of(
        string said, Correction correction, FetchResult answer, int attempts, DateTimeOffset now)
    {
        if (correction.HeadlineAfter is { } headline && IsWithdrawn(headline))
            return (RevisionOutcome.Withdrawn, now, null);
        // A changed headline is no claim of the text's; a text that is known to have changed is.
        var unread = correction.TextChanged ? RevisionOutcome.Lost : RevisionOutcome.Same;
        return answer switch
        {
            FetchResult.Fresh fresh => Read(said, fresh, unread, now),
            FetchResult.Gone => (RevisionOutcome.Withdrawn, now, null),
            FetchResult.Failed failed when attempts + 1 < Tries => (RevisionOutcome.Waiting, now + Wait(attempts, failed.RetryAfter), null),
            FetchResult.Failed { Fault: FetchFault.NotFound } => (RevisionOutcome.Withdrawn, now, null),
            _ => (unread, now, null),
        };
    }

    /// <summary>Whether a headline says that the report is taken back.</summary>
    public static bool IsWithdrawn(string headline) => Withdrawn().IsMatch(headline);

    private static (RevisionOutcome, DateTimeOffset, ExtractedArticle?) Read(string said, FetchResult.Fresh fresh, RevisionOutcome unread, DateTimeOffset now)
    {
        if (ArticleExtractor.Extract(fresh.Body, fresh.ContentType, fresh.Address) is not ExtractionResult.Extracted { Article: var page })
            return (unread, now, null);
        if (IsWithdrawn(page.Headline))
            return (RevisionOutcome.Withdrawn, now, null);
        if (TextRevision.IsSame(said, page.Text))
            return (RevisionOutcome.Same, now, null);
        return page.IsPartial || page.Text.Length < TooShort * said.Length ? (unread, now, null) : (RevisionOutcome.Changed, now, page);
    }

    private static TimeSpan Wait(int attempts, TimeSpan? asked)
    {
        var own = TimeSpan.FromMinutes(5 * Math.Pow(4, attempts));
        return asked > own ? asked.Value : own;
    }

    // At the headline's beginning, as desks write it; "rebels have withdrawn" is news.
    [GeneratedRegex(
        @"^\W*(?:(?:this )?(?:story|article|report) (?:has been )?(?:withdrawn|retracted|removed)\b|(?:mandatory kill|kill notice|withdrawn|retracted|retraction|withdrawal of (?:article|story))\s*(?:[:\]\)–—-]|$)"
        + @"|(?:article retiré|retrait d'article|zurückgezogen|meldung zurückgezogen|retirado|artículo retirado)\s*(?:[:\]\)–—-]|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawn();
}
