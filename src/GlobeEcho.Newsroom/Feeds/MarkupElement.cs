namespace GlobeEcho.Newsroom.Feeds;

/// <summary>An element as it stood in the text, however badly.</summary>
/// <param name="Name">Lower case, with the usual prefix of its namespace ("dc:date"); names of RSS itself have none.</param>
/// <param name="Text">Its own characters and CDATA, entities decoded once.</param>
/// <param name="Source">The whole document's text; <paramref name="Span"/> is what stands between the element's tags.</param>
/// <param name="Base">What relative addresses in it count from.</param>
/// <param name="Closed">False when the document ended inside it.</param>
internal sealed record MarkupElement(
    string Name,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<MarkupElement> Children,
    string Text,
    string Source,
    Range Span,
    Uri Base,
    bool Closed)
{
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    public IEnumerable<MarkupElement> All(string name) => Children.Where(c => c.Name == name);

    public MarkupElement? First(string name) => Children.FirstOrDefault(c => c.Name == name);

    /// <summary>What it holds as HTML: inline markup as written, or the text, which is escaped markup.</summary>
    public string Html => Children.Count > 0 ? Source[Span].Replace("<![CDATA[", "").Replace("]]>", "") : Text;

    /// <summary>An absolute http address, or null.</summary>
    public Uri? Link(string? text)
    {
        var trimmed = text is null ? "" : string.Concat(text.Where(c => !char.IsControl(c))).Trim();
        if (trimmed.Length == 0 || !Uri.TryCreate(Base, trimmed, out var address))
            return null;
        return address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
    }
}
