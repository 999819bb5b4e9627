using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Commands;

/// <summary>Where a list of feeds comes from: a file, an address, or the built-in one.</summary>
internal static class FeedLists
{
    /// <summary>Adds the lists asked for; a new archive that was given none starts with the built-in list.</summary>
    public static async Task ImportAsync(IServiceProvider services, IEnumerable<string> sources, CancellationToken cancel)
    {
        var feeds = services.GetRequiredService<FeedDesk>();
        var asked = sources.ToList();
        foreach (var source in asked)
            await feeds.AddAsync(await ReadAsync(services.GetRequiredService<Fetcher>(), source, cancel), cancel);
        if (asked.Count == 0 && await feeds.CountAsync(cancel) == 0)
            await feeds.AddAsync(DefaultFeeds.Read(), cancel);
    }

    /// <exception cref="OperatorException">There is no such file, the address does not answer, or it is no list of feeds.</exception>
    public static async Task<IReadOnlyList<FeedListing>> ReadAsync(Fetcher fetcher, string source, CancellationToken cancel) =>
        OpmlReader.Read(await BytesAsync(fetcher, source, cancel)) switch
        {
            OpmlResult.Read list => list.Listings,
            OpmlResult.NotOpml wrong => throw new OperatorException($"{source} is no list of feeds (OPML): {wrong.Reason}"),
            _ => throw new InvalidOperationException("OPML was neither read nor refused."),
        };

    private static async Task<byte[]> BytesAsync(Fetcher fetcher, string source, CancellationToken cancel)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            if (!File.Exists(source))
                throw new OperatorException($"There is no file {source}. Give a list of feeds (OPML) as a file or as an http address.");
            return await File.ReadAllBytesAsync(source, cancel);
        }

        return await fetcher.FetchAsync(new FetchRequest(address), cancel) switch
        {
            FetchResult.Fresh fresh => fresh.Body,
            FetchResult.Refused refused => throw new OperatorException($"{source} was not asked for: {refused.Reason}"),
            FetchResult.Failed failed => throw new OperatorException($"{source} does not answer: {failed.Reason}"),
            _ => throw new OperatorException($"{source} is gone."),
        };
    }
}
