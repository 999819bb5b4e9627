using System.Threading.Channels;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>
/// What readers looked at and found since the last round, kept in memory so that no page waits for the place to write. A process that dies
/// loses the looks of a minute. Thread-safe.
/// </summary>
internal sealed class WantedPlaces(int most)
{
    private readonly Lock _lock = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Dictionary<PlaceId, (Place Place, DateTimeOffset Look)> _looks = [];
    private Dictionary<PlaceId, Place> _found = [];
    private HashSet<PlaceId> _refused = [];

    public void Look(IEnumerable<Place> places, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var place in places)
            {
                if (_looks.Count < most || _looks.ContainsKey(place.Id))
                    _looks[place.Id] = (place, now);
            }
        }
    }

    public void Found(IEnumerable<Place> places)
    {
        lock (_lock)
        {
            foreach (var place in places)
            {
                if (_found.Count < most || _found.ContainsKey(place.Id))
                    _found[place.Id] = place;
            }
        }
    }

    public Place? Find(PlaceId id)
    {
        lock (_lock)
            return _found.TryGetValue(id, out var found) ? found : _looks.TryGetValue(id, out var look) ? look.Place : null;
    }

    /// <summary>The places for which the last round had no seat.</summary>
    public bool IsRefused(PlaceId id)
    {
        lock (_lock)
            return _refused.Contains(id);
    }

    public (IReadOnlyList<(Place Place, DateTimeOffset Look)> Looks, IReadOnlyList<Place> Found) Take()
    {
        lock (_lock)
        {
            var taken = (_looks.Values.ToList(), _found.Values.ToList());
            (_looks, _found) = ([], []);
            return taken;
        }
    }

    public void Refuse(IEnumerable<PlaceId> places)
    {
        lock (_lock)
            _refused = places.ToHashSet();
    }

    /// <summary>Says that something is wanted that should not wait for the next round.</summary>
    public void Call() => _signal.Writer.TryWrite(true);

    /// <summary>Returns when somebody calls, or after the time.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var called = _signal.Reader.WaitToReadAsync(either.Token).AsTask();
        await Task.WhenAny(called, Task.Delay(atMost, clock, either.Token));
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        _signal.Reader.TryRead(out _);
    }
}
