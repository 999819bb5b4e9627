using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>The door of the room Stories: folds the tellings of one event into one story.</summary>
public sealed class StoryDesk(NewsArchive archive, StoryStore store)
{
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
}
