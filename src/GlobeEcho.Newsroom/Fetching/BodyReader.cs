using System.IO.Compression;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Reads an answer's body, inflating it under a limit that counts the inflated bytes.</summary>
internal static class BodyReader
{
    /// <summary>Null when there is more than <paramref name="limit"/> bytes; nothing beyond it is inflated.</summary>
    /// <exception cref="InvalidDataException">The compressed bytes are damaged.</exception>
    public static async Task<byte[]?> ReadAsync(Stream raw, string encoding, int limit, CancellationToken cancel)
    {
        await using var plain = Inflate(raw, encoding);
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        int count;
        while ((count = await plain.ReadAsync(buffer, cancel)) > 0)
        {
            if (body.Length + count > limit)
                return null;
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static Stream Inflate(Stream raw, string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        "" or "identity" => raw,
        "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
        // Servers mean zlib by "deflate" (RFC 9110 §8.4.1.2).
        "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
        "br" => new BrotliStream(raw, CompressionMode.Decompress),
        var other => throw new InvalidDataException($"Unknown content coding {other}."),
    };
}
