using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace GlobeEcho.Newsroom.Articles.Pages;

/// <summary>Resolves character references (&amp;eacute; and &amp;#233;) as the HTML standard does.</summary>
internal static class CharacterReferences
{
    // The longest name in the standard's list has 32 characters.
    private const int Longest = 34;

    // Numbers 128 to 159 are read as windows-1252 has them.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string Resolve(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text.ToString();
        var plain = new StringBuilder(text.Length);
        Span<char> symbol = stackalloc char[4];
        while (text.Length > 0)
        {
            var at = text.IndexOf('&');
            if (at < 0)
                break;
            plain.Append(text[..at]);
            text = text[at..];
            var used = Read(text, symbol, out var written);
            plain.Append(used == 0 ? text[..1] : symbol[..written]);
            text = text[Math.Max(used, 1)..];
        }

        return plain.Append(text).ToString();
    }

    /// <summary>Reads the reference at the text's first character, an ampersand.</summary>
    /// <param name="symbol">Room for at least four characters.</param>
    /// <returns>How many characters of the text it takes; 0 when it is none.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<char> symbol, out int written)
    {
        written = 0;
        if (text.Length < 3)
            return 0;
        if (text[1] == '#')
            return ReadNumber(text, symbol, out written);
        var end = 1;
        while (end < text.Length && end < Longest && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == 1)
            return 0;
        var closed = end < text.Length && text[end] == ';';
        var found = Named(text[1..end], closed);
        if (found is null)
            return 0;
        found.CopyTo(symbol);
        written = found.Length;
        return closed ? end + 1 : end;
    }

    private static string? Named(ReadOnlySpan<char> name, bool closed) => name switch
    {
        "nbsp" => "\u00A0",
        "amp" => "&",
        "quot" => "\"",
        "lt" => "<",
        "gt" => ">",
        "apos" when closed => "'",
        "rsquo" when closed => "’",
        _ => HtmlEntityProvider.Resolver.GetSymbol(closed ? name.ToString() + ";" : name.ToString()) is { Length: > 0 and <= 4 } symbol ? symbol : null,
    };

    private static int ReadNumber(ReadOnlySpan<char> text, Span<char> symbol, out int written)
    {
        written = 0;
        var hexadecimal = text.Length > 3 && text[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 10 && (hexadecimal ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start)
            return 0;
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var value = long.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out var number) && Rune.IsValid((int)Math.Min(number, int.MaxValue)) ? (int)number : 0xFFFD;
        if (value is >= 128 and <= 159)
            value = Windows1252[value - 128];
        if (value == 0)
            value = 0xFFFD;
        written = new Rune(value).EncodeToUtf16(symbol);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
