using System.Collections.Concurrent;
using GlobeEcho.Newsroom.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>Finds places by name: at the geocoder, or in our own list when it does not answer in time. What was found is kept for a day. Thread-safe.</summary>
public sealed class PlaceSearch(GeocodingClient geocoder, TimeProvider clock, IOptions<WeatherOptions> options, ILogger<PlaceSearch> log)
{
    private const int Limit = 10;

    // Letters; no place has a longer name.
    private const int Longest = 100;
    private const int MostKept = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<Place> Places)> _kept = new(StringComparer.OrdinalIgnoreCase);
    private long _restUntil;

    /// <returns>The places, and whether the geocoder found them.</returns>
    public async Task<(IReadOnlyList<Place> Places, bool Geocoded)> FindAsync(string words, CancellationToken cancel)
    {
        var asked = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (asked.Length is < 2 or > Longest)
            return ([], false);
        if (!options.Value.Geocode)
            return (Gazetteer.Search(asked, Limit), false);
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(asked, out var kept) && kept.Until > now)
            return (kept.Places, true);
        if (now.UtcTicks < Interlocked.Read(ref _restUntil))
            return (Gazetteer.Search(asked, Limit), false);
        if (await AskAsync(asked, cancel) is not { } found)
            return (Gazetteer.Search(asked, Limit), false);
        // What the geocoder does not know by these words ("Washington, D.C.") our own list may.
        if (found.Count == 0)
            found = Gazetteer.Search(asked, Limit);
        Keep(asked, found, now);
        return (found, true);
    }

    /// <summary>Null when the geocoder does not answer in time, or not well.</summary>
    private async Task<IReadOnlyList<Place>?> AskAsync(string words, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var narrow = Gazetteer.Narrowing(words);
            switch (await geocoder.AskAsync(narrow?.Name ?? words, narrow?.Country, both.Token))
            {
                case Answer<IReadOnlyList<Place>>.Fresh fresh:
                    return fresh.Value.Where(p => narrow is not { Country: null, Behind: var region } || IsIn(p, region))
                        .OrderByDescending(p => p.Population).ThenByDescending(p => p.IsCapital).ThenBy(p => p.Id.Value).Take(Limit).ToList();
                case Answer<IReadOnlyList<Place>>.Failed failed:
                    GiveRest(failed.Reason, failed.RetryAfter);
                    return null;
                case var other:
                    throw new InvalidOperationException($"A search cannot end as {other}.");
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            GiveRest($"no answer within {Patience.TotalSeconds:0} seconds", null);
            return null;
        }
    }

    private static bool IsIn(Place place, string region) =>
        place.Region?.StartsWith(region, StringComparison.OrdinalIgnoreCase) == true || place.Country.Equals(region, StringComparison.OrdinalIgnoreCase);

    /// <summary>A geocoder that fails is left alone for a while, so that not every reader waits for it.</summary>
    private void GiveRest(string reason, TimeSpan? retryAfter)
    {
        var rest = retryAfter is { } asked && asked > Rest ? asked : Rest;
        Interlocked.Exchange(ref _restUntil, (clock.GetUtcNow() + rest).UtcTicks);
        WeatherLog.NoGeocoder(log, reason);
    }

    private void Keep(string words, IReadOnlyList<Place> places, DateTimeOffset now)
    {
        if (_kept.Count >= MostKept)
        {
            foreach (var old in _kept.OrderBy(k => k.Value.Until).Take(MostKept / 4).Select(k => k.Key).ToList())
                _kept.TryRemove(old, out _);
        }

        _kept[words] = (now + KeptFor, places);
    }
}
