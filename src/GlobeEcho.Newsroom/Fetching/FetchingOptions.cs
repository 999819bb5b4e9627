using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Manners and limits of everything the program asks of the outside. Configuration section <c>Fetching</c>.</summary>
public sealed class FetchingOptions : IValidatableObject
{
    /// <summary>An address or page where a publisher reaches the operator; sent in the User-Agent.</summary>
    [RegularExpression("""^[\x20-\x27\x2A-\x7E]*$""", ErrorMessage = "plain ASCII without brackets, because it is sent in a header")]
    public string Contact { get; set; } = "";

    /// <summary>Hosts (as written, or host:port) that may be on a private address: your own wire, a test, the sample.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>An HTTP or SOCKS proxy everything but AllowedHosts goes through; it is trusted to connect where it is sent.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>The largest answer that is read, in bytes after decompression.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxBytes { get; set; } = 10_000_000;

    /// <summary>Seconds for a whole request: redirects, headers and body.</summary>
    [Range(0.05, 600)]
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds for each server on the way to connect and send the head of its answer.</summary>
    [Range(0.05, 600)]
    public double HeaderTimeoutSeconds { get; set; } = 15;

    /// <summary>Redirects that are followed.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Requests under way at once at one public host.</summary>
    [Range(1, 64)]
    public int PerHost { get; set; } = 4;

    /// <summary>Least milliseconds between the starts of two requests at one public host.</summary>
    [Range(0, 60_000)]
    public int PerHostGapMilliseconds { get; set; } = 250;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Proxy is { } proxy && !(proxy.IsAbsoluteUri && proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"))
            yield return new ValidationResult("a proxy is a full address that begins with http, https, socks4, socks4a or socks5", [nameof(Proxy)]);
    }
}
