using System.Runtime.CompilerServices;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Commands;

/// <summary>One thing to take articles from: a page, or an archive of pages.</summary>
/// <param name="Address">Where to ask for it, or where a file came from; null when nobody says.</param>
/// <param name="File">Null when it is an address or standard input.</param>
internal sealed record ExtractSource(string Id, Uri? Address, string? File)
{
    // More than any page; a file of disks or films given by mistake must not fill the memory.
    private const int LongestFile = 64 * 1024 * 1024;

    private static readonly string[] PageEndings = [".html", ".htm", ".html.gz", ".htm.gz"];
    private static readonly string[] ArchiveEndings = [".warc", ".warc.gz"];

    /// <summary>Why there is nothing to read; null when there may be something.</summary>
    public string? Missing { get; private init; }

    /// <summary>A file or standard input, whatever is said of where it came from.</summary>
    public bool IsAtHand { get; init; }

    public bool IsToFetch => Address is not null && !IsAtHand;

    /// <summary>Whether it holds many pages, so that how many there are is only known at its end.</summary>
    public bool IsArchive => File is not null && EndsWith(File, ArchiveEndings);

    /// <summary>What an argument stands for; folders are searched to the bottom, in the order of their names.</summary>
    public static IEnumerable<ExtractSource> Find(string given)
    {
        if (given == "-")
            return [new ExtractSource("-", null, null)];
        if (Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return [new ExtractSource(given, address, null)];
        if (!Directory.Exists(given))
            return [new ExtractSource(IdOf(given), null, given)];
        var found = Directory.EnumerateFiles(given, "*", SearchOption.AllDirectories)
            .Where(f => EndsWith(f, PageEndings) || EndsWith(f, ArchiveEndings))
            .Order(StringComparer.Ordinal).Select(f => new ExtractSource(IdOf(f), null, f)).ToList();
        return found.Count > 0 ? found : [new ExtractSource(given, null, null) { Missing = $"The folder holds no page ({string.Join(", ", [.. PageEndings, .. ArchiveEndings])})." }];
    }

    /// <summary>The page's bytes with what is known of them, or the reason there are none.</summary>
    public async Task<ExtractPage> ReadAsync(Fetcher? fetcher, CancellationToken cancel)
    {
        if (Missing is not null)
            return ExtractPage.Failed(Id, Missing);
        if (IsToFetch)
        {
            return await fetcher!.FetchAsync(new FetchRequest(Address!, Accept: "text/html,application/xhtml+xml,*/*;q=0.5"), cancel) switch
            {
                FetchResult.Fresh fresh => new ExtractPage(Id, fresh.Body, fresh.ContentType, fresh.Address),
                FetchResult.Failed failed => ExtractPage.Failed(Id, failed.Reason),
                FetchResult.Refused refused => ExtractPage.Failed(Id, refused.Reason),
                FetchResult.Gone => ExtractPage.Failed(Id, "The server says the page is gone."),
                _ => ExtractPage.Failed(Id, "The server sent no page."),
            };
        }

        try
        {
            await using var file = InputFile.Open(File ?? "-");
            using var body = new MemoryStream();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await file.ReadAsync(buffer, cancel)) > 0)
            {
                if (body.Length + read > LongestFile)
                    return Failed($"The page has more than {LongestFile:N0} bytes.");
                body.Write(buffer, 0, read);
            }

            return new ExtractPage(Id, body.ToArray(), null, Address) { File = File };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Failed(Plain(e));
        }
    }

    private ExtractPage Failed(string reason) => ExtractPage.Failed(Id, reason) with { File = File };

    private string Plain(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"There is no file {File}.",
        InvalidDataException when File?.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) == true && !IsArchive => "The file is no gzip, or it is broken.",
        _ => e.Message,
    };

    /// <summary>The pages of an archive, each under its address; where the archive breaks off, a last one says why.</summary>
    public async IAsyncEnumerable<ExtractPage> ReadArchiveAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        IAsyncEnumerator<WarcPage>? pages = null;
        try
        {
            while (true)
            {
                ExtractPage next;
                try
                {
                    pages ??= WarcReader.ReadAsync(InputFile.Open(File!), cancel).GetAsyncEnumerator(cancel);
                    if (!await pages.MoveNextAsync())
                        break;
                    var page = pages.Current;
                    next = page.Error is null && Uri.TryCreate(page.Address, UriKind.Absolute, out var address)
                        ? new ExtractPage(page.Address, page.Body, page.ContentType, address)
                        : ExtractPage.Failed(page.Address, page.Error ?? "The record has no address.");
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    next = Failed(Plain(e));
                }

                yield return next;
                if (next.Id == Id && next.Error is not null)
                    break;
            }
        }
        finally
        {
            if (pages is not null)
                await pages.DisposeAsync();
        }
    }

    private static bool EndsWith(string file, string[] endings) => endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static string IdOf(string file)
    {
        var name = Path.GetFileName(file);
        foreach (var ending in PageEndings.Reverse().Concat(ArchiveEndings.Reverse()))
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return name[..^ending.Length];
        }

        return name;
    }
}
