using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>
/// Turns a document's bytes into UTF-8: by byte order mark, by what the bytes are, by the header, by the XML declaration, in the order of
/// RFC 7303 as far as the bytes bear it out. A document that is UTF-8 already is not copied.
/// </summary>
internal static partial class FeedCharset
{
    // Where declarations stand.
    private const int HeadBytes = 300;

    private const int PieceBytes = 16 * 1024;

    private static readonly Encoding MixedUtf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new StrayBytes());

    private static readonly string[] Wide = ["utf-16", "utf_16", "utf-32", "utf_32", "ucs-2", "utf-7", "iso-10646"];

    static FeedCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Never fails: bytes that fit no declared charset are read as what they look like, at last as UTF-8 mixed with windows-1252.</summary>
    /// <returns>The text in UTF-8 without its mark, and the name of the charset it was in.</returns>
    public static (ReadOnlyMemory<byte> Text, string Name) Utf8Of(ReadOnlyMemory<byte> body, string? contentType)
    {
        var (encoding, mark, name) = Find(body.Span, contentType);
        if (encoding is null)
            return (body[mark..], name);
        return (Converted(body.Span[mark..], encoding), name);
    }

    /// <summary>The whole text; control characters are left out.</summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (encoding, mark, _) = Find(body, contentType);
        return Controls().Replace((encoding ?? Encoding.UTF8).GetString(body[mark..]), "");
    }

    private static ReadOnlyMemory<byte> Converted(ReadOnlySpan<byte> body, Encoding encoding)
    {
        // Piece by piece: the whole is never held in UTF-16.
        var text = new ArrayBufferWriter<byte>(body.Length + (body.Length / 8) + 16);
        var piece = new char[PieceBytes];
        var decoder = encoding.GetDecoder();
        for (var done = false; !done;)
        {
            decoder.Convert(body, piece, flush: true, out var used, out var made, out done);
            body = body[used..];
            var length = Encoding.UTF8.GetBytes(piece.AsSpan(0, made), text.GetSpan(made * 3));
            text.Advance(length);
        }

        return text.WrittenMemory;
    }

    private static (Encoding? Encoding, int Mark, string Name) Find(ReadOnlySpan<byte> body, string? contentType)
    {
        switch (body)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (Utf8.IsValid(body[3..]) ? null : MixedUtf8, 3, "utf-8");
            case [0xFF, 0xFE, 0, 0, ..]:
                return (Encoding.UTF32, 4, "utf-32le");
            case [0, 0, 0xFE, 0xFF, ..]:
                return (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4, "utf-32be");
            case [0xFF, 0xFE, ..]:
                return (Encoding.Unicode, 2, "utf-16le");
            case [0xFE, 0xFF, ..]:
                return (Encoding.BigEndianUnicode, 2, "utf-16be");
            // The first character of a feed is ASCII, so zeros beside it betray a wide charset without a mark.
            case [not 0, 0, 0, 0, ..]:
                return (Encoding.UTF32, 0, "utf-32le");
            case [0, 0, 0, not 0, ..]:
                return (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0, "utf-32be");
            case [not 0, 0, not 0, 0, ..]:
                return (Encoding.Unicode, 0, "utf-16le");
            case [0, not 0, 0, not 0, ..]:
                return (Encoding.BigEndianUnicode, 0, "utf-16be");
            default:
                return Narrow(body, contentType ?? "");
        }
    }

    private static (Encoding? Encoding, int Mark, string Name) Narrow(ReadOnlySpan<byte> body, string contentType)
    {
        var header = Name(Header(), contentType);
        var prolog = Name(Prolog(), Encoding.Latin1.GetString(body[..Math.Min(body.Length, HeadBytes)]));
        // ISO-2022 writes all languages in bytes of ASCII, with escapes.
        var ascii = Ascii.IsValid(body) && !body.Contains((byte)0x1B);
        // Letters beyond ASCII that form correct UTF-8 are UTF-8, whatever is declared: no other charset does so by chance.
        if (!ascii && !Ascii.IsValid(body) && Utf8.IsValid(body))
            return (null, 0, "utf-8");
        // RFC 3023, which most servers were set up by: text/xml without a charset is ASCII, and the document has no say.
        var declared = header is not null && Named(header) is not null ? [header, prolog]
            : IsTextXml(contentType) && ascii ? (string?[])["us-ascii"] : [prolog];
        foreach (var name in declared.OfType<string>())
        {
            if (Named(name) is not { } encoding)
                continue;
            if (ascii && IsAsciiBelow(encoding))
                return (null, 0, name.ToLowerInvariant());
            if (Fits(body, encoding))
                return (encoding, 0, name.ToLowerInvariant());
        }

        if (ascii)
            return (null, 0, "utf-8");
        if (prolog is null && header is null && CharsetGuess.Of(body) is { } guess)
            return (Encoding.GetEncoding(guess.Page), 0, guess.Name);
        return (MixedUtf8, 0, "windows-1252");
    }

    private static bool IsTextXml(string contentType)
    {
        var type = contentType.Split(';')[0].Trim().ToLowerInvariant();
        return type is "text/xml" or "text/xml-external-parsed-entity" || (type.StartsWith("text/", StringComparison.Ordinal) && type.EndsWith("+xml", StringComparison.Ordinal));
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
            // A name that nobody has is no name.
            return null;
        }
    }

    /// <summary>Bytes of ASCII mean ASCII in it; not so where escapes or letters switch the meaning (ISO-2022, HZ, EBCDIC).</summary>
    private static bool IsAsciiBelow(Encoding encoding) =>
        encoding.CodePage is not (>= 50220 and <= 50229 or 52936 or 65000) && encoding.GetString("<?xml"u8) == "<?xml";

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

    [GeneratedRegex("""charset\s*=\s*["']?\s*([\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex("""<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Prolog();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uFEFF]")]
    private static partial Regex Controls();
}
