using GlobeEcho.Newsroom.Feeds;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What came of an entry's page, before it is saved.</summary>
public abstract record Reading
{
    private Reading(FeedEntry entry) => Entry = entry;

    public FeedEntry Entry { get; }

    /// <param name="Page">The raw bytes; null when the text came from the feed alone.</param>
    public sealed record Read(FeedEntry Of, Article Article, byte[]? Page, string? ContentType) : Reading(Of);

    /// <summary>The paper has an article of this address already; nothing was asked for.</summary>
    public sealed record Known(FeedEntry Of) : Reading(Of);

    public sealed record Refused(FeedEntry Of, string Reason) : Reading(Of);

    public sealed record Later(FeedEntry Of, string Reason, DateTimeOffset NextTry) : Reading(Of);
}
