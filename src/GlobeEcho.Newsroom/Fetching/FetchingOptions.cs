using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Manners and limits of everything the program asks of the outside. Configuration section <c>Fetching</c>.</summary>
public sealed class FetchingOptions
{
    /// <summary>An address or page where a publisher reaches the operator; sent in the User-Agent.</summary>
    [RegularExpression("""^[^\r\n()]*$""", ErrorMessage = "no brackets or line breaks")]
    public string Contact { get; set; } = "";

    /// <summary>Hosts (as written, or host:port) that may be on a private address: your own wire, a test, the sample.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>The largest answer that is read, in bytes after decompression.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxBytes { get; set; } = 10_000_000;

    /// <summary>Seconds for a whole request: redirects, headers and body.</summary>
    [Range(0.05, 600)]
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>Redirects that are followed.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Requests under way at once at one public host.</summary>
    [Range(1, 64)]
    public int PerHost { get; set; } = 4;

    /// <summary>Least milliseconds between the starts of two requests at one public host.</summary>
    [Range(0, 60_000)]
    public int PerHostGapMilliseconds { get; set; } = 250;
}
