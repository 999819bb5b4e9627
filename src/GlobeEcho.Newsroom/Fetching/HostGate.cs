namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Manners towards one host: so many requests at once, a least gap between two starts, and peace when it asks for peace.</summary>
internal sealed class HostGate(int atOnce, TimeSpan gap, TimeProvider clock)
{
    // One page's limit must not silence a host for long.
    private static readonly TimeSpan LongestPeace = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _places = new(atOnce, atOnce);
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private DateTimeOffset _peace = DateTimeOffset.MinValue;

    /// <summary>How long the host is still to be left alone; null when it may be asked.</summary>
    public TimeSpan? Peace
    {
        get
        {
            lock (_lock)
                return _peace - clock.GetUtcNow() is { Ticks: > 0 } left ? left : null;
        }
    }

    /// <summary>Nobody is inside, and whoever came now would not have to wait: another gate would do as well.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _places.CurrentCount == atOnce && Later(_next, _peace) <= clock.GetUtcNow();
        }
    }

    /// <summary>Waits for a place; leave it with <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            TimeSpan wait;
            lock (_lock)
            {
                var now = clock.GetUtcNow();
                var start = _next > now ? _next : now;
                _next = start + gap;
                wait = start - now;
            }

            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancel);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public void Leave() => _places.Release();

    /// <summary>The host said 429: nobody asks it for this long, an hour at most.</summary>
    public void LeaveInPeace(TimeSpan wait)
    {
        lock (_lock)
            _peace = clock.GetUtcNow() + (wait < LongestPeace ? wait : LongestPeace);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
