using System.Text;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>
/// The entities that a document's own DTD declares as plain text. One that names a file, an address or another entity is not known
/// and stays as written, so there is nothing to load and nothing to multiply; what the rest adds to a document is bounded.
/// </summary>
internal sealed class DeclaredEntities
{
    private const int MaxEntities = 256;
    private const int MaxLength = 1_000;

    // Characters that entities may add to one document.
    private const int MaxAdded = 100_000;

    private Dictionary<string, string>? _known;
    private int _added;

    public string? Find(ReadOnlySpan<char> name)
    {
        if (_known is null || !_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var text))
            return null;
        if (_added + text.Length > MaxAdded)
            return null;
        _added += text.Length;
        return text;
    }

    /// <summary>Decodes these and what HTML declares.</summary>
    public string Decode(string text) => CharacterReferences.Decode(text, name => Find(name) ?? CharacterReferences.Named(name));

    /// <param name="subset">What stands between the brackets of the DOCTYPE.</param>
    public void Declare(ReadOnlySpan<byte> subset)
    {
        while (subset.IndexOf("<!ENTITY"u8) is >= 0 and var at)
        {
            subset = subset[(at + 8)..];
            var rest = subset.TrimStart(" \t\r\n"u8);
            var end = rest.IndexOfAny(" \t\r\n>"u8);
            if (end <= 0 || rest[0] == (byte)'%' || rest[end] == (byte)'>')
                continue;
            var name = rest[..end];
            rest = rest[end..].TrimStart(" \t\r\n"u8);
            if (rest.Length < 2 || rest[0] is not ((byte)'"' or (byte)'\''))
                continue;
            var close = rest[1..].IndexOf(rest[0]);
            if (close < 0)
                continue;
            Add(name, rest.Slice(1, close));
            subset = rest[(close + 2)..];
        }
    }

    private void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.Length > MaxLength || name.Length > MaxLength || _known?.Count >= MaxEntities)
            return;
        var text = CharacterReferences.Decode(Encoding.UTF8.GetString(value), _ => null);
        // A reference or a tag within is another's expansion: the entity is left alone.
        if (text.AsSpan().ContainsAny('&', '<', '%'))
            return;
        _known ??= new Dictionary<string, string>(StringComparer.Ordinal);
        _known.TryAdd(Encoding.UTF8.GetString(name), text);
    }
}
