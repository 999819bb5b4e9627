using System.Text;

namespace GlobeEcho.Newsroom.Feeds.Markup;

/// <summary>
/// Addresses as text, joined as RFC 3986 section 5.2 says. An absolute one stays letter for letter what it was: readers compare them,
/// and a publisher's own spelling is the one that works.
/// </summary>
internal static class WebAddress
{
    private static readonly string[] Active = ["javascript", "vbscript", "livescript", "mocha", "data", "file", "jar", "about", "view-source", "blob", "filesystem", "res"];

    /// <summary>An address without the white space and control characters that browsers leave out.</summary>
    public static string Tidy(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.ContainsAnyInRange('\0', '\u001F') && !trimmed.ContainsAny('\u007F', '\u200B', '\uFEFF'))
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        var built = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed)
        {
            if (!char.IsControl(c) && c is not ('\u200B' or '\uFEFF'))
                built.Append(c);
        }

        return built.ToString().Trim();
    }

    /// <summary>The scheme in lower case; null for a relative address.</summary>
    public static string? Scheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(':', '/');
        if (colon <= 0 || address[colon] != ':' || !char.IsAsciiLetter(address[0]))
            return null;
        foreach (var c in address.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return null;
        }

        return address[..colon].ToLowerInvariant();
    }

    /// <summary>Whether following the address could run something or read the reader's own disk.</summary>
    public static bool IsActive(string address)
    {
        var scheme = Scheme(address);
        // "feed:javascript:..." is javascript to the readers that know the first one.
        return scheme is not null && (Active.Contains(scheme) || (scheme == "feed" && IsActive(address[(scheme.Length + 1)..])));
    }

    /// <summary>The address made absolute, as far as there is something to count from; empty when it must not be followed.</summary>
    public static string Resolve(string? from, string text)
    {
        var address = Tidy(text);
        if (Scheme(address) is not null)
            return IsActive(address) ? "" : address;
        return string.IsNullOrEmpty(from) ? address : Join(from, address);
    }

    private static string Join(string from, string reference)
    {
        if (Scheme(from) is not { } scheme || from.Length < scheme.Length + 3 || from.AsSpan(scheme.Length, 3) is not "://")
            return reference;
        var root = from.AsSpan(scheme.Length + 3).IndexOfAny('/', '?', '#') is >= 0 and var end ? scheme.Length + 3 + end : from.Length;
        if (reference.StartsWith("//", StringComparison.Ordinal))
            return from[..(scheme.Length + 1)] + reference;
        var tail = from.AsSpan(root).IndexOf('#') is >= 0 and var mark ? from[..(root + mark)] : from;
        if (reference.Length == 0)
            return tail;
        if (reference[0] == '#')
            return tail + reference;
        var bare = tail.AsSpan(root).IndexOf('?') is >= 0 and var query ? tail[..(root + query)] : tail;
        if (reference[0] == '?')
            return bare + reference;
        var path = reference[0] == '/' ? reference : bare.LastIndexOf('/') is var slash && slash >= root ? bare[root..(slash + 1)] + reference : "/" + reference;
        return from[..root] + WithoutDots(path);
    }

    private static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal))
            return path;
        var end = path.AsSpan().IndexOfAny('?', '#') is >= 0 and var mark ? mark : path.Length;
        var kept = new List<string>();
        var parts = path[..end].Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            if (parts[i] == "..")
            {
                if (kept.Count > 0)
                    kept.RemoveAt(kept.Count - 1);
            }
            else if (parts[i] != ".")
            {
                kept.Add(parts[i]);
                continue;
            }

            if (last)
                kept.Add("");
        }

        return "/" + string.Join('/', kept) + path[end..];
    }
}
