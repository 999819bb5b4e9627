namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// A permanent redirect that is being watched. One answer is not enough: a login page, a broken deployment or a captive network
/// redirects "for good" as well.
/// </summary>
/// <param name="Since">The first check that said so, UTC.</param>
/// <param name="Seen">Checks in a row that said so.</param>
public sealed record FeedMove(Uri Target, DateTimeOffset Since, int Seen)
{
    private const int Checks = 3;
    private static readonly TimeSpan Time = TimeSpan.FromDays(1);

    /// <summary>
    /// The feed after an answer that was a feed, or said that nothing has changed: its address changes once the same target was
    /// named at 3 checks in a row that span a day.
    /// </summary>
    /// <param name="answered">Who answered, after redirects.</param>
    /// <param name="permanently">Every redirect on the way was permanent.</param>
    public static Feed Follow(Feed feed, Uri answered, bool permanently, DateTimeOffset now)
    {
        if (!permanently || answered == feed.Address)
            return feed with { Move = null };
        var move = feed.Move is { } known && known.Target == answered ? known with { Seen = known.Seen + 1 } : new FeedMove(answered, now, 1);
        return move.Seen >= Checks && now - move.Since >= Time ? feed with { Address = answered, Move = null } : feed with { Move = move };
    }
}
