using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The door of the room Articles: from a feed's entry to a text that can be cited.</summary>
public sealed class ArticleDesk(NewsArchive archive, ArticleStore store)
{
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
}
