using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>The door of the room Stories: folds the tellings of one event into one story.</summary>
public sealed class StoryDesk(
    NewsArchive archive, StoryStore store, FeedDesk feeds, ArticleDesk articles, IOptions<StoriesOptions> options, TimeProvider time, ILogger<StoryDesk> logger)
{
    // Articles saved in one transaction: few enough that readers of the archive never wait long for a new state.
    private const int Chunk = 50;

    private StoryFolding? _folding;
    private int _busy;

    /// <summary>The language of the paper, ISO 639-1.</summary>
    public string Language => options.Value.Language;

    /// <summary>
    /// Folds the articles no story has taken yet, one batch of them. Each chunk is saved whole or not at all; stopped anywhere, the next
    /// call goes on as if nothing had happened. One call at a time.
    /// </summary>
    public async Task<FoldReport> FoldAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            throw new InvalidOperationException("Folding is under way already.");
        try
        {
            var backlog = await articles.UnfoldedAsync(options.Value.Batch, cancel);
            var report = new FoldReport(0, 0, 0, 0);
            foreach (var chunk in backlog.Chunk(Chunk))
            {
                report = await FoldAsync(chunk, report, cancel);
                progress?.Report((report.Folded, backlog.Count));
            }

            if (report.Folded > 0)
                logger.Folded(report.Folded, report.Opened, report.Joined, report.Merged);
            return report;
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>The story, or the one it was merged into; null when there never was one of that id.</summary>
    public async Task<Story?> FindAsync(StoryId id, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, id, cancel);
    }

    /// <summary>In the order asked for; unknown ids are left out.</summary>
    public async Task<IReadOnlyList<Story>> FindAsync(IReadOnlyCollection<StoryId> ids, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, ids, cancel);
    }

    /// <summary>Stories with a telling published since a moment, newest telling first.</summary>
    public async Task<IReadOnlyList<Story>> RecentAsync(DateTimeOffset since, int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.RecentAsync(session, since, limit, cancel);
    }

    /// <summary>The tellings of some stories, in order of publishing.</summary>
    public async Task<IReadOnlyList<Telling>> TellingsAsync(IReadOnlyCollection<StoryId> stories, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.TellingsAsync(session, stories, cancel);
    }

    /// <summary>The tellings a page may print: without those of muted publishers. In order of publishing.</summary>
    public async Task<IReadOnlyList<Telling>> PrintedAsync(IReadOnlyCollection<StoryId> stories, CancellationToken cancel)
    {
        var muted = await feeds.MutedAsync(cancel);
        var tellings = await TellingsAsync(stories, cancel);
        return muted.Count == 0 ? tellings : tellings.Where(t => !muted.Contains(t.Publisher)).ToList();
    }

    /// <summary>The stories that hold some articles; articles without a story are left out.</summary>
    public async Task<IReadOnlyDictionary<ArticleId, StoryId>> StoriesOfAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.StoriesOfAsync(session, articles, cancel);
    }

    /// <summary>Stories that changed since their digest was written.</summary>
    public async Task<IReadOnlyList<Story>> UnwrittenAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.UnwrittenAsync(session, limit, cancel);
    }

    /// <summary>Records, in the caller's transaction, that a version of a story has its digest.</summary>
    public Task MarkWrittenAsync(ArchiveSession session, StoryId story, int version, CancellationToken cancel) =>
        store.MarkWrittenAsync(session, story, version, cancel);

    private async Task<FoldReport> FoldAsync(Article[] chunk, FoldReport report, CancellationToken cancel)
    {
        var folding = _folding ?? await RememberAsync(cancel);
        // Given back only after the commit: when saving fails, memory knows what the archive does not, and is built anew.
        _folding = null;
        await using var session = await archive.WriteAsync(cancel);
        var next = (await store.NextIdAsync(session, cancel)).Value;
        var changed = new SortedSet<long>();
        foreach (var article in chunk)
        {
            var decision = folding.Fold(InputOf(article), next);
            changed.Add(decision.Story);
            if (decision is FoldDecision.Opened || decision.Parted is not null)
                await store.SaveAsync(session, StoryOf(article, next++), cancel);
            await store.SaveAsync(session, TellingOf(article, decision), cancel);
            var merged = decision is FoldDecision.Joined joined ? joined.Merged : [];
            foreach (var from in merged)
            {
                await store.MergeAsync(session, new StoryId(from), new StoryId(decision.Whole), cancel);
                changed.Remove(from);
            }

            if (decision.Parted is { } parting)
            {
                await store.MoveAsync(session, parting.Articles.Select(a => new ArticleId(a)), new StoryId(parting.NewStory), parting.Reason, cancel);
                changed.UnionWith([parting.From, parting.NewStory]);
            }

            report = decision is FoldDecision.Opened
                ? report with { Folded = report.Folded + 1, Opened = report.Opened + 1 }
                : report with { Folded = report.Folded + 1, Joined = report.Joined + 1, Merged = report.Merged + merged.Count };
        }

        await RewriteAsync(session, folding, chunk, changed, cancel);
        await articles.MarkFoldedAsync(session, chunk.Select(a => a.Id), cancel);
        await session.CommitAsync(cancel);
        _folding = folding;
        return report;
    }

    // Every changed story gets its counts, its headline and its next version.
    private async Task RewriteAsync(ArchiveSession session, StoryFolding folding, Article[] chunk, SortedSet<long> changed, CancellationToken cancel)
    {
        var known = chunk.ToDictionary(a => a.Id.Value);
        var central = changed.ToDictionary(s => s, s => folding.Central(s, Language));
        var missing = central.Values.OfType<long>().Where(k => !known.ContainsKey(k)).Select(k => new ArticleId(k)).ToList();
        foreach (var article in await articles.FindAsync(missing, cancel))
            known.Add(article.Id.Value, article);
        foreach (var id in changed)
        {
            var story = await store.FindAsync(session, new StoryId(id), cancel)
                ?? throw new InvalidOperationException($"Story {id} was folded but is not in the archive.");
            if (central[id] is { } key && known.TryGetValue(key, out var telling))
                story = story with { Headline = HeadlineOf(telling), Language = telling.Language };
            await store.SaveAsync(session, await store.RecountAsync(session, story with { Version = story.Version + 1 }, cancel), cancel);
        }
    }

    private async Task<StoryFolding> RememberAsync(CancellationToken cancel)
    {
        var window = TimeSpan.FromDays(options.Value.WindowDays);
        var folding = new StoryFolding(window, options.Value.MemoryArticles);
        await using var session = await archive.ReadAsync(cancel);
        var remembered = 0;
        var stories = await store.MemoryAsync(session, window, options.Value.MemoryArticles, cancel);
        foreach (var some in stories.Chunk(200))
        {
            var tellings = (await store.TellingsAsync(session, some, cancel)).ToLookup(t => t.Story);
            var texts = (await articles.FindAsync([.. tellings.SelectMany(t => t).Select(t => t.Article)], cancel)).ToDictionary(a => a.Id);
            foreach (var telling in some.SelectMany(s => tellings[s]))
            {
                if (!texts.TryGetValue(telling.Article, out var article))
                    continue;
                folding.Remember(InputOf(article), telling.Story.Value);
                remembered++;
            }
        }

        if (remembered > 0)
            logger.Remembered(remembered, stories.Count);
        return folding;
    }

    private static FoldInput InputOf(Article article) =>
        new(article.Id.Value, article.Headline, article.Text, article.Language, article.When, article.PublisherName);

    private static Story StoryOf(Article article, long id) =>
        new(new StoryId(id), HeadlineOf(article), article.Language, article.When, article.When, 1, 1, 0);

    private static string HeadlineOf(Article article) =>
        article.Headline.Length > 0 ? article.Headline : article.Text.Length <= 100 ? article.Text : article.Text[..100] + "…";

    private Telling TellingOf(Article article, FoldDecision decision) =>
        new(article.Id, new StoryId(decision.Story), article.Publisher, article.When, time.GetUtcNow(), decision.Likeness, decision.Reason);
}
