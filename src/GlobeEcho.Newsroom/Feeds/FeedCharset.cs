using System.Text;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Turns a feed's bytes into text: by byte order mark, by what the bytes are, by the header, by the XML prolog.</summary>
internal static partial class FeedCharset
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly string[] Wide = ["utf-16", "utf-32", "ucs-2", "utf-7"];

    static FeedCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Never fails: bytes that fit no declared charset are read as windows-1252. Control characters are left out.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (encoding, mark) = Find(body, contentType);
        return WithoutControls(encoding.GetString(body[mark..]));
    }

    private static (Encoding Encoding, int Mark) Find(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
            return (Encoding.UTF8, 3);
        if (body.StartsWith(new byte[] { 0xFF, 0xFE, 0, 0 }))
            return (Encoding.UTF32, 4);
        if (body.StartsWith(new byte[] { 0, 0, 0xFE, 0xFF }))
            return (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4);
        if (body.StartsWith(new byte[] { 0xFF, 0xFE }))
            return (Encoding.Unicode, 2);
        if (body.StartsWith(new byte[] { 0xFE, 0xFF }))
            return (Encoding.BigEndianUnicode, 2);
        // The first character of a feed is ASCII, so a zero beside it betrays UTF-16 without a mark.
        if (body is [not 0, 0, not 0, 0, ..])
            return (Encoding.Unicode, 0);
        if (body is [0, not 0, 0, not 0, ..])
            return (Encoding.BigEndianUnicode, 0);

        // Letters beyond ASCII that form correct UTF-8 are UTF-8, whatever is declared: no other charset does so by chance.
        if (IsUtf8BeyondAscii(body))
            return (Encoding.UTF8, 0);
        var prolog = Encoding.ASCII.GetString(body[..Math.Min(body.Length, 300)]);
        foreach (var name in new[] { Name(Header(), contentType ?? ""), Name(Prolog(), prolog) })
        {
            if (name is not null && Named(name) is { } encoding && Fits(body, encoding))
                return (encoding, 0);
        }

        return Fits(body, StrictUtf8) ? (Encoding.UTF8, 0) : (Encoding.GetEncoding(1252), 0);
    }

    private static string? Name(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static Encoding? Named(string name)
    {
        // As browsers do: Latin-1 and ASCII mean their superset. A wide charset cannot declare itself in single bytes.
        var known = name.ToLowerInvariant();
        if (known is "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii")
            known = "windows-1252";
        if (Wide.Any(w => known.StartsWith(w, StringComparison.Ordinal)))
            return null;
        try
        {
            return Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8BeyondAscii(ReadOnlySpan<byte> body)
    {
        // An ISO-2022 text is all ASCII bytes and is left to its declaration.
        if (!System.Text.Unicode.Utf8.IsValid(body))
            return false;
        return body.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;
    }

    private static bool Fits(ReadOnlySpan<byte> body, Encoding encoding)
    {
        try
        {
            encoding.GetCharCount(body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !Controls().IsMatch(text))
            return text;
        return Controls().Replace(text, "");
    }

    [GeneratedRegex("""charset\s*=\s*["']?([\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex("""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Prolog();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uFEFF]")]
    private static partial Regex Controls();
}
