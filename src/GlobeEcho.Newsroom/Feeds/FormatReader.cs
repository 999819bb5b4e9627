using System.Collections.Frozen;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// What the names of one format mean. Formats borrow from each other in real feeds, so a name that is not the format's own is tried with
/// the namespaces of modules and then with the other format.
/// </summary>
internal abstract class FormatReader
{
    // Elements that only feeds have and no text: where one begins, the text before it is over.
    private static readonly FrozenSet<string> NeverWithin = new[]
    {
        "item", "entry", "channel", "pubdate", "guid", "lastbuilddate", "managingeditor", "webmaster", "enclosure", "description", "category", "language",
        "copyright", "generator", "ttl", "skiphours", "skipdays", "textinput", "content:encoded", "dc:creator", "dc:date", "dc:subject", "dc:language",
        "published", "updated", "issued", "modified", "atom:link", "atom:id", "atom:updated", "atom:published", "atom:entry", "media:content", "media:thumbnail",
        "itunes:author", "itunes:duration", "slash:comments", "wfw:commentrss",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The format and its reader, where the element is the root of a feed; else null.</summary>
    public static (string Format, FormatReader Reader)? For(OpenElement root, FeedField tag, ReadOnlySpan<byte> written, ReadOnlySpan<byte> documentType)
    {
        var version = tag["version"]?.Trim() ?? "";
        switch (root.Name)
        {
            case "rss" or "atom:rss":
                var netscape = version == "0.91" && documentType.IndexOf("netscape"u8) >= 0;
                return ($"RSS{(version.Length == 0 ? "" : " " + version)}{(netscape ? " (Netscape)" : "")}", new RssReader(borrows: root.Name == "atom:rss"));
            case "rdf:rdf":
                return (root.Scope.Declares("netscape.com/rdf/simple/0.9") ? "RSS 0.90" : "RSS 1.0", new RssReader(borrows: false));
            case "channel" or "cdf:channel":
                // CDF writes its names in capitals, and says on the element what RSS says in it.
                var cdf = written.IndexOfAnyInRange((byte)'a', (byte)'z') < 0 || tag["href"] is not null || tag["lastmod"] is not null;
                return cdf ? ("CDF", new CdfReader()) : ("RSS", new RssReader(borrows: false));
            case "feed" or "atom:feed":
                return ($"Atom {(version.StartsWith("0.", StringComparison.Ordinal) ? version : root.Scope.Declares("purl.org/atom/ns#") ? "0.3" : "1.0")}", new AtomReader());
            default:
                return null;
        }
    }

    public static bool IsNeverWithin(string name) => NeverWithin.Contains(name);

    /// <summary>The format's own name for an element that it may write with another prefix.</summary>
    public virtual string Own(string name) => name;

    /// <summary>What an element is to the feed, by its name and what is around it.</summary>
    public virtual ElementKind Kind(string name, OpenElement outer) => name switch
    {
        "item" or "entry" => ElementKind.Item,
        "channel" when outer.Kind is ElementKind.Channel => ElementKind.Channel,
        "image" => ElementKind.Image,
        "textinput" => ElementKind.TextInput,
        "source" or "atom:source" => ElementKind.Source,
        "author" or "contributor" or "atom:author" or "atom:contributor" or "itunes:owner" => ElementKind.Person,
        "items" or "rdf:seq" or "rdf:li" or "redirect" or "media:group" or "media:content" or "itunes:category" or "psc:chapters"
            or "georss:where" or "gml:point" or "gml:linestring" or "gml:polygon" or "gml:exterior" or "gml:linearring" => ElementKind.Group,
        _ => ElementKind.Value,
    };

    /// <summary>Takes what stands on the start tag of an element that holds others.</summary>
    public virtual void Begin(FeedPart part, FeedField tag, string name)
    {
        if (tag["rdf:about"] is { } about && part.Id is null && about.Trim() is { Length: > 0 } id)
            (part.Id, part.IdAddress, part.IdIsLink) = (id, tag.Address(id), true);
        ModuleReader.Begin(part, tag, name);
    }

    /// <summary>Takes an element that holds one value.</summary>
    public void Field(FeedPart part, FeedField field)
    {
        if (!Read(part, field) && field.Text.Length > 0)
            part.Others[field.Name] = field.Text;
    }

    protected abstract bool Read(FeedPart part, FeedField field);
}
