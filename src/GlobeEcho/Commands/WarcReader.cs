using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace GlobeEcho.Commands;

/// <summary>
/// Reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500): responses and resources that are HTML. Redirects, pictures and other
/// kinds of records are passed over; a record longer than a page may be costs one line with its reason.
/// </summary>
internal static class WarcReader
{
    // After unpacking too; longer ones are no pages.
    private const int LongestRecord = 64 * 1024 * 1024;
    private const int LongestLine = 64 * 1024;

    public static async IAsyncEnumerable<WarcPage> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var input = new BufferedStream(stream, 1 << 16);
        while (Headers(input) is { } record)
        {
            if (!record.TryGetValue("", out var version) || !version.StartsWith("WARC/1.", StringComparison.Ordinal))
                throw new InvalidDataException("The file is no web archive, or it is broken here.");
            if (!long.TryParse(record.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new InvalidDataException("A record of the archive does not say its length.");
            var kind = record.GetValueOrDefault("WARC-Type");
            var address = record.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>');
            if (kind is not ("response" or "resource") || address is null || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                await SkipAsync(input, length, cancel);
            }
            else if (length > LongestRecord)
            {
                await SkipAsync(input, length, cancel);
                yield return new WarcPage(address, [], null, $"The record has more than {LongestRecord:N0} bytes.");
            }
            else
            {
                var block = new byte[length];
                await input.ReadExactlyAsync(block, cancel);
                var page = kind == "response" ? OfResponse(address, block) : OfResource(address, block, record.GetValueOrDefault("Content-Type"));
                if (page is not null)
                    yield return page;
            }
        }
    }

    /// <summary>The next record's headers, its version under the empty name; null at the end.</summary>
    private static Dictionary<string, string>? Headers(Stream input)
    {
        var line = Line(input);
        while (line is { Length: 0 })
            line = Line(input);
        return line is null ? null : Fields(line, () => Line(input));
    }

    private static Dictionary<string, string> Fields(string first, Func<string?> next)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [""] = first };
        while (next() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return fields;
    }

    private static string? Line(Stream input)
    {
        var line = new StringBuilder();
        int value;
        while ((value = input.ReadByte()) >= 0 && value != '\n')
        {
            if (line.Length > LongestLine)
                throw new InvalidDataException("A line of the archive's headers never ends.");
            line.Append((char)value);
        }

        return value < 0 && line.Length == 0 ? null : line.ToString().TrimEnd('\r');
    }

    private static async Task SkipAsync(Stream input, long length, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            var read = await input.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancel);
            if (read == 0)
                throw new EndOfStreamException("The archive ends inside a record.");
            length -= read;
        }
    }

    private static WarcPage? OfResource(string address, byte[] block, string? contentType) =>
        IsHtml(contentType) ? new WarcPage(address, block, contentType, null) : null;

    private static WarcPage? OfResponse(string address, byte[] block)
    {
        using var answer = new MemoryStream(block, writable: false);
        if (Line(answer) is not { } status || Fields(status, () => Line(answer)) is not { } fields)
            return null;
        var type = fields.GetValueOrDefault("Content-Type");
        if (status.Split(' ') is not [_, "200", ..] || !IsHtml(type))
            return null;
        try
        {
            var body = block[(int)answer.Position..];
            if (fields.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
                body = Unchunked(body);
            return new WarcPage(address, Unpacked(body, fields.GetValueOrDefault("Content-Encoding")), type, null);
        }
        catch (InvalidDataException e)
        {
            return new WarcPage(address, [], type, e.Message);
        }
    }

    private static bool IsHtml(string? contentType) =>
        contentType is not null && (contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Some archives keep the header and store the body whole: what does not begin with a chunk is taken as it is.</summary>
    private static byte[] Unchunked(byte[] body)
    {
        using var input = new MemoryStream(body, writable: false);
        using var whole = new MemoryStream();
        while (Line(input) is { } size && int.TryParse(size.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) && length >= 0)
        {
            if (length == 0)
                return whole.ToArray();
            var take = (int)Math.Min(length, input.Length - input.Position);
            whole.Write(body, (int)input.Position, take);
            input.Position += take;
            Line(input);
        }

        return whole.Length == 0 ? body : whole.ToArray();
    }

    private static byte[] Unpacked(byte[] body, string? encoding)
    {
        using var packed = new MemoryStream(body, writable: false);
        using Stream? plain = encoding?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (plain is null)
            return body;
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = plain.Read(buffer)) > 0)
        {
            if (whole.Length + read > LongestRecord)
                throw new InvalidDataException($"The page has more than {LongestRecord:N0} bytes when unpacked.");
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }
}
