using System.Text;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Turns a page's bytes into text: byte order mark, then the header's charset, then the page's own, then UTF-8 if it holds, else windows-1252.</summary>
public static partial class PageEncoding
{
    // The HTML standard looks for the page's charset in its first 1024 bytes; pages of the press put it later.
    private const int Prescan = 8192;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="contentType">The whole header, or null.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        if (Named(HeaderCharset().Match(contentType ?? "")) is { } said)
            return Believe(said, bytes);
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)]);
        // A page whose meta can be read as ASCII is not UTF-16, whatever it says.
        if (Named(MetaCharset().Match(head)) is { } meta)
            return Believe(meta is UnicodeEncoding ? Encoding.UTF8 : meta, bytes);
        return Utf8(bytes) ?? Windows1252.GetString(bytes);
    }

    private static Encoding Windows1252 => Encoding.GetEncoding(1252);

    /// <summary>A charset that does not fit the bytes gives way: bytes that are valid UTF-8 beyond ASCII are hardly ever anything else.</summary>
    private static string Believe(Encoding said, ReadOnlySpan<byte> bytes)
    {
        if (said is UTF8Encoding)
            return Utf8(bytes) ?? (LooksLikeUtf8(bytes) ? Encoding.UTF8 : Windows1252).GetString(bytes);
        if (said.IsSingleByte && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8(bytes) is { } text)
            return text;
        return said.GetString(bytes);
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        return Strict.GetString(bytes);
    }

    /// <summary>A few broken bytes in a UTF-8 page must not turn the rest of it into gibberish.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        int good = 0, bad = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD')
                bad++;
            else if (c > '\u007F')
                good++;
        }

        return good >= bad;
    }

    private static Encoding? Named(Match match)
    {
        if (!match.Success)
            return null;
        // The names browsers read as windows-1252.
        var name = match.Groups[1].Value.Trim().ToLowerInvariant();
        if (name is "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252")
            return Windows1252;
        name = name switch { "utf8" => "utf-8", "gbk" or "gb2312" => "gb18030", "x-sjis" => "shift_jis", "ks_c_5601-1987" => "euc-kr", _ => name };
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // No such charset, or UTF-7, which nobody reads any more.
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([\w.:+-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex("""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:+-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
