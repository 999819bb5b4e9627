using GlobeEcho.Newsroom.Archive;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>The door of the room Feeds: who publishes, and what has arrived.</summary>
public sealed class FeedDesk(NewsArchive archive, FeedStore store, TimeProvider clock)
{
    public async Task<IReadOnlyList<FeedStatus>> StatusAsync(CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.StatusAsync(session, cancel);
    }

    /// <summary>Adds the feeds whose address is not known yet; returns how many.</summary>
    public async Task<int> AddAsync(IEnumerable<FeedListing> listings, CancellationToken cancel)
    {
        var added = 0;
        await using var session = await archive.WriteAsync(cancel);
        foreach (var listing in listings)
        {
            var publisher = await store.PublisherAsync(session, listing.PublisherName, listing.Home, listing.Language, cancel);
            if (await store.AddAsync(session, publisher, listing.Address, listing.Title, listing.Section, clock.GetUtcNow(), cancel))
                added++;
        }

        await session.CommitAsync(cancel);
        return added;
    }

    /// <summary>Forgets a feed and its entries that were not read; its articles stay. False when there is no such feed.</summary>
    public async Task<bool> RemoveAsync(FeedId feed, CancellationToken cancel)
    {
        await using var session = await archive.WriteAsync(cancel);
        var removed = await store.RemoveAsync(session, feed, cancel);
        await session.CommitAsync(cancel);
        return removed;
    }

    /// <summary>Entries whose page is to be read now, oldest first.</summary>
    public async Task<IReadOnlyList<FeedEntry>> WaitingAsync(int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.WaitingAsync(session, clock.GetUtcNow(), limit, cancel);
    }

    /// <summary>Records what came of an entry's page, in the caller's transaction.</summary>
    public Task SettleAsync(ArchiveSession session, FeedEntryId entry, EntryState state, string? reason, DateTimeOffset nextTry, CancellationToken cancel) =>
        store.MarkEntryAsync(session, entry, state, reason, nextTry, cancel);
}
