using System.Collections.Frozen;
using System.Text;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>
/// The namespaces that are declared at a place of a document, and the names they make: lower case, with the usual prefix of the
/// namespace whatever prefix the document chose ("dc:date"); names of RSS itself have none.
/// </summary>
internal sealed class NameScope
{
    // Feeds declare a dozen; a scope holds no more than this.
    private const int MaxPrefixes = 100;

    // Names kept ready; a document that has more is made up, and the rest costs a little time each.
    private const int MaxNames = 1_000;

    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["http://purl.org/rss/1.0"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss2.1"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://cyber.law.harvard.edu/rss"] = "",
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://purl.org/pie"] = "atom",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy",
        ["http://purl.org/rss/1.0/modules/slash"] = "slash",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/2000/svg"] = "svg",
        ["http://www.w3.org/1998/Math/MathML"] = "mathml",
        ["http://www.w3.org/1999/xlink"] = "xlink",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/DTDs/Podcast-1.0.dtd"] = "itunes",
        ["http://www.itunes.com/DTDs/PodCast-1.0.dtd"] = "itunes",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://wellformedweb.org/CommentAPI"] = "wfw",
        ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://www.georss.org/georss"] = "georss",
        ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = "geo",
        ["http://www.opengis.net/gml"] = "gml",
        ["http://backend.userland.com/creativeCommonsRssModule"] = "creativecommons",
        ["http://web.resource.org/cc"] = "cc",
        ["http://creativecommons.org/ns#"] = "cc",
        ["http://podlove.org/simple-chapters"] = "psc",
        ["http://purl.org/rss/1.0/modules/link"] = "l",
        ["http://webns.net/mvcb"] = "admin",
        ["http://source.scripting.com"] = "source",
        ["http://source.smallpict.com/2014/07/12/theSourceNamespace.html"] = "source",
        ["https://podcastindex.org/namespace/1.0"] = "podcast",
        ["http://www.w3.org/XML/1998/namespace"] = "xml",
        ["urn:atom-extension:indexing"] = "indexing",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByAddress = Usual.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly NameScope? _outer;
    private readonly List<(string Prefix, string Space)> _declared = [];
    private readonly Dictionary<byte[], string> _elements = new(Bytes.Same);
    private readonly Dictionary<byte[], string> _attributes = new(Bytes.Same);
    private readonly int _count;

    private NameScope(NameScope? outer, List<(string Prefix, string Space)> declared)
    {
        (_outer, _declared) = (outer, declared);
        _count = (outer?._count ?? 0) + declared.Count;
    }

    /// <summary>Nothing is declared.</summary>
    public static NameScope Outside() => new(null, []);

    /// <summary>The scope of the start tag the reader stands on.</summary>
    public NameScope Within(ref MarkupReader tag)
    {
        List<(string, string)>? declared = null;
        for (var i = 0; i < tag.Attributes; i++)
        {
            var name = tag.AttributeName(i);
            if (!name.StartsWith("xmlns"u8) || (name.Length > 5 && name[5] != (byte)':'))
                continue;
            var prefix = name.Length > 6 ? Encoding.UTF8.GetString(name[6..]).ToLowerInvariant() : "";
            (declared ??= []).Add((prefix, Encoding.UTF8.GetString(tag.AttributeValue(i)).Trim()));
        }

        return declared is null || _count >= MaxPrefixes ? this : new NameScope(this, declared);
    }

    /// <summary>A namespace is declared here or around here whose address holds the words.</summary>
    public bool Declares(string words)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._declared.Any(d => d.Space.Contains(words, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    public string Element(ReadOnlySpan<byte> raw) => Find(_elements, raw, isElement: true);

    public string Attribute(ReadOnlySpan<byte> raw) => Find(_attributes, raw, isElement: false);

    private string Find(Dictionary<byte[], string> known, ReadOnlySpan<byte> raw, bool isElement)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(raw, out var name))
            return name;
        name = Canonical(Encoding.UTF8.GetString(raw), isElement);
        if (known.Count < MaxNames)
            lookup.TryAdd(raw, name);
        return name;
    }

    /// <summary>The usual prefix for a known namespace; else the prefix as written, declared or not.</summary>
    private string Canonical(string raw, bool isElement)
    {
        var colon = raw.IndexOf(':');
        var prefix = colon < 0 ? "" : raw[..colon].ToLowerInvariant();
        var local = raw[(colon + 1)..].ToLowerInvariant();
        if ((isElement || colon >= 0) && Space(prefix) is { Length: > 0 } space && ByAddress.TryGetValue(space.AsSpan().TrimEnd('/'), out var usual))
            prefix = usual;
        return prefix.Length == 0 ? local : $"{prefix}:{local}";
    }

    private string? Space(string prefix)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            foreach (var (declared, space) in scope._declared)
            {
                if (declared == prefix)
                    return space;
            }
        }

        return null;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Bytes Same = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] name) => GetHashCode(name.AsSpan());

        public bool Equals(ReadOnlySpan<byte> name, byte[] other) => name.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> name)
        {
            var hash = new HashCode();
            hash.AddBytes(name);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> name) => name.ToArray();
    }
}
