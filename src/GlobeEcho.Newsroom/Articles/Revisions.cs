using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads the pages of corrected entries again. A new text becomes an article of its own beside the old one, which claims cite.</summary>
internal sealed class Revisions(NewsArchive archive, ArticleStore store, FeedDesk feeds, Fetcher fetcher, TimeProvider clock)
{
    // Feeds are corrected within days.
    private static readonly TimeSpan Followed = TimeSpan.FromDays(3);
    private const int MostCorrections = 2000;
    private const int Batch = 60;
    private const int AtOnce = 8;

    /// <summary>Returns how many pages were read again.</summary>
    public async Task<int> ReadAsync(CancellationToken cancel)
    {
        var due = await DueAsync(cancel);
        var read = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (one, stop) =>
        {
            var (article, correction, last) = one;
            var answer = await fetcher.FetchAsync(PageReading.RequestOf(article.Address), stop);
            await SaveAsync(article, correction, last, answer, stop);
            Interlocked.Increment(ref read);
        });
        return read;
    }

    private async Task<IReadOnlyList<(Article Article, Correction Correction, IReadOnlyList<ArticleRevision> Known)>> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var noticed = await feeds.CorrectionsAsync(now - Followed, MostCorrections, cancel);
        if (noticed.Count == 0)
            return [];
        await using var session = await archive.ReadAsync(cancel);
        // The newest of each page; the list begins with the newest.
        var byAddress = noticed.DistinctBy(c => (c.Publisher, PageReading.AddressOf(c.Link))).ToDictionary(c => (c.Publisher, PageReading.AddressOf(c.Link)));
        var known = await store.FindAsync(session, byAddress.Keys.Select(k => k.Item2).Distinct().ToList(), cancel);
        var revisions = (await store.RevisionsAsync(session, known.Select(k => k.Id).ToList(), cancel)).ToLookup(r => r.Article);
        var due = known.Where(k => byAddress.TryGetValue((k.Publisher, k.Address), out var c) && c.Noticed > k.Arrived && IsDue(revisions[k.Id], c, now))
            .OrderByDescending(k => byAddress[(k.Publisher, k.Address)].Noticed).Take(Batch).ToList();
        var articles = await store.FindAsync(session, due.ConvertAll(d => d.Id), cancel);
        return articles.Select(a => (a, byAddress[(a.Publisher, a.Address)], (IReadOnlyList<ArticleRevision>)revisions[a.Id].ToList())).ToList();
    }

    private static bool IsDue(IEnumerable<ArticleRevision> known, Correction correction, DateTimeOffset now) =>
        known.FirstOrDefault(r => r.Noticed == correction.Noticed) is not { } read || (read.Outcome == RevisionOutcome.Waiting && read.NextTry <= now);

    private async Task SaveAsync(Article article, Correction correction, IReadOnlyList<ArticleRevision> known, FetchResult answer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var said = known.Where(r => r.Text is not null).OrderBy(r => r.Noticed).LastOrDefault()?.Text ?? article.Text;
        var attempts = known.FirstOrDefault(r => r.Noticed == correction.Noticed)?.Attempts ?? 0;
        var (outcome, nextTry, page) = PageRevision.Of(said, correction, answer, attempts, now);
        await using var session = await archive.WriteAsync(cancel);
        ArticleId? revised = null;
        if (page is not null)
        {
            // The same page at a later moment: its address leads there, and its fragment says which.
            var address = new UriBuilder(article.Address) { Fragment = $"changed-{correction.Noticed:yyyyMMdd'T'HHmmss}" }.Uri;
            await store.AddAsync(
                session,
                article with
                {
                    Address = address,
                    Headline = page.Headline is { Length: > 0 } headline ? headline : correction.HeadlineAfter ?? article.Headline,
                    Published = correction.Noticed,
                    Arrived = now,
                    Text = page.Text,
                },
                cancel);
            revised = (await store.FindAsync(session, [address], cancel)).Single().Id;
        }

        await store.SaveAsync(
            session,
            new ArticleRevision(0, article.Id, correction.Noticed, correction.HeadlineBefore, correction.HeadlineAfter, outcome, attempts + 1, nextTry, now, page?.Text, revised),
            cancel);
        await session.CommitAsync(cancel);
    }
}
