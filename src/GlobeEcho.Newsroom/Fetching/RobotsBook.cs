namespace GlobeEcho.Newsroom.Fetching;

/// <summary>
/// What sites' robots.txt say, kept in memory for a day and asked for once however many pages want to know. Thread-safe.
/// </summary>
internal sealed class RobotsBook(Func<FetchRequest, FetchLimits, CancellationToken, Task<FetchResult>> fetch, TimeProvider clock)
{
    // RFC 9309 §2.3.1.2: five redirects at least, also to other hosts.
    private static readonly FetchLimits Limits = new(RobotsParser.MaxBytes, Cut: true, Redirects: 5);

    // RFC 9309 §2.4: no copy is used for more than a day.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    // A site whose robots.txt cannot be had is closed for this long, or for as long as it asks.
    private static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    private const int MostSites = 20_000;
    private const long MostCharacters = 32_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Page> _pages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();
    private long _characters;

    /// <summary>Null when the page may be asked for, else what to tell instead.</summary>
    public async Task<FetchResult?> JudgeAsync(Uri address, CancellationToken cancel)
    {
        var site = new Uri(address, "/robots.txt");
        var page = Open(site.AbsoluteUri);
        await page.Reading.WaitAsync(cancel);
        try
        {
            if (page.Until <= clock.GetUtcNow())
                await ReadAsync(page, site, cancel);
        }
        finally
        {
            page.Reading.Release();
        }

        if (page.Trouble is { } trouble)
            return new FetchResult.Failed($"The robots.txt of {site.Host} cannot be read, so its pages wait: {trouble}", page.Until - clock.GetUtcNow(), FetchFault.Robots);
        return page.Rules.WhatCloses(address) is { } rule
            ? new FetchResult.Refused($"The robots.txt of {site.Host} closes this page to us ({rule}).", FetchFault.Robots)
            : null;
    }

    private async Task ReadAsync(Page page, Uri site, CancellationToken cancel)
    {
        var answer = await fetch(new FetchRequest(site, Accept: "text/plain, */*;q=0.5"), Limits, cancel);
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case FetchResult.Fresh fresh:
                Keep(page, RobotsParser.Parse(fresh.Body, Fetcher.ProductToken));
                var asked = fresh.FreshUntil - now ?? Longest;
                page.Until = now + (asked < Shortest ? Shortest : asked > Longest ? Longest : asked);
                break;
            // "Unavailable" (§2.3.1.3): there is none, so nothing is closed.
            case FetchResult.Gone or FetchResult.Failed { Fault: FetchFault.NotFound or FetchFault.Denied or FetchFault.Rejected }
                or FetchResult.Refused { Fault: FetchFault.Redirects }:
                Keep(page, RobotsRules.Open);
                page.Until = now + Longest;
                break;
            // "Unreachable" (§2.3.1.4): all is closed, for a while.
            case FetchResult.Failed failed:
                page.Trouble = failed.Reason;
                page.Until = now + (failed.RetryAfter is { } wait && wait > Closed ? wait : Closed);
                break;
            case FetchResult.Refused refused:
                page.Trouble = refused.Reason;
                page.Until = now + Closed;
                break;
            default:
                throw new InvalidOperationException($"Asking for {site} cannot end as {answer}.");
        }
    }

    private Page Open(string site)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(site, out var page))
                return page;
            _pages.Add(site, page = new Page());
            _order.Enqueue(site);
            Forget();
            return page;
        }
    }

    private void Keep(Page page, RobotsRules rules)
    {
        lock (_lock)
        {
            _characters += rules.Weight - page.Rules.Weight;
            (page.Rules, page.Trouble) = (rules, null);
            Forget();
        }
    }

    /// <summary>The sites met first go first; whoever still reads such a page keeps it for that moment.</summary>
    private void Forget()
    {
        while (_order.Count > 1 && (_order.Count > MostSites || _characters > MostCharacters))
        {
            if (_pages.Remove(_order.Dequeue(), out var page))
                _characters -= page.Rules.Weight;
        }
    }

    private sealed class Page
    {
        public SemaphoreSlim Reading { get; } = new(1, 1);

        public RobotsRules Rules { get; set; } = RobotsRules.Open;

        public string? Trouble { get; set; }

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;
    }
}
