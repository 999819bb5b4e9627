using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>The door of the room Editions: what stands on the page, and in what order.</summary>
public sealed class EditionDesk(NewsArchive archive, EditionStore store)
{
    /// <summary>The newest edition; null before the first one was made up.</summary>
    public async Task<Edition?> LatestAsync(CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.LatestAsync(session, cancel);
    }
}
