using CsCheck;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class WeatherScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 24, 12, 20, 0, TimeSpan.Zero);
    private static readonly WeatherSchedule Schedule = new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(2));

    private static readonly Gen<(string Key, DateTimeOffset Now, int Fresh)> Any =
        Gen.Select(Gen.String[Gen.Char['0', '9'], 1, 8], Gen.Int[0, 86_400], Gen.Int[-60, 600], (key, second, fresh) => (key, Noon.AddSeconds(second), fresh));

    [Fact]
    public void Nobody_is_asked_before_the_provider_wants_it_nor_before_the_least_wait() => Any.Sample(x =>
    {
        var next = Schedule.Next(x.Key, x.Now.AddMinutes(x.Fresh), x.Now);
        return next >= x.Now.AddMinutes(x.Fresh) && next >= x.Now.AddMinutes(30);
    });

    [Fact]
    public void Nobody_is_asked_on_the_hour() => Any.Sample(x =>
    {
        var next = Schedule.Next(x.Key, x.Now.AddMinutes(x.Fresh), x.Now);
        return next.Minute is >= 3 and < 59;
    });

    [Fact]
    public void The_wait_is_at_most_a_tenth_longer_but_for_the_turn_of_the_hour() => Any.Sample(x =>
    {
        var least = Math.Max(30, x.Fresh);
        return (Schedule.Next(x.Key, x.Now.AddMinutes(x.Fresh), x.Now) - x.Now).TotalMinutes <= (least * 1.1) + 7.01;
    });

    [Fact]
    public void Places_drift_apart()
    {
        var moments = Enumerable.Range(0, 200).Select(i => Schedule.Next($"{600_000 + i}", Noon.AddMinutes(31), Noon)).ToList();
        Assert.True(moments.Distinct().Count() > 190);
        Assert.True(moments.Max() - moments.Min() > TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Waits_after_failures_grow_to_two_hours_and_obey_the_provider()
    {
        var waits = Enumerable.Range(1, 12).Select(n => Schedule.Retry("1", n, null, Noon) - Noon).ToList();
        Assert.InRange(waits[0], TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.7));
        Assert.All(waits.Zip(waits.Skip(1)).Take(5), p => Assert.True(p.Second > p.First));
        Assert.All(waits, w => Assert.InRange(w, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(160)));
        Assert.Equal(TimeSpan.FromHours(5), Schedule.Retry("1", 1, TimeSpan.FromHours(5), Noon) - Noon);
        Assert.Equal(waits[3], Schedule.Retry("1", 4, TimeSpan.FromSeconds(1), Noon) - Noon);
    }

    [Fact]
    public void Neighbours_that_fail_together_do_not_come_back_together() =>
        Assert.True(Enumerable.Range(0, 100).Select(i => Schedule.Retry($"{i}", 3, null, Noon)).Distinct().Count() > 95);
}
