using System.IO.Compression;

namespace GlobeEcho.Newsroom.Archive;

/// <summary>The raw bytes of pages as they were fetched, kept for a while so that a better reader can read them again.</summary>
public sealed class PageVault
{
    public async Task KeepAsync(ArchiveSession session, Uri address, byte[] body, string? contentType, DateTimeOffset fetched, CancellationToken cancel)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO raw_page (address, content_type, fetched, body) VALUES (@address, @contentType, @fetched, @body)
            ON CONFLICT (address) DO UPDATE SET content_type = excluded.content_type, fetched = excluded.fetched, body = excluded.body
            """,
            new { address = address.AbsoluteUri, contentType, fetched = fetched.ToUnixTimeMilliseconds(), body = Pack(body) },
            cancel);
    }

    /// <summary>The kept bytes, or null when the page was never fetched or is past its days.</summary>
    public async Task<byte[]?> FindAsync(ArchiveSession session, Uri address, CancellationToken cancel)
    {
        var packed = await session.FirstAsync<byte[]>("SELECT body FROM raw_page WHERE address = @address", new { address = address.AbsoluteUri }, cancel);
        if (packed is null)
            return null;
        using var plain = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            await brotli.CopyToAsync(plain, cancel);
        return plain.ToArray();
    }

    /// <summary>Forgets pages fetched before a moment; returns how many.</summary>
    public Task<int> ForgetAsync(ArchiveSession session, DateTimeOffset before, CancellationToken cancel) =>
        session.ExecuteAsync("DELETE FROM raw_page WHERE fetched < @before", new { before = before.ToUnixTimeMilliseconds() }, cancel);

    private static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(body);
        return packed.ToArray();
    }
}
