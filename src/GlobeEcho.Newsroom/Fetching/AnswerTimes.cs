using System.Net.Http.Headers;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>What an answer says about when to ask again. Never further off than a week.</summary>
internal static class AnswerTimes
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(7);

    /// <summary>
    /// max-age before Expires (RFC 9111 §5.3), and Expires against the server's own Date, so that a clock that goes wrong there
    /// is no matter here.
    /// </summary>
    public static DateTimeOffset? FreshUntil(HttpResponseMessage answer, DateTimeOffset now)
    {
        var cache = answer.Headers.CacheControl;
        var span = cache is { NoStore: true } or { NoCache: true } ? TimeSpan.Zero
            : cache?.MaxAge is { } age ? age - (answer.Headers.Age ?? TimeSpan.Zero)
            : answer.Content.Headers.Expires is { } end ? end - (answer.Headers.Date ?? now)
            : answer.Content.Headers.Contains("Expires") ? TimeSpan.Zero
            : (TimeSpan?)null;
        return span is not { } asked ? null : asked <= TimeSpan.Zero ? now : now + (asked < LongestPatience ? asked : LongestPatience);
    }

    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait is not { } asked || asked <= TimeSpan.Zero ? null : asked < LongestPatience ? asked : LongestPatience;
    }
}
