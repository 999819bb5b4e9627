using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Reads an answer's body, inflating it under a limit that counts the inflated bytes.</summary>
internal static class BodyReader
{
    // RFC 9659: a coding zstd on the web never needs a window of more than 8 MB.
    private const int ZstdWindowLog = 23;

    /// <summary>
    /// Null when there is more than the limit, or what is within it where the rest is cut; nothing beyond it is inflated.
    /// </summary>
    /// <exception cref="InvalidDataException">The compressed bytes are damaged.</exception>
    public static async Task<byte[]?> ReadAsync(Stream raw, string encoding, FetchLimits limits, CancellationToken cancel)
    {
        await using var plain = await InflateAsync(raw, encoding, cancel);
        using var body = new SpilledBytes();
        var buffer = new byte[81_920];
        int count;
        try
        {
            while ((count = await plain.ReadAsync(buffer, cancel)) > 0)
            {
                if (body.Length + count > limits.Bytes)
                {
                    if (!limits.Cut)
                        return null;
                    body.Write(buffer, limits.Bytes - (int)body.Length);
                    break;
                }

                body.Write(buffer, count);
            }
        }
        catch (Exception e) when ((e is InvalidOperationException && plain is BrotliStream) || e is ZstdException || (e is EndOfStreamException && plain is DecompressionStream))
        {
            // Brotli reports damaged bytes as if they were our misuse, and zstd in words of its own.
            throw new InvalidDataException(e.Message, e);
        }

        return body.ToArray();
    }

    private static async Task<Stream> InflateAsync(Stream raw, string encoding, CancellationToken cancel)
    {
        switch (encoding.Trim().ToLowerInvariant())
        {
            case "" or "identity":
                return raw;
            case "gzip" or "x-gzip":
                return new GZipStream(raw, CompressionMode.Decompress);
            case "br":
                return new BrotliStream(raw, CompressionMode.Decompress);
            case "zstd":
                var zstd = new DecompressionStream(raw);
                zstd.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, ZstdWindowLog);
                return zstd;
            case "deflate":
                // It means zlib (RFC 9110 §8.4.1.2), but some servers send the bare form; the zlib head tells them apart.
                var start = new byte[2];
                var count = await raw.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
                var whole = new RewoundStream(start.AsMemory(0, count), raw);
                return (start[0] & 0x0F) == 8 && ((start[0] << 8) | start[1]) % 31 == 0
                    ? new ZLibStream(whole, CompressionMode.Decompress)
                    : new DeflateStream(whole, CompressionMode.Decompress);
            case var other:
                throw new InvalidDataException($"Unknown content coding {other}.");
        }
    }
}
