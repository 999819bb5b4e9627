using System.Globalization;
using System.Text;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Reads a robots.txt by RFC 9309. Pure. Whatever is no line of it is passed over.</summary>
public static class RobotsParser
{
    /// <summary>What must be read of one (RFC 9309 §2.5); the rest may be left.</summary>
    public const int MaxBytes = 500 * 1024;

    // Longer than any address we ask for; such a line could match nothing.
    private const int LongestPattern = 8_000;

    /// <summary>The rules of the groups that name the token, or of the groups for everybody where none does.</summary>
    /// <param name="token">The product token, letters, "-" and "_"; its case does not matter.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> body, string token)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]).TrimStart('\uFEFF');
        List<RobotsRule> ours = [], everybodys = [];
        // A group is the rules after one or more lines that name robots; the next such line after a rule begins another.
        bool named = false, forUs = false, forAll = false, inRules = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!Split(line, out var key, out var value))
                continue;
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules)
                    (forUs, forAll, inRules) = (false, false, false);
                forUs |= Names(value, token);
                forAll |= value is "*";
                named |= forUs;
            }
            else if (Allows(key) is { } allows)
            {
                inRules = true;
                // An empty rule closes nothing and opens nothing.
                if (value.Length is 0 or > LongestPattern)
                    continue;
                var rule = new RobotsRule(allows, Spell(value.ToString(), pattern: true));
                if (forUs)
                    ours.Add(rule);
                if (forAll)
                    everybodys.Add(rule);
            }
        }

        return new RobotsRules(named ? ours : everybodys);
    }

    /// <summary>
    /// One spelling for what may be written in several (RFC 9309 §2.2.2): octets outside ASCII percent-encoded, unreserved ones not,
    /// hexadecimal digits large. In an address <c>*</c> and <c>$</c> are encoded too, because in a pattern they mean something else (<c>$</c> only at its end).
    /// </summary>
    public static string Spell(string text, bool pattern)
    {
        var spelled = new StringBuilder(text.Length + 16);
        Span<byte> octets = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                    spelled.Append((char)octet);
                else
                    spelled.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                i += 2;
            }
            else if (c == '*' && !pattern)
            {
                spelled.Append("%2A");
            }
            else if (c == '$' && !(pattern && i == text.Length - 1))
            {
                spelled.Append("%24");
            }
            else if (c is > ' ' and < '\x7F')
            {
                spelled.Append(c);
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
                foreach (var part in octets[..rune.EncodeToUtf8(octets)])
                    spelled.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
                i += used - 1;
            }
        }

        return spelled.ToString();
    }

    private static bool Split(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var comment = line.IndexOf('#');
        var bare = comment < 0 ? line : line[..comment];
        var colon = bare.IndexOf(':');
        key = colon < 0 ? [] : bare[..colon].Trim();
        value = colon < 0 ? [] : bare[(colon + 1)..].Trim();
        return colon > 0;
    }

    private static bool? Allows(ReadOnlySpan<char> key) =>
        key.Equals("allow", StringComparison.OrdinalIgnoreCase) ? true
        : key.Equals("disallow", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    /// <summary>The token alone counts; a version after it does not.</summary>
    private static bool Names(ReadOnlySpan<char> value, string token)
    {
        var end = value.IndexOfAnyExcept(TokenLetters);
        return (end < 0 ? value : value[..end]).Equals(token, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly System.Buffers.SearchValues<char> TokenLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
}
