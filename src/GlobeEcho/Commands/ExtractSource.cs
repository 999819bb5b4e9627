using System.IO.Compression;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Commands;

/// <summary>One page to take an article from.</summary>
/// <param name="Address">Where to ask for it; null when it is a file or standard input.</param>
/// <param name="File">Null when it is an address or standard input.</param>
internal sealed record ExtractSource(string Id, Uri? Address, string? File)
{
    private static readonly string[] Endings = [".html", ".htm", ".html.gz", ".htm.gz"];

    /// <summary>What an argument stands for; folders are searched to the bottom, in the order of their names.</summary>
    public static IEnumerable<ExtractSource> Find(string given)
    {
        if (given == "-")
            return [new ExtractSource("-", null, null)];
        if (Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return [new ExtractSource(given, address, null)];
        if (!Directory.Exists(given))
            return [new ExtractSource(IdOf(given), null, given)];
        return Directory.EnumerateFiles(given, "*", SearchOption.AllDirectories)
            .Where(f => Endings.Any(e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal).Select(f => new ExtractSource(IdOf(f), null, f));
    }

    /// <summary>The page's bytes with what is known of them, or the reason there are none.</summary>
    public async Task<(byte[] Body, string? ContentType, Uri? Address, string? Error)> ReadAsync(Fetcher? fetcher, CancellationToken cancel)
    {
        if (Address is not null)
        {
            return await fetcher!.FetchAsync(new FetchRequest(Address, Accept: "text/html,application/xhtml+xml,*/*;q=0.5"), cancel) switch
            {
                FetchResult.Fresh fresh => (fresh.Body, fresh.ContentType, fresh.Address, null),
                FetchResult.Failed failed => ([], null, null, failed.Reason),
                FetchResult.Refused refused => ([], null, null, refused.Reason),
                FetchResult.Gone => ([], null, null, "The server says the page is gone."),
                _ => ([], null, null, "The server sent no page."),
            };
        }

        try
        {
            await using var file = File is null ? Console.OpenStandardInput() : System.IO.File.OpenRead(File);
            await using var plain = File is not null && File.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var body = new MemoryStream();
            await plain.CopyToAsync(body, cancel);
            return (body.ToArray(), null, null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return ([], null, null, e.Message);
        }
    }

    private static string IdOf(string file)
    {
        var name = Path.GetFileName(file);
        foreach (var ending in Endings.Reverse())
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return name[..^ending.Length];
        }

        return name;
    }
}
