namespace GlobeEcho.Newsroom.Markets;

/// <summary>When a client is asked again.</summary>
public static class FixSchedule
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

    // Publishers correct a fix now and then; a question that is answered "not modified" costs nobody much.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>After an answer: soon after the next expected publication, and more and more seldom when that does not come.</summary>
    /// <param name="newest">When the newest price was made; null when there is none.</param>
    /// <param name="freshUntil">What the provider says; it is believed for an hour.</param>
    /// <param name="delayed">The pause for prices without a daily hour.</param>
    public static DateTimeOffset Next(MarketHours? hours, DateTimeOffset? newest, DateTimeOffset? freshUntil, TimeSpan delayed, DateTimeOffset now)
    {
        var pause = hours is null ? delayed
            : newest is not { } made ? TimeSpan.FromMinutes(15)
            : Pause(hours.NextPublication(made) + TimeSpan.FromMinutes(2), now);
        var next = now + pause;
        return freshUntil is not { } fresh || fresh <= next ? next : fresh < now.AddHours(1) ? fresh : Later(next, now.AddHours(1));
    }

    /// <summary>After a failure: a minute, doubled each time up to an hour, and never before the provider wants to be asked.</summary>
    public static DateTimeOffset Failed(int failures, TimeSpan? retryAfter, double chance, DateTimeOffset now)
    {
        // Half of it is drawn: a client that asks once an hour needs no more.
        var ceiling = FirstRetry * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        var wait = (ceiling < LastRetry ? ceiling : LastRetry) * (0.5 + (chance / 2));
        return now + (retryAfter is { } asked && asked > wait ? asked < LongestPatience ? asked : LongestPatience : wait);
    }

    private static TimeSpan Pause(DateTimeOffset due, DateTimeOffset now)
    {
        var left = due - now;
        return left > TimeSpan.Zero ? left < Longest ? left : Longest
            : -left < TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(10)
            : -left < TimeSpan.FromHours(6) ? TimeSpan.FromMinutes(30)
            : TimeSpan.FromHours(2);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
