namespace GlobeEcho.Newsroom.Feeds;

/// <summary>What came with a document's bytes and says how to read them.</summary>
/// <param name="Address">Where they came from; null when nobody knows.</param>
/// <param name="ContentType">The header as it came.</param>
/// <param name="ContentLocation">The header as it came: another address the document has.</param>
/// <param name="ContentLanguage">The header as it came.</param>
internal sealed record FeedOrigin(Uri? Address, string? ContentType, string? ContentLocation = null, string? ContentLanguage = null)
{
    /// <summary>What relative addresses count from, before the document says otherwise.</summary>
    public string? From =>
        ContentLocation is { } location && Markup.WebAddress.Resolve(Address?.AbsoluteUri, location) is { Length: > 0 } from
        && from.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? from : Address?.AbsoluteUri;

    public string? Language => FeedParser.Language(ContentLanguage?.Split(',')[0]);
}
