using GlobeEcho.Newsroom.Archive;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The vault as the desk uses it: nothing is kept where the operator keeps pages for no days.</summary>
public sealed class RawPages(PageVault vault, IOptions<ArchiveOptions> options)
{
    public Task KeepAsync(ArchiveSession session, Uri address, byte[] body, string? contentType, DateTimeOffset fetched, CancellationToken cancel) =>
        options.Value.RawPageDays == 0 ? Task.CompletedTask : vault.KeepAsync(session, address, body, contentType, fetched, cancel);
}
