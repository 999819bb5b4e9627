namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What is known of how often a feed has something new.</summary>
/// <param name="Gap">The usual time between two items: the median of the last twenty. Null when they have no dates, or there is but one.</param>
/// <param name="Newest">When its newest item was published, UTC; null when no item has a date.</param>
/// <param name="Asked">The pause the feed itself asks for (RSS ttl).</param>
/// <param name="PushedUntil">Its hub has brought news and is bound to bring more until then, UTC; null when it is only polled.</param>
public sealed record FeedRhythm(TimeSpan? Gap, DateTimeOffset? Newest, TimeSpan? Asked, DateTimeOffset? PushedUntil)
{
    private const int Items = 20;

    public static FeedRhythm Unknown { get; } = new(null, null, null, null);

    /// <summary>Of a new document; what a hub promised stays.</summary>
    public FeedRhythm After(FeedDocument document, DateTimeOffset now)
    {
        var times = document.Items.Select(i => i.Published).OfType<DateTimeOffset>().Where(t => t <= now).OrderDescending().Take(Items).ToList();
        var gaps = times.Zip(times.Skip(1), (later, earlier) => later - earlier).Order().ToList();
        return new FeedRhythm(
            gaps.Count > 0 ? gaps[gaps.Count / 2] : null, times.Count > 0 ? times[0] : null, document.TimeToLive, PushedUntil > now ? PushedUntil : null);
    }
}
