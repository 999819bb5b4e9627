namespace GlobeEcho.Newsroom.Feeds;

/// <summary>A time as a feed writes it, and what it means in UTC; null where it cannot be read.</summary>
public sealed record FeedTime(string Written, DateTimeOffset? Moment)
{
    public static FeedTime Read(string written) => new(written, FeedDates.Read(written));
}
