namespace GlobeEcho.Newsroom.Fetching;

/// <summary>What came of asking. What the world can do wrong is a case here, never an exception.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <param name="Address">Where the answer came from, after redirects.</param>
    /// <param name="Body">The bytes after decompression.</param>
    /// <param name="ContentType">The whole header, with its charset; null when the server sent none.</param>
    /// <param name="MovedPermanently">Every redirect on the way was permanent (301, 308).</param>
    /// <param name="FreshUntil">Until when the server calls its answer fresh, by our clock; null when it does not say.</param>
    /// <param name="Links">The Link headers as they came, joined by commas; null when there are none.</param>
    /// <param name="ContentLocation">The header as it came; the same for the language.</param>
    public sealed record Fresh(
        Uri Address,
        byte[] Body,
        string? ContentType,
        string? ETag,
        string? LastModified,
        bool MovedPermanently,
        DateTimeOffset? FreshUntil = null,
        string? Links = null,
        string? ContentLocation = null,
        string? ContentLanguage = null) : FetchResult;

    /// <param name="FreshUntil">As for <see cref="Fresh"/>.</param>
    /// <param name="Address">Who said so, after redirects; null when it is the address that was asked for.</param>
    /// <param name="MovedPermanently">As for <see cref="Fresh"/>.</param>
    public sealed record NotModified(DateTimeOffset? FreshUntil = null, Uri? Address = null, bool MovedPermanently = false) : FetchResult;

    /// <summary>The server says 410: it will not come back.</summary>
    public sealed record Gone : FetchResult;

    /// <summary>We did not want it: a private address, too large, too many redirects, closed by robots.txt, no such scheme.</summary>
    public sealed record Refused(string Reason, FetchFault Fault = FetchFault.Other) : FetchResult;

    /// <summary>It did not work this time.</summary>
    /// <param name="RetryAfter">How long the server asks to be left alone; null when it does not say.</param>
    /// <param name="Body">What a server says in JSON about a request it calls wrong (4xx), up to ten thousand bytes; null when it says nothing.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, FetchFault Fault = FetchFault.Other, byte[]? Body = null) : FetchResult;
}
