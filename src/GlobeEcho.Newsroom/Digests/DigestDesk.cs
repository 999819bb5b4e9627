using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Stories;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The door of the room Digests: writes each story's condensed, cited article.</summary>
public sealed class DigestDesk(NewsArchive archive, DigestStore store)
{
    /// <summary>The digests of some stories; a story that has none yet is left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, Digest>> FindAsync(IReadOnlyCollection<StoryId> stories, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, stories, cancel);
    }
}
