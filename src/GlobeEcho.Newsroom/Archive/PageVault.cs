using System.IO.Compression;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Archive;

/// <summary>The raw bytes of pages as they were fetched, kept for a while so that a better reader can read them again.</summary>
public sealed class PageVault(IOptions<ArchiveOptions> options, TimeProvider clock)
{
    /// <summary>Does nothing when no days are set.</summary>
    public async Task KeepAsync(ArchiveSession session, Uri address, byte[] body, string? contentType, CancellationToken cancel)
    {
        if (options.Value.RawPageDays == 0)
            return;
        await session.ExecuteAsync(
            """
            INSERT INTO raw_page (address, content_type, fetched, body) VALUES (@address, @contentType, @fetched, @body)
            ON CONFLICT (address) DO UPDATE SET content_type = excluded.content_type, fetched = excluded.fetched, body = excluded.body
            """,
            new { address = address.AbsoluteUri, contentType, fetched = clock.GetUtcNow().ToUnixTimeMilliseconds(), body = Pack(body) },
            cancel);
    }

    /// <summary>The kept bytes, or null when the page was never fetched or is past its days.</summary>
    public async Task<byte[]?> FindAsync(ArchiveSession session, Uri address, CancellationToken cancel)
    {
        var packed = await session.FirstAsync<byte[]>("SELECT body FROM raw_page WHERE address = @address", new { address = address.AbsoluteUri }, cancel);
        if (packed is null)
            return null;
        using var plain = new MemoryStream();
        await using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            await brotli.CopyToAsync(plain, cancel);
        return plain.ToArray();
    }

    /// <summary>Forgets the pages that are past their days; returns how many.</summary>
    public Task<int> ForgetAsync(ArchiveSession session, CancellationToken cancel) => session.ExecuteAsync(
        "DELETE FROM raw_page WHERE fetched < @before",
        new { before = clock.GetUtcNow().AddDays(-options.Value.RawPageDays).ToUnixTimeMilliseconds() },
        cancel);

    private static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(body);
        return packed.ToArray();
    }
}
