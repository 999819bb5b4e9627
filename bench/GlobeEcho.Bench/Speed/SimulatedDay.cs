using System.Globalization;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Bench.Speed;

/// <summary>
/// A day of a paper with very many feeds, on a clock of its own and without a network: when each feed is asked, by the very schedule of
/// the newsroom. The model, stated so that it can be doubted: half of the feeds have a host of their own, the other half share 200
/// hosts by Zipf's law; the usual gap between two items lies between 20 minutes and 14 days, evenly on a logarithmic scale, with the
/// nights half as busy; a feed shows its 20 newest items; three in ten ask for an hour's pause (ttl), three in ten are called fresh for
/// five minutes; one check in fifty fails. A day is run in beforehand and not counted.
/// </summary>
internal sealed class SimulatedDay
{
    private const int Shown = 20;
    private const int SharedHosts = 200;
    private static readonly DateTimeOffset Start = new(2024, 5, 24, 0, 0, 0, TimeSpan.Zero);

    // One seed: the same day each time.
    private readonly Random _chance = new(20240524);
    private readonly FeedSchedule _schedule = new(new FeedsOptions());
    private readonly PriorityQueue<Simulated, DateTimeOffset> _due = new();
    private readonly int[] _minutes = new int[24 * 60];
    private readonly Dictionary<int, int[]> _hosts = [];
    private long _checks, _brought, _failed, _items, _late;

    public static int Run(int feeds)
    {
        var day = new SimulatedDay();
        for (var i = 1; i <= feeds; i++)
            day.Add(i);
        day.Pass();
        day.Print(feeds);
        return 0;
    }

    private void Add(int id)
    {
        var gap = TimeSpan.FromMinutes(20 * Math.Pow(14 * 24 * 3, _chance.NextDouble()));
        var times = new List<DateTimeOffset>();
        for (var t = Start; times.Count < Shown; t -= Next(gap, t))
            times.Insert(0, t);
        var feed = new Feed(
            new FeedId(id), new Publisher(new PublisherId(id), "P", null, null), new Uri("https://paper.example/"), "T", null, null, null, null,
            new FeedHealth(null, null, Start, 0, null, false));
        // The paper has been given its list bit by bit: the first checks are spread over an hour.
        _due.Enqueue(new Simulated(feed, gap, times, HostOf(id), _chance.NextDouble() < 0.3, _chance.NextDouble() < 0.3), Start.AddSeconds(_chance.Next(3600)));
    }

    private int HostOf(int id)
    {
        if (id % 2 == 0)
            return -id;
        // The inverse of the sum of 1/n, which is about ln n.
        return (int)Math.Pow(SharedHosts, _chance.NextDouble());
    }

    private void Pass()
    {
        while (_due.TryDequeue(out var one, out var now) && now < Start.AddDays(2))
        {
            var counted = now >= Start.AddDays(1);
            var seen = one.Times[^1];
            while (one.Times[^1] + one.NextGap is var next && next <= now)
            {
                one.Times.RemoveAt(0);
                one.Times.Add(next);
                one.NextGap = Next(one.Gap, next);
                _items += counted ? 1 : 0;
                _late += counted ? (long)(now - next).TotalSeconds : 0;
            }

            var failed = _chance.Next(50) == 0;
            var brought = !failed && (one.Times[^1] > seen || one.Feed.Health.LastGood is null || one.Held);
            one.Held = failed && one.Times[^1] > seen;
            one.Feed = failed ? _schedule.Failed(one.Feed, "The server answered 500.", FetchFault.Server, null, now)
                : brought ? _schedule.Good(one.Feed, one.Document(), one.Fresh ? now.AddMinutes(5) : null, now)
                : _schedule.Unchanged(one.Feed, one.Fresh ? now.AddMinutes(5) : null, now);
            if (counted)
                Count(one, now, brought, failed);
            _due.Enqueue(one, one.Feed.Health.NextCheck);
        }
    }

    private void Count(Simulated one, DateTimeOffset now, bool brought, bool failed)
    {
        _checks++;
        _brought += brought ? 1 : 0;
        _failed += failed ? 1 : 0;
        var minute = (int)(now - Start.AddDays(1)).TotalMinutes;
        _minutes[minute]++;
        if (one.Host > 0)
        {
            if (!_hosts.TryGetValue(one.Host, out var host))
                _hosts.Add(one.Host, host = new int[24 * 60]);
            host[minute]++;
        }
    }

    /// <summary>Around the usual gap, exponentially; by night twice as long.</summary>
    private TimeSpan Next(TimeSpan gap, DateTimeOffset at) => gap * (-Math.Log(1 - _chance.NextDouble()) * (at.Hour < 6 ? 2 : 1));

    private void Print(int feeds)
    {
        var sorted = _minutes.Order().ToArray();
        var (busiest, host) = _hosts.OrderByDescending(h => h.Value.Sum()).First();
        Line($"{feeds:N0} feeds, {_checks:N0} checks in a day: {(double)_checks / feeds:0.0} a feed");
        Line($"requests a minute: {sorted[0]:N0} to {sorted[^1]:N0}, median {sorted[sorted.Length / 2]:N0}");
        Line($"busiest host (number {busiest}): {host.Sum():N0} requests a day, {host.Max():N0} in its busiest minute, {host.Order().ElementAt(host.Length / 2):N0} in its median minute");
        Line($"checks that brought something: {100.0 * _brought / _checks:0.0} %, that failed: {100.0 * _failed / _checks:0.0} %");
        Line($"{_items:N0} items, seen {_late / 60.0 / Math.Max(1, _items):0} minutes after they were published on average");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Simulated(Feed feed, TimeSpan gap, List<DateTimeOffset> times, int host, bool asksPause, bool fresh)
    {
        public Feed Feed { get; set; } = feed;

        public TimeSpan Gap { get; } = gap;

        public TimeSpan NextGap { get; set; } = gap;

        public List<DateTimeOffset> Times { get; } = times;

        public int Host { get; } = host;

        public bool Fresh { get; } = fresh;

        /// <summary>A failed check kept news back.</summary>
        public bool Held { get; set; }

        public FeedDocument Document() => new(
            "RSS 2.0", "T", null, null, asksPause ? TimeSpan.FromHours(1) : null, Times.Select(t => new FeedItem("", Feed.Address, "", null, null, null, t)).ToList());
    }
}
