using System.Threading.Channels;
using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Feeds;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The door of the room Articles: from a feed's entry to a text that can be cited.</summary>
public sealed class ArticleDesk(
    NewsArchive archive,
    ArticleStore store,
    FeedDesk feeds,
    EntryReader reader,
    RawPages pages,
    IOptions<ArticlesOptions> options,
    ILogger<ArticleDesk> log)
{
    // More in one transaction would only make others wait for the one place to write.
    private const int MostInOneTransaction = 50;

    /// <summary>
    /// Reads the pages of waiting entries, at most <see cref="ArticlesOptions.Batch"/>. Each entry's article, raw page and state are saved
    /// in one transaction, several finished entries together: what was not saved when the program dies is waiting still.
    /// </summary>
    public async Task<ReadReport> ReadAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var entries = await feeds.WaitingAsync(options.Value.Batch, cancel);
        var report = new ReadReport(0, 0, 0, 0, 0);
        if (entries.Count == 0)
            return report;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var readings = Channel.CreateBounded<Reading>(MostInOneTransaction);
        var reading = ReadAllAsync(entries, readings.Writer, stop.Token);
        try
        {
            var ready = new List<Reading>();
            while (await readings.Reader.WaitToReadAsync(cancel))
            {
                ready.Clear();
                while (ready.Count < MostInOneTransaction && readings.Reader.TryRead(out var one))
                    ready.Add(one);
                report = await SaveAsync(ready, report, cancel);
                progress?.Report((report.Tried, entries.Count));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
        return report;
    }

    /// <summary>In the order asked for; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Article>> FindAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, ids, cancel);
    }

    /// <summary>Articles that hold all the words, best first.</summary>
    public async Task<IReadOnlyList<ArticleId>> SearchAsync(IEnumerable<string> words, int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.SearchAsync(session, words, limit, cancel);
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

    private async Task ReadAllAsync(IReadOnlyList<FeedEntry> entries, ChannelWriter<Reading> into, CancellationToken cancel)
    {
        try
        {
            var side = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Concurrency, CancellationToken = cancel };
            await Parallel.ForEachAsync(entries, side, async (entry, stop) =>
            {
                var known = await KnowsAsync(ArticleAddress.Plain(entry.Link), stop);
                await into.WriteAsync(known ? new Reading.Known(entry) : await reader.ReadAsync(entry, stop), stop);
            });
        }
        finally
        {
            into.Complete();
        }
    }

    private async Task<bool> KnowsAsync(Uri address, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.KnowsAsync(session, address, cancel);
    }

    private async Task<ReadReport> SaveAsync(List<Reading> readings, ReadReport report, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        foreach (var reading in readings)
            report = await SaveAsync(session, reading, report, cancel);
        await session.CommitAsync(cancel);
        return report;
    }

    private async Task<ReadReport> SaveAsync(ArchiveSession session, Reading reading, ReadReport report, CancellationToken cancel)
    {
        report = report with { Tried = report.Tried + 1 };
        var entry = reading.Entry.Id;
        switch (reading)
        {
            case Reading.Read read:
                var added = await store.AddAsync(session, read.Article, cancel);
                if (added && read.Page is not null)
                    await pages.KeepAsync(session, read.Article.Address, read.Page, read.ContentType, read.Article.Arrived, cancel);
                await feeds.SettleAsync(session, entry, EntryState.Read, null, read.Article.Arrived, cancel);
                return added ? report with { Read = report.Read + 1 } : report with { Known = report.Known + 1 };
            case Reading.Known:
                await feeds.SettleAsync(session, entry, EntryState.Read, null, reading.Entry.Seen, cancel);
                return report with { Known = report.Known + 1 };
            case Reading.Refused refused:
                ArticlesLog.Refused(log, refused.Entry.Link, refused.Reason);
                await feeds.SettleAsync(session, entry, EntryState.Refused, refused.Reason, reading.Entry.Seen, cancel);
                return report with { Refused = report.Refused + 1 };
            case Reading.Later later:
                ArticlesLog.Later(log, later.Entry.Link, later.NextTry, later.Reason);
                await feeds.SettleAsync(session, entry, EntryState.Waiting, later.Reason, later.NextTry, cancel);
                return report with { Later = report.Later + 1 };
            default:
                throw new InvalidOperationException($"No such reading: {reading}");
        }
    }
}
