using GlobeEcho.Newsroom.Fetching;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>What came of asking a provider. What the world can do wrong is a case here, never an exception.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <param name="FreshUntil">Until when the provider wants not to be asked again; null when it does not say.</param>
    public sealed record Fresh(T Value, string? ETag, string? LastModified, DateTimeOffset? FreshUntil) : Answer<T>;

    /// <summary>Nothing has changed since the answer whose validators were sent.</summary>
    public sealed record Unchanged(DateTimeOffset? FreshUntil) : Answer<T>;

    /// <param name="RetryAfter">How long the provider asks to be left alone; null when it does not say.</param>
    /// <param name="IsRefusal">The provider did not like the question, and says why.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, bool IsRefusal = false) : Answer<T>;

    /// <summary>Reads the document that a request brought, if it brought one.</summary>
    public static Answer<T> From(FetchResult result, Func<byte[], Reading<T>> read) => result switch
    {
        FetchResult.Fresh fresh => read(fresh.Body) switch
        {
            Reading<T>.Read good => new Fresh(good.Value, fresh.ETag, fresh.LastModified, fresh.FreshUntil),
            Reading<T>.Unreadable bad => new Failed(bad.Reason),
            var other => throw new InvalidOperationException($"A document cannot read as {other}."),
        },
        FetchResult.NotModified same => new Unchanged(same.FreshUntil),
        FetchResult.Gone => new Failed("The service says that this address is gone for good."),
        FetchResult.Refused refused => new Failed(refused.Reason),
        FetchResult.Failed failed => new Failed(Words(failed), failed.RetryAfter, failed.Body is not null),
        var other => throw new InvalidOperationException($"A fetch cannot end as {other}."),
    };

    /// <summary>With the service's own words: "reason" at Open-Meteo, "detail" in problem details (RFC 9457).</summary>
    private static string Words(FetchResult.Failed failed) =>
        failed.Body is not null && Reading<string>.Of(failed.Body, root => (root.Text("reason") ?? root.Text("detail")) is { } says
            ? new Reading<string>.Read(says)
            : new Reading<string>.Unreadable("")) is Reading<string>.Read { Value: var words }
            ? $"{failed.Reason} It says: {words}"
            : failed.Reason;
}
