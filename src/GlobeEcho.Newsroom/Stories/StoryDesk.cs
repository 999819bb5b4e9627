using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories.Changes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>The door of the room Stories: folds the tellings of one event into one story.</summary>
public sealed class StoryDesk(
    NewsArchive archive, StoryStore store, FeedDesk feeds, ArticleDesk articles, IOptions<StoriesOptions> options, TimeProvider time, ILogger<StoryDesk> logger)
{
    // Articles saved in one transaction: few enough that readers of the archive never wait long for a new state.
    private const int Chunk = 50;

    // Names of a story that are looked up, articles looked at for each, and stories linked.
    private const int NamesRead = 8;
    private const int HoldersRead = 400;
    private const int MostRelated = 4;

    private static readonly StoryChangeStore Changes = new();

    private readonly StorySettling _settling = new(store, articles, options.Value.Language);
    private readonly StoryEditing _editing = new(
        archive, store, Changes, new StorySettling(store, articles, options.Value.Language), time, logger);
    private StoryMemory? _memory;
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
                logger.Folded(report.Folded, report.Opened, report.Joined, report.Merged, report.Parted);
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

    /// <summary>For each story the one it was merged into, or itself; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, StoryId>> RootsAsync(IReadOnlyCollection<StoryId> ids, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.RootsAsync(session, ids, cancel);
    }

    /// <summary>Stories about the same people and places, which are not the same event; the nearest first, a few at most.</summary>
    public async Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        var names = new List<(NameUse Name, IReadOnlyDictionary<StoryId, int> Holders)>();
        foreach (var name in await store.NamesAsync(session, story.Id, NamesRead, cancel))
            names.Add((name, await store.NameHoldersAsync(session, name.Name, HoldersRead, cancel)));
        // Stories of one shared name are not asked for.
        var others = names.SelectMany(n => n.Holders.Keys).Where(s => s != story.Id).GroupBy(s => s).Where(s => s.Count() > 1).Select(s => s.Key).ToList();
        var counts = (await store.FindAsync(session, others, cancel)).ToDictionary(s => s.Id, s => s.TellingCount);
        var shares = names.Select(n => (
            n.Name,
            (IReadOnlyDictionary<StoryId, double>)n.Holders.Where(h => h.Key != story.Id)
                .ToDictionary(h => h.Key, h => counts.TryGetValue(h.Key, out var all) ? Math.Min(1, h.Value / (double)all) : 0))).ToList();
        return RelatedChoice.Of(story.TellingCount, shares, (await store.NextIdAsync(session, cancel)).Value - 1, MostRelated);
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

    /// <summary>Makes some tellings of a story a story of their own. The two are never joined again but by an editor.</summary>
    public Task<ChangeResult> SplitAsync(StoryId story, IReadOnlyCollection<ArticleId> leaving, string? why, CancellationToken cancel) =>
        _editing.SplitAsync(story, leaving, why, cancel);

    /// <summary>Brings all tellings of a story into another. The first one's address leads there for ever.</summary>
    public Task<ChangeResult> MergeAsync(StoryId from, StoryId into, string? why, CancellationToken cancel) => _editing.MergeAsync(from, into, why, cancel);

    /// <summary>Brings one telling into another story. The two are never joined again but by an editor. A story's only telling takes the story with it.</summary>
    public Task<ChangeResult> MoveAsync(ArticleId article, StoryId into, string? why, CancellationToken cancel) => _editing.MoveAsync(article, into, why, cancel);

    /// <summary>
    /// Takes a change back, as far as its tellings are still where it put them. Undoing a merge that the folding made parts the two stories
    /// for good; tellings that came after it stay.
    /// </summary>
    public Task<ChangeResult> UndoAsync(StoryChangeId id, CancellationToken cancel) => _editing.UndoAsync(id, cancel);

    /// <summary>Changes that touched a story or one merged into it, or any story; the newest first.</summary>
    public async Task<IReadOnlyList<StoryChange>> ChangesAsync(StoryId? story, int most, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await Changes.FindAsync(session, story is { } id ? [id, .. await store.RedirectsAsync(session, id, cancel)] : null, most, cancel);
    }

    /// <summary>Stories that changed since their digest was written.</summary>
    public async Task<IReadOnlyList<Story>> UnwrittenAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.UnwrittenAsync(session, limit, cancel);
    }

    /// <summary>Records, in the caller's transaction, that a version of a story has its digest. The story takes the headline and the language of it.</summary>
    public Task MarkWrittenAsync(ArchiveSession session, StoryId story, int version, string headline, string? language, CancellationToken cancel) =>
        store.MarkWrittenAsync(session, story, version, headline, language, cancel);

    private async Task<FoldReport> FoldAsync(Article[] chunk, FoldReport report, CancellationToken cancel)
    {
        while (true)
        {
            var memory = _memory ?? await RememberAsync(cancel);
            // Given back only after the commit: when saving fails, memory knows what the archive does not, and is built anew.
            _memory = null;
            await using var session = await archive.WriteAsync(cancel);
            // An editor, in this process or in another, may have changed stories since.
            if (await Changes.RevisionAsync(session, cancel) != memory.Revision)
                continue;
            report = await FoldAsync(session, memory.Folding, chunk, report, cancel);
            await articles.MarkFoldedAsync(session, chunk.Select(a => a.Id), cancel);
            await session.CommitAsync(cancel);
            _memory = memory;
            return report;
        }
    }

    private async Task<FoldReport> FoldAsync(ArchiveSession session, StoryFolding folding, Article[] chunk, FoldReport report, CancellationToken cancel)
    {
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
                await _editing.MergeAsync(session, new StoryId(from), new StoryId(decision.Whole), byEditor: false, $"\u201C{StorySettling.HeadlineOf(article)}\u201D fitted both", cancel);
                changed.Remove(from);
            }

            if (decision.Parted is { } parting)
            {
                await _editing.PartAsync(session, parting, cancel);
                changed.UnionWith([parting.From, parting.NewStory]);
                report = report with { Parted = report.Parted + 1 };
            }

            report = decision is FoldDecision.Opened
                ? report with { Folded = report.Folded + 1, Opened = report.Opened + 1 }
                : report with { Folded = report.Folded + 1, Joined = report.Joined + 1, Merged = report.Merged + merged.Count };
        }

        var known = chunk.ToDictionary(a => a.Id);
        foreach (var id in changed)
            await _settling.SettleAsync(session, new StoryId(id), known, cancel);
        return report;
    }

    private async Task<StoryMemory> RememberAsync(CancellationToken cancel)
    {
        var window = TimeSpan.FromDays(options.Value.WindowDays);
        var folding = new StoryFolding(window, options.Value.MemoryArticles);
        await using var session = await archive.ReadAsync(cancel);
        // Asked first: what is changed while the stories are read makes this memory out of date, not wrong.
        var revision = await Changes.RevisionAsync(session, cancel);
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

        var parted = await Changes.PartedAsync(session, cancel);
        var roots = await store.RootsAsync(session, parted.SelectMany(p => (StoryId[])[p.One, p.Other]).Distinct().ToList(), cancel);
        foreach (var (one, other) in parted.Select(p => (roots[p.One], roots[p.Other])).Where(p => p.Item1 != p.Item2))
            folding.KeepApart(one.Value, other.Value);
        var whole = await Changes.WholeAsync(session, cancel);
        foreach (var story in (await store.RootsAsync(session, whole, cancel)).Values)
            folding.KeepWhole(story.Value);
        if (remembered > 0)
            logger.Remembered(remembered, stories.Count);
        return new StoryMemory(folding, revision);
    }

    private static FoldInput InputOf(Article article) =>
        new(article.Id.Value, article.Headline, article.Text, article.Language, article.When, article.PublisherName);

    private static Story StoryOf(Article article, long id) =>
        new(new StoryId(id), StorySettling.HeadlineOf(article), article.Language, article.When, article.When, 1, 1, 0);

    private Telling TellingOf(Article article, FoldDecision decision) =>
        new(article.Id, new StoryId(decision.Story), article.Publisher, article.When, time.GetUtcNow(), decision.Likeness, decision.Reason);
}
