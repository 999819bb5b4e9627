namespace GlobeEcho.Newsroom.Weather;

/// <summary>Decides when a place or an area is asked for again. Pure: the same key, answer and time give the same moment.</summary>
/// <param name="least">Between two good answers.</param>
/// <param name="firstRetry">After the first failure.</param>
public sealed class WeatherSchedule(TimeSpan least, TimeSpan firstRetry)
{
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(2);

    // Everybody's timers fire on the hour: the providers ask to be left alone from a little before until a little after it.
    private static readonly TimeSpan BeforeTheHour = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterTheHour = TimeSpan.FromMinutes(3);

    /// <summary>After a good answer: not before the provider wants it, and up to a tenth of the wait later, so that places drift apart.</summary>
    public DateTimeOffset Next(string key, DateTimeOffset? freshUntil, DateTimeOffset now)
    {
        var earliest = now + least;
        if (freshUntil is { } until && until > earliest)
            earliest = until;
        return OffTheHour(key, earliest + ((earliest - now) * 0.1 * Spread(key, 0)));
    }

    /// <summary>After a failure: the first retry, doubled each time up to 2 hours, each up to a third longer, and never before the provider wants to be asked.</summary>
    /// <param name="failures">In a row, this one among them.</param>
    public DateTimeOffset Retry(string key, int failures, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var wait = firstRetry * Math.Pow(2, Math.Min(failures - 1, 20));
        wait = (wait < LastRetry ? wait : LastRetry) * (1 + (Spread(key, failures) / 3));
        return now + (retryAfter is { } asked && asked > wait ? asked : wait);
    }

    private static DateTimeOffset OffTheHour(string key, DateTimeOffset moment)
    {
        var hour = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        if (moment - hour >= TimeSpan.FromHours(1) - BeforeTheHour)
            hour = hour.AddHours(1);
        return moment - hour < AfterTheHour ? hour + AfterTheHour + (AfterTheHour * Spread(key, 1)) : moment;
    }

    /// <summary>0 to 1, always the same for one key and turn.</summary>
    private static double Spread(string key, int turn)
    {
        // FNV-1a, and then Knuth's multiplicative hash: neighbouring keys land far apart.
        var hash = 2166136261u;
        foreach (var c in key)
            hash = unchecked((hash ^ c) * 16777619u);
        return unchecked((hash + (uint)turn) * 2654435761u) / (double)uint.MaxValue;
    }
}
