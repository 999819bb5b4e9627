using System.Threading.Channels;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The door of the room Articles: from a feed's entry to a text that can be cited.</summary>
public sealed class ArticleDesk(
    NewsArchive archive, ArticleStore store, FeedDesk feeds, Fetcher fetcher, PageVault vault, TimeProvider clock, IOptions<ArticlesOptions> options)
{
    // Pages saved in one transaction, at most: a commit costs as much as a dozen rows.
    private const int Chunk = 50;

    // Feeds are corrected within days, and a page need not look through a year of corrections for its few articles.
    private const int MostCorrections = 1000;
    private static readonly TimeSpan Corrected = TimeSpan.FromDays(7);

    private readonly Revisions _revisions = new(archive, store, feeds, fetcher, clock);

    /// <summary>
    /// Reads the pages of waiting entries, one batch of them, then those of corrected entries once more. What was read is saved as it
    /// comes; stopped anywhere, the pages not saved yet are still waiting.
    /// </summary>
    public async Task<ReadReport> ReadAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var entries = await feeds.WaitingAsync(options.Value.Batch, cancel);
        var report = await Round.RunAsync(
            entries, e => e.Link, options.Value.Concurrency, 2 * Chunk, ReadPageAsync, outcomes => SaveAsync(outcomes, entries.Count, progress, cancel), cancel);
        await _revisions.ReadAsync(cancel);
        return report;
    }

    /// <summary>In the order asked for; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Article>> FindAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, ids, cancel);
    }

    /// <summary>
    /// The last correction of each article that its feed made after the paper had read it, within a week; most have none. An
    /// article whose link led to another address is not recognised.
    /// </summary>
    public async Task<IReadOnlyDictionary<ArticleId, Correction>> CorrectionsAsync(IReadOnlyCollection<Article> articles, CancellationToken cancel)
    {
        if (articles.Count == 0)
            return new Dictionary<ArticleId, Correction>();
        // A page that was read again is two articles of one address; the correction is of the first.
        var known = articles.OrderBy(a => a.Id.Value).DistinctBy(a => (a.Publisher, a.Address)).ToDictionary(a => (a.Publisher, a.Address));
        var noticed = await feeds.CorrectionsAsync(
            articles.Select(a => a.Publisher).Distinct().ToList(), articles.Min(a => a.Arrived), articles.Max(a => a.Arrived) + Corrected, MostCorrections, cancel);
        var last = new Dictionary<ArticleId, Correction>();
        foreach (var correction in noticed)
        {
            if (known.TryGetValue((correction.Publisher, PageReading.AddressOf(correction.Link)), out var article) && correction.Noticed > article.Arrived)
                last.TryAdd(article.Id, correction);
        }

        return last;
    }

    /// <summary>What reading the pages of some articles again has brought, in the order it was noticed; most have nothing.</summary>
    public async Task<IReadOnlyList<ArticleRevision>> RevisionsAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.RevisionsAsync(session, articles, cancel);
    }

    /// <summary>Revisions that matter to claims and whose digests have not followed yet.</summary>
    public async Task<IReadOnlyList<ArticleRevision>> UnappliedAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.UnappliedAsync(session, limit, cancel);
    }

    /// <summary>Records, in the caller's transaction, that the digests have followed.</summary>
    public Task MarkAppliedAsync(ArchiveSession session, IEnumerable<ArticleRevision> revisions, CancellationToken cancel) =>
        store.MarkAppliedAsync(session, revisions, cancel);

    /// <summary>Articles that hold all the words, best first; none of a muted publisher.</summary>
    public async Task<IReadOnlyList<ArticleId>> SearchAsync(IEnumerable<string> words, int limit, CancellationToken cancel)
    {
        var muted = await feeds.MutedAsync(cancel);
        await using var session = await archive.ReadAsync(cancel);
        return await store.SearchAsync(session, words, muted, limit, cancel);
    }

    /// <summary>Articles no story has taken yet, in the order they were published.</summary>
    public async Task<IReadOnlyList<Article>> UnfoldedAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.UnfoldedAsync(session, limit, cancel);
    }

    /// <summary>Records, in the caller's transaction, that stories have taken these articles.</summary>
    public Task MarkFoldedAsync(ArchiveSession session, IEnumerable<ArticleId> articles, CancellationToken cancel) =>
        store.MarkFoldedAsync(session, articles, cancel);

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.CountAsync(session, cancel);
    }

    private async Task<PageOutcome> ReadPageAsync(FeedEntry entry, CancellationToken cancel)
    {
        await using (var session = await archive.ReadAsync(cancel))
        {
            if (await store.KnowsAsync(session, PageReading.AddressOf(entry.Link), cancel))
                return new PageOutcome(entry, EntryState.Read, null, clock.GetUtcNow(), null, null);
        }

        var answer = await fetcher.FetchAsync(PageReading.RequestOf(entry.Link), cancel);
        return PageReading.Of(entry, answer, options.Value.Tries, clock.GetUtcNow());
    }

    private async Task<ReadReport> SaveAsync(ChannelReader<PageOutcome> outcomes, int total, IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var report = new ReadReport(0, 0, 0, 0, 0);
        progress?.Report((0, total));
        while (await outcomes.WaitToReadAsync(cancel))
        {
            await using var session = await archive.WriteAsync(cancel);
            for (var i = 0; i < Chunk && outcomes.TryRead(out var outcome); i++)
                report = Count(report, outcome.State, await SaveAsync(session, outcome, cancel));
            await session.CommitAsync(cancel);
            progress?.Report((report.Tried, total));
        }

        await using var last = await archive.WriteAsync(cancel);
        await vault.ForgetAsync(last, cancel);
        await last.CommitAsync(cancel);
        return report;
    }

    /// <summary>Returns whether it is a new article.</summary>
    private async Task<bool> SaveAsync(ArchiveSession session, PageOutcome outcome, CancellationToken cancel)
    {
        var added = outcome.Article is { } article && await store.AddAsync(session, article, cancel);
        if (added)
            await vault.KeepAsync(session, outcome.Article!.Address, outcome.Page!.Body, outcome.Page.ContentType, cancel);
        await feeds.SettleAsync(session, outcome.Entry.Id, outcome.State, outcome.Reason, outcome.NextTry, cancel);
        return added;
    }

    private static ReadReport Count(ReadReport report, EntryState state, bool added) => state switch
    {
        EntryState.Read when added => report with { Tried = report.Tried + 1, Read = report.Read + 1 },
        EntryState.Read => report with { Tried = report.Tried + 1, Known = report.Known + 1 },
        EntryState.Refused => report with { Tried = report.Tried + 1, Refused = report.Refused + 1 },
        _ => report with { Tried = report.Tried + 1, Later = report.Later + 1 },
    };
}
