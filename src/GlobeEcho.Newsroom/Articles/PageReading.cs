using System.Collections.Specialized;
using System.Web;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Decides what an answer to an entry's page is worth: an article, another try, or a refusal with its reason.</summary>
internal static class PageReading
{
    // A page that shows so much less than its feed tells hides its text behind something.
    private const double FeedTextLead = 1.5;

    // Clocks of publishers are a little wrong, and some date a page by the hour it is planned for.
    private static readonly TimeSpan Future = TimeSpan.FromHours(1);

    public static FetchRequest RequestOf(Uri address) => new(address, Accept: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5", AsRobot: true);

    public static PageOutcome Of(FeedEntry entry, FetchResult answer, int tries, DateTimeOffset now) => answer switch
    {
        FetchResult.Fresh fresh => Read(entry, fresh, now),
        FetchResult.Gone => Refuse(entry, "The page is gone.", now),
        FetchResult.Refused refused => Refuse(entry, refused.Reason, now),
        FetchResult.Failed failed when entry.Attempts + 1 >= tries => Refuse(entry, $"{failed.Reason} Given up after {entry.Attempts + 1} tries.", now),
        FetchResult.Failed failed => new PageOutcome(entry, EntryState.Waiting, failed.Reason, now + Wait(entry.Attempts, failed.RetryAfter), null, null),
        // No validators are sent for a page that was never read.
        FetchResult.NotModified => Refuse(entry, "The server says the page has not changed, but it was never sent.", now),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    /// <summary>The address an article is known by: no fragment, no marks of how a reader came.</summary>
    public static Uri AddressOf(Uri address)
    {
        var bare = new UriBuilder(address) { Fragment = "" };
        if (bare.Query.Length > 1)
        {
            var query = HttpUtility.ParseQueryString(bare.Query);
            foreach (var key in query.AllKeys.Where(IsTracking).ToList())
                query.Remove(key);
            bare.Query = Written(query);
        }

        return bare.Uri;
    }

    private static string Written(NameValueCollection query) => query.ToString() ?? "";

    private static bool IsTracking(string? key) => key is not null
        && (key.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || key.StartsWith("at_", StringComparison.OrdinalIgnoreCase)
            || key is "fbclid" or "gclid" or "dclid" or "msclkid" or "mc_cid" or "mc_eid" or "igshid" or "cmpid" or "ocid" or "xtor");

    private static PageOutcome Read(FeedEntry entry, FetchResult.Fresh fresh, DateTimeOffset now)
    {
        var address = AddressOf(fresh.Address);
        var extraction = ArticleExtractor.Extract(fresh.Body, fresh.ContentType, fresh.Address);
        var found = extraction switch
        {
            ExtractionResult.Extracted extracted => extracted.Article,
            ExtractionResult.NotAnArticle { Found: { } some } => some,
            _ => null,
        };
        var told = entry.ContentHtml is { } content ? ArticleExtractor.BodyOf(content) : ArticleBody.Empty;
        var useFeed = told.Text.Length > 250 && told.Text.Length > FeedTextLead * (found?.Text.Length ?? 0);
        if (extraction is ExtractionResult.NotAnArticle refused && !useFeed)
            return Refuse(entry, refused.Reason, now);

        var published = Moment(new[] { found?.Published, entry.Published }.Where(p => p <= now + Future).OfType<DateTimeOffset>().ToList());
        var article = new Article(
            new ArticleId(0),
            entry.Feed.Publisher.Id,
            entry.Feed.Publisher.Name,
            address,
            found?.Headline is { Length: > 0 } headline ? headline : entry.Title,
            found?.Byline is { Count: > 0 } byline ? byline : entry.Author is { } author ? [author] : [],
            published,
            now,
            found?.Language ?? Primary(entry.Feed.Publisher.Language),
            found?.LeadImage,
            found?.Section ?? entry.Feed.Section,
            useFeed ? told.Text : found!.Text)
        {
            Blocks = useFeed ? told.Blocks : found!.Body.Blocks,
            Details = found is null ? PageDetails.None : PageDetails.Of(found) with { IsPartial = found.IsPartial && !useFeed },
        };
        return new PageOutcome(entry, EntryState.Read, useFeed ? "The text is the feed's own: the page shows less of it." : null, now, article, fresh);
    }

    /// <summary>The page's word before the feed's; but where the page names only a day, the feed's hour of about that day.</summary>
    private static DateTimeOffset? Moment(IReadOnlyList<DateTimeOffset> said) => said switch
    {
        [] => null,
        [{ TimeOfDay.Ticks: 0 } day, var hour] when (hour - day).Duration() < TimeSpan.FromHours(36) => hour.ToUniversalTime(),
        [var first, ..] => first.ToUniversalTime(),
    };

    private static PageOutcome Refuse(FeedEntry entry, string reason, DateTimeOffset now) => new(entry, EntryState.Refused, reason, now, null, null);

    private static TimeSpan Wait(int attempts, TimeSpan? asked)
    {
        var own = TimeSpan.FromMinutes(5 * Math.Pow(4, attempts));
        return asked > own ? asked.Value : own;
    }

    private static string? Primary(string? language) => language?.Split('-', '_')[0].ToLowerInvariant();
}
