using GlobeEcho.Newsroom.Feeds;

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

        Assert.InRange(Wait(Good(lively, TimeSpan.FromHours(2))), TimeSpan.FromMinutes(108), TimeSpan.FromMinutes(132));
        Assert.InRange(Wait(Good(lively, TimeSpan.FromDays(9))), TimeSpan.FromHours(5.4), TimeSpan.FromHours(6));
    }

    [Fact]
    public void Unchanged_feed_waits_longer_each_time_within_the_limit()
    {
        var feed = A(1);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            feed = feed with { Health = Schedule.Unchanged(feed, Now) };
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
            feed = feed with { Health = Schedule.Failed(feed, "It did not answer.", null, Now) };
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
        Assert.Equal(TimeSpan.FromHours(20), Wait(Schedule.Failed(A(1), "Busy.", TimeSpan.FromHours(20), Now)));
        Assert.Equal(TimeSpan.FromDays(7), Wait(Schedule.Failed(A(1), "Busy.", TimeSpan.FromDays(700), Now)));
        Assert.InRange(Wait(Schedule.Failed(A(1), "Busy.", TimeSpan.FromSeconds(1), Now)), TimeSpan.FromMinutes(4.5), TimeSpan.FromMinutes(5.5));
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

    private static FeedHealth Good(IReadOnlyList<FeedItem> items, TimeSpan? timeToLive = null, long feed = 1) =>
        Schedule.Good(A(feed), new FeedDocument("RSS 2.0", "T", null, null, timeToLive, items), Now);

    private static List<FeedItem> Every(TimeSpan gap, DateTimeOffset? until = null) =>
        Enumerable.Range(0, 30).Select(i => new FeedItem($"{i}", Given.Address, "T", null, null, null, (until ?? Now) - (gap * i))).ToList();

    private static Feed A(long id) => new(
        new FeedId(id), new Publisher(new PublisherId(1), "P", null, null), Given.Address, "T", null, null, null, null,
        new FeedHealth(null, null, Now, 0, null, false));
}
