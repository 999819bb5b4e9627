using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Asks for an entry's page and makes the article of it; saves nothing. Thread-safe.</summary>
public sealed class EntryReader(Fetcher fetcher, TimeProvider clock)
{
    public const int MostAttempts = 5;

    private const string Accept = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    // A clock set wrong or a zone misread is forgiven; a date beyond is invented.
    private static readonly TimeSpan Future = TimeSpan.FromHours(1);

    // Extraction is all computing: more at once than cores would only keep the fetches waiting.
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    public async Task<Reading> ReadAsync(FeedEntry entry, CancellationToken cancel)
    {
        switch (await fetcher.FetchAsync(new FetchRequest(entry.Link, Accept: Accept), cancel))
        {
            case FetchResult.Fresh fresh:
                await _cores.WaitAsync(cancel);
                try
                {
                    return Of(entry, fresh, clock.GetUtcNow());
                }
                finally
                {
                    _cores.Release();
                }

            case FetchResult.Gone:
                return new Reading.Refused(entry, "The server says the page is gone.");
            case FetchResult.Refused refused:
                return FromFeed(entry, clock.GetUtcNow()) is { } own ? new Reading.Read(entry, own, null, null) : new Reading.Refused(entry, refused.Reason);
            case FetchResult.Failed failed:
                return AfterFailure(entry, failed.Reason, failed.RetryAfter, clock.GetUtcNow());
            case FetchResult.NotModified:
                return AfterFailure(entry, "The server sent no page.", null, clock.GetUtcNow());
            case var other:
                throw new InvalidOperationException($"No such result: {other}");
        }
    }

    /// <summary>The decision over a page that arrived.</summary>
    internal static Reading Of(FeedEntry entry, FetchResult.Fresh page, DateTimeOffset now)
    {
        var (found, reason) = ArticleExtractor.Extract(page.Body, page.ContentType, page.Address) switch
        {
            ExtractionResult.Extracted(var article) => (article, null),
            ExtractionResult.NotAnArticle(var why, var some) => (some, why),
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
        var text = found?.Text ?? "";
        if (reason is not null)
        {
            // Pages that only tease, or that scripts fill, often come from feeds that carry the whole.
            var own = entry.ContentHtml is { } content ? ArticleExtractor.TextOf(content) : "";
            if (own.Length <= text.Length || own.Length < ArticleExtractor.ShortestText)
                return new Reading.Refused(entry, reason);
            text = own;
        }

        return new Reading.Read(entry, Article(entry, found, text, page.Address, now), page.Body, page.ContentType);
    }

    private static Article? FromFeed(FeedEntry entry, DateTimeOffset now)
    {
        var text = entry.ContentHtml is { } content ? ArticleExtractor.TextOf(content) : "";
        return text.Length < ArticleExtractor.ShortestText ? null : Article(entry, null, text, entry.Link, now);
    }

    private static Article Article(FeedEntry entry, ExtractedArticle? found, string text, Uri fetched, DateTimeOffset now)
    {
        var publisher = entry.Feed.Publisher;
        var language = ReferenceEquals(text, found?.Text) ? found!.Language : LanguageGuess.Of(text) ?? found?.Language;
        var published = Believed(found?.Published, now) ?? Believed(entry.Published, now);
        return new Article(
            default,
            publisher.Id,
            publisher.Name,
            ArticleAddress.Of(fetched, found?.Canonical),
            found is { Headline.Length: > 0 } ? found.Headline : entry.Title,
            found is { Byline.Count: > 0 } ? found.Byline : BylineParser.Parse(entry.Author, publisher.Name),
            published?.ToUniversalTime(),
            now,
            language ?? publisher.Language,
            found?.LeadImage,
            found?.Section ?? entry.Feed.Section,
            text);
    }

    private static DateTimeOffset? Believed(DateTimeOffset? date, DateTimeOffset now) => date <= now + Future ? date : null;

    private static Reading AfterFailure(FeedEntry entry, string reason, TimeSpan? asked, DateTimeOffset now)
    {
        if (entry.Attempts + 1 >= MostAttempts)
            return new Reading.Refused(entry, reason);
        var wait = FirstWait * Math.Pow(4, entry.Attempts);
        if (asked > wait)
            wait = asked.Value < LongestWait ? asked.Value : LongestWait;
        return new Reading.Later(entry, reason, now + wait);
    }
}
