namespace GlobeEcho.Newsroom.Fetching;

/// <summary>Manners towards one host: so many requests at once, and a least gap between two starts.</summary>
internal sealed class HostGate(int atOnce, TimeSpan gap, TimeProvider clock)
{
    private readonly SemaphoreSlim _places = new(atOnce, atOnce);
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

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
}
