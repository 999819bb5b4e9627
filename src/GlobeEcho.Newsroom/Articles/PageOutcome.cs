using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What came of one entry's page, ready to be saved.</summary>
/// <param name="Reason">Plain words; null when it was read without remark.</param>
/// <param name="NextTry">When a waiting entry is tried again, UTC.</param>
/// <param name="Article">Null unless it was read; its id is not given yet.</param>
/// <param name="Page">The raw answer of an article, for the vault.</param>
internal sealed record PageOutcome(
    FeedEntry Entry, EntryState State, string? Reason, DateTimeOffset NextTry, Article? Article, FetchResult.Fresh? Page);
