using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace GlobeEcho.Newsroom.Text;

/// <summary>
/// Character references (&amp;eacute; and &amp;#233;), read in two ways: <see cref="Resolve"/> as a browser reads a page, where the semicolon
/// may be missing; <see cref="Decode"/> as XML has it, where a reference is whole or none, with HTML's names.
/// </summary>
internal static class CharacterReferences
{
    // The longest name of HTML has 31 letters.
    private const int Longest = 40;

    // The numbers 128 to 159 of a text that was never converted mean windows-1252.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private delegate int Reader(ReadOnlySpan<char> text, StringBuilder plain);

    /// <summary>Resolves what a browser would; a lone ampersand stays.</summary>
    public static string Resolve(ReadOnlySpan<char> text) => Replace(text, static (rest, plain) =>
    {
        Span<char> symbol = stackalloc char[4];
        var used = Read(rest, symbol, out var written);
        plain.Append(symbol[..written]);
        return used;
    });

    /// <summary>Decodes each whole reference once; unknown names and a lone ampersand stay as they are.</summary>
    /// <param name="named">What a name means, null for nothing; without it, what HTML says.</param>
    public static string Decode(string text, Func<string, string?>? named = null) => text.Contains('&') ? Replace(text, (rest, plain) =>
    {
        var length = Length(rest);
        if (length == 0 || Meaning(rest[1..(length - 1)], named) is not { } meaning)
            return 0;
        plain.Append(meaning);
        return length;
    }) : text;

    /// <summary>Reads the reference at the text's first character, an ampersand, as a browser does.</summary>
    /// <param name="symbol">Room for at least four characters.</param>
    /// <returns>How many characters of the text it takes; 0 when it is none.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<char> symbol, out int written)
    {
        written = 0;
        var isNumber = text.Length > 1 && text[1] == '#';
        var end = isNumber ? NumberEnd(text) : 1;
        while (!isNumber && end < text.Length && end < Longest && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == 1)
            return 0;
        var closed = end < text.Length && text[end] == ';';
        if (isNumber)
        {
            written = (Number(text[1..end]) is { Value: > 0 } number ? OfPages(number) : Rune.ReplacementChar).EncodeToUtf16(symbol);
        }
        else if (Named(text[1..end], closed) is { Length: > 0 and <= 4 } found)
        {
            found.CopyTo(symbol);
            written = found.Length;
        }

        return written == 0 ? 0 : closed ? end + 1 : end;
    }

    /// <summary>How long the whole reference at the beginning is, with its ampersand and semicolon; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        return end > 1 && (text[1] == '#' ? NumberEnd(text[..(end + 1)]) == end : IsName(text[1..end])) ? end + 1 : 0;
    }

    /// <summary>What HTML means by a name; null when it has no such name, or none that may stand without its semicolon.</summary>
    public static string? Named(ReadOnlySpan<char> name, bool closed = true) => name switch
    {
        "nbsp" => "\u00A0",
        "amp" => "&",
        "quot" => "\"",
        "lt" => "<",
        "gt" => ">",
        "apos" when closed => "'",
        "rsquo" when closed => "’",
        _ => HtmlEntityProvider.Resolver.GetSymbol(closed ? string.Concat(name, ";") : name.ToString()),
    };

    /// <summary>The character of "#233" or "#xE9"; null when there is no such character.</summary>
    public static Rune? Number(ReadOnlySpan<char> reference)
    {
        var hexadecimal = reference[1] is 'x' or 'X';
        var read = uint.TryParse(
            reference[(hexadecimal ? 2 : 1)..], hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return read && Rune.TryCreate(code, out var rune) ? rune : null;
    }

    /// <summary>Writes a character so that markup has it as text.</summary>
    /// <param name="quotes">Inside an attribute's quotes.</param>
    public static void Write(StringBuilder markup, char c, bool quotes) => _ = c switch
    {
        '&' => markup.Append("&amp;"),
        '<' => markup.Append("&lt;"),
        '>' => markup.Append("&gt;"),
        '"' when quotes => markup.Append("&quot;"),
        _ => markup.Append(c),
    };

    /// <summary>The control characters that stand for windows-1252 in a text that was never converted become its letters.</summary>
    public static string Western(string text) => text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? string.Concat(text.Select(Western)) : text;

    public static char Western(char c) => c is >= '\u0080' and <= '\u009F' ? Windows1252[c - 0x80] : c;

    private static Rune OfPages(Rune number) => number.IsBmp ? new Rune(Western((char)number.Value)) : number;

    private static string Replace(ReadOnlySpan<char> text, Reader read)
    {
        if (!text.Contains('&'))
            return text.ToString();
        var plain = new StringBuilder(text.Length);
        while (text.IndexOf('&') is >= 0 and var at)
        {
            plain.Append(text[..at]);
            text = text[at..];
            var used = read(text, plain);
            plain.Append(text[..(used == 0 ? 1 : 0)]);
            text = text[Math.Max(used, 1)..];
        }

        return plain.Append(text).ToString();
    }

    private static string? Meaning(ReadOnlySpan<char> name, Func<string, string?>? named)
    {
        if (name[0] != '#')
            return named is null ? Named(name) : named(name.ToString());
        return Number(name) switch
        {
            null => "\uFFFD",
            { Value: '\t' or '\n' or '\r' or >= 0x20 } rune => rune.ToString(),
            _ => " ",
        };
    }

    // Where the number's digits are over; 1 when it has none.
    private static int NumberEnd(ReadOnlySpan<char> text)
    {
        var hexadecimal = text.Length > 3 && text[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var digits = hexadecimal ? text[start..].IndexOfAnyExcept(Hexadecimal) : text[start..].IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? text.Length : start + digits;
        return end == start ? 1 : end;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (!char.IsAsciiLetter(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return false;
        }

        return true;
    }
}
