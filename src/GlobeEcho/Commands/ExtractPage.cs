namespace GlobeEcho.Commands;

/// <summary>A page's bytes, or why there are none.</summary>
/// <param name="ContentType">The whole header; null when nobody says.</param>
/// <param name="Address">Where it came from in the end; null when it is a file.</param>
internal sealed record ExtractPage(string Id, byte[] Body, string? ContentType, Uri? Address, string? Error = null)
{
    /// <summary>The file it was read from, as found below what was asked for; null when it came from elsewhere.</summary>
    public string? File { get; init; }

    public static ExtractPage Failed(string id, string reason) => new(id, [], null, null, reason);
}
