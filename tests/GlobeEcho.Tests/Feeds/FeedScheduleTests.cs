using CsCheck;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Fetching;

namespace GlobeEcho.Tests.Feeds;

public sealed class FeedScheduleTests
{
    private static readonly DateTimeOffset Now = FeedRoom.Noon;
    private static readonly FeedSchedule Schedule = new(new FeedsOptions());

    [Fact]
    public void Busy_feed_is_asked_every_ten_minutes()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), Wait(Good(Every(TimeSpan.FromMinutes(2)))));
    }

    [Fact]
    public void Slow_feed_is_asked_every_six_hours_at_most()
    {
        Assert.InRange(Wait(Good(Every(TimeSpan.FromDays(3)))), TimeSpan.FromHours(5.4), TimeSpan.FromHours(6));
    }

    [Fact]
    public void Feed_is_asked_twice_in_its_usual_gap()
    {
        Assert.InRange(Wait(Good(Every(TimeSpan.FromHours(2)))), TimeSpan.FromMinutes(54), TimeSpan.FromMinutes(66));
    }

    [Fact]
    public void Silent_feed_is_asked_less_often()
    {
        var lively = Good(Every(TimeSpan.FromMinutes(30)));
        var silent = Good(Every(TimeSpan.FromMinutes(30), until: Now.AddHours(-20)));

        Assert.True(Wait(silent) > 2 * Wait(lively));
    }

    [Fact]
    public void Time_to_live_is_kept_up_to_six_hours()
    {
        var lively = Every(TimeSpan.FromMinutes(2));

        Assert.InRange(Wait(Good(lively, TimeSpan.FromHours(2))), TimeSpan.FromMinutes(120), TimeSpan.FromMinutes(144));
        Assert.Equal(TimeSpan.FromHours(6), Wait(Good(lively, TimeSpan.FromDays(9))));
    }

    [Fact]
    public void Answer_is_not_asked_for_again_while_it_is_fresh()
    {
        var lively = Every(TimeSpan.FromMinutes(2));

        Assert.InRange(Wait(Good(lively, freshUntil: Now.AddHours(1))), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(72));
        Assert.Equal(TimeSpan.FromMinutes(10), Wait(Good(lively, freshUntil: Now)));
        Assert.Equal(TimeSpan.FromHours(6), Wait(Good(lively, freshUntil: Now.AddDays(7))));
    }

    [Fact]
    public void Feed_without_news_keeps_to_its_rhythm_and_is_asked_less_often_as_it_falls_silent()
    {
        var feed = Schedule.Good(A(1), new FeedDocument("RSS 2.0", "T", null, null, null, Every(TimeSpan.FromHours(2))), null, Now);

        Assert.InRange(Wait(Schedule.Unchanged(feed, null, Now.AddHours(1)).Health), TimeSpan.FromMinutes(54), TimeSpan.FromMinutes(66));
        Assert.InRange(Wait(Schedule.Unchanged(feed, null, Now.AddHours(24)).Health), TimeSpan.FromHours(2.7), TimeSpan.FromHours(3.3));
    }

    [Fact]
    public void Feed_whose_hub_brings_the_news_is_polled_only_to_be_safe()
    {
        var pushed = A(1) with { Rhythm = FeedRhythm.Unknown with { PushedUntil = Now.AddDays(3) } };
        var busy = new FeedDocument("RSS 2.0", "T", null, null, null, Every(TimeSpan.FromMinutes(2)));

        Assert.InRange(Wait(Schedule.Good(pushed, busy, null, Now).Health), TimeSpan.FromHours(5.4), TimeSpan.FromHours(6));
        var over = pushed with { Rhythm = FeedRhythm.Unknown with { PushedUntil = Now } };
        Assert.Equal(TimeSpan.FromMinutes(10), Wait(Schedule.Good(over, busy, null, Now).Health));
    }

    [Fact]
    public void Whatever_a_feed_says_it_is_asked_between_the_limits_and_again()
    {
        var moments = Gen.Long[-4_000_000, 4_000_000].Select(m => Now.AddMinutes(m));
        Gen.Select(moments.Array[0, 30], Gen.Nullable(moments), Gen.Nullable(Gen.Int[-5_000, 5_000_000]), Gen.Long[1, long.MaxValue], Gen.Bool).Sample((times, fresh, ttl, id, again) =>
        {
            var items = times.Select((t, i) => new FeedItem($"{i}", Given.Address, "T", null, null, null, t)).ToList();
            var feed = Schedule.Good(A(id), new FeedDocument("RSS 2.0", "T", null, null, ttl is { } m ? TimeSpan.FromMinutes(m) : null, items), fresh, Now);
            if (again)
                feed = Schedule.Unchanged(feed, fresh, Now.AddMinutes(10));
            return Wait(feed.Health) >= TimeSpan.FromMinutes(10) && Wait(feed.Health) <= TimeSpan.FromHours(6);
        });
    }

    [Fact]
    public void Whatever_fails_is_asked_again_within_a_week()
    {
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Nullable(Gen.Long[-10, 100_000_000]), Gen.Long[1, long.MaxValue]).Sample((failures, retry, id) =>
        {
            var feed = A(id) with { Health = new FeedHealth(null, null, Now, failures, "It failed.", false) };
            var wait = Wait(Schedule.Failed(feed, "It failed.", FetchFault.Server, retry is { } s ? TimeSpan.FromSeconds(s) : null, Now).Health);
            return wait >= TimeSpan.FromMinutes(4.5) && wait <= TimeSpan.FromDays(7);
        });
    }

    [Fact]
    public void Unchanged_feed_waits_longer_each_time_within_the_limit()
    {
        var feed = A(1);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            feed = Schedule.Unchanged(feed, null, Now);
            waits.Add(Wait(feed.Health));
        }

        Assert.Equal(waits.Order(), waits);
        Assert.True(waits[0] >= TimeSpan.FromMinutes(10) && waits[1] > waits[0]);
        Assert.InRange(waits[^1], TimeSpan.FromHours(5.4), TimeSpan.FromHours(6));
    }

    [Fact]
    public void Failures_wait_from_five_minutes_doubling_to_twelve_hours()
    {
        var feed = A(1);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 40; i++)
        {
            feed = Schedule.Failed(feed, "It did not answer.", FetchFault.Timeout, null, Now);
            waits.Add(Wait(feed.Health));
        }

        Assert.InRange(waits[0], TimeSpan.FromMinutes(4.5), TimeSpan.FromMinutes(5.5));
        Assert.Equal(2, waits[1] / waits[0], 0.001);
        Assert.InRange(waits[^1], TimeSpan.FromHours(10.8), TimeSpan.FromHours(13.2));
        Assert.Equal((40, "It did not answer."), (feed.Health.Failures, feed.Health.FailureReason));
    }

    [Fact]
    public void Server_that_asks_for_patience_gets_it_for_a_week_at_most()
    {
        Assert.Equal(TimeSpan.FromHours(20), Wait(Schedule.Failed(A(1), "Busy.", FetchFault.Busy, TimeSpan.FromHours(20), Now).Health));
        Assert.Equal(TimeSpan.FromDays(7), Wait(Schedule.Failed(A(1), "Busy.", FetchFault.Busy, TimeSpan.FromDays(700), Now).Health));
        Assert.InRange(Wait(Schedule.Failed(A(1), "Busy.", FetchFault.Busy, TimeSpan.FromSeconds(1), Now).Health), TimeSpan.FromMinutes(4.5), TimeSpan.FromMinutes(5.5));
    }

    [Fact]
    public void Feeds_drift_apart_but_each_keeps_its_own_wait()
    {
        var items = Every(TimeSpan.FromHours(2));
        var waits = Enumerable.Range(1, 100).Select(id => Wait(Good(items, feed: id))).ToList();

        Assert.True(waits.Distinct().Count() > 90);
        Assert.Equal(waits, Enumerable.Range(1, 100).Select(id => Wait(Good(items, feed: id))));
    }

    private static TimeSpan Wait(FeedHealth health) => health.NextCheck - health.LastTried!.Value;

    private static FeedHealth Good(IReadOnlyList<FeedItem> items, TimeSpan? timeToLive = null, long feed = 1, DateTimeOffset? freshUntil = null) =>
        Schedule.Good(A(feed), new FeedDocument("RSS 2.0", "T", null, null, timeToLive, items), freshUntil, Now).Health;

    private static List<FeedItem> Every(TimeSpan gap, DateTimeOffset? until = null) =>
        Enumerable.Range(0, 30).Select(i => new FeedItem($"{i}", Given.Address, "T", null, null, null, (until ?? Now) - (gap * i))).ToList();

    private static Feed A(long id) => new(
        new FeedId(id), new Publisher(new PublisherId(1), "P", null, null), Given.Address, "T", null, null, null, null,
        new FeedHealth(null, null, Now, 0, null, false));
}
