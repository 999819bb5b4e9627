namespace GlobeEcho.Newsroom.Fetching;

/// <summary>One address to ask for, with the validators of the last answer if there was one.</summary>
/// <param name="Accept">The Accept header; anything when null.</param>
/// <param name="AsRobot">The page was found by following a link, so the site's robots.txt decides whether it is asked for, at every hop.</param>
/// <param name="Form">Fields that are posted; null asks with GET.</param>
public sealed record FetchRequest(
    Uri Address,
    string? ETag = null,
    string? LastModified = null,
    string? Accept = null,
    bool AsRobot = false,
    IReadOnlyList<KeyValuePair<string, string>>? Form = null)
{
    /// <summary>A JSON document that is posted; null asks with GET or posts the form.</summary>
    public byte[]? Json { get; init; }

    /// <summary>A key for the host alone: a request that carries one follows no redirect.</summary>
    public string? Bearer { get; init; }

    /// <summary>How long the whole answer may take; null is the usual time.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>The largest answer that is read; null is the usual size.</summary>
    public int? MostBytes { get; init; }

    public bool Posts => Form is not null || Json is not null;
}
