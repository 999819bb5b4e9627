using CsCheck;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class MoonTests
{
    // The phases of 2024 as the US Naval Observatory prints them, UTC.
    public static TheoryData<string, int> Phases => new()
    {
        { "2024-01-04T03:30Z", 270 }, { "2024-01-11T11:57Z", 0 }, { "2024-01-18T03:52Z", 90 }, { "2024-01-25T17:54Z", 180 },
        { "2024-02-02T23:18Z", 270 }, { "2024-02-09T22:59Z", 0 }, { "2024-02-16T15:01Z", 90 }, { "2024-02-24T12:30Z", 180 },
        { "2024-03-03T15:23Z", 270 }, { "2024-03-10T09:00Z", 0 }, { "2024-03-17T04:11Z", 90 }, { "2024-03-25T07:00Z", 180 },
        { "2024-04-02T03:15Z", 270 }, { "2024-04-08T18:21Z", 0 }, { "2024-04-15T19:13Z", 90 }, { "2024-04-23T23:49Z", 180 },
        { "2024-05-01T11:27Z", 270 }, { "2024-05-08T03:22Z", 0 }, { "2024-05-15T11:48Z", 90 }, { "2024-05-23T13:53Z", 180 },
        { "2024-05-30T17:13Z", 270 }, { "2024-06-06T12:38Z", 0 }, { "2024-06-14T05:18Z", 90 }, { "2024-06-22T01:08Z", 180 },
        { "2024-06-28T21:53Z", 270 }, { "2024-07-05T22:57Z", 0 }, { "2024-07-13T22:49Z", 90 }, { "2024-07-21T10:17Z", 180 },
        { "2024-07-28T02:51Z", 270 }, { "2024-08-04T11:13Z", 0 }, { "2024-08-12T15:19Z", 90 }, { "2024-08-19T18:26Z", 180 },
        { "2024-08-26T09:26Z", 270 }, { "2024-09-03T01:55Z", 0 }, { "2024-09-11T06:05Z", 90 }, { "2024-09-18T02:34Z", 180 },
        { "2024-09-24T18:50Z", 270 }, { "2024-10-02T18:49Z", 0 }, { "2024-10-10T18:55Z", 90 }, { "2024-10-17T11:26Z", 180 },
        { "2024-10-24T08:03Z", 270 }, { "2024-11-01T12:47Z", 0 }, { "2024-11-09T05:55Z", 90 }, { "2024-11-15T21:28Z", 180 },
        { "2024-11-23T01:28Z", 270 }, { "2024-12-01T06:21Z", 0 }, { "2024-12-08T15:26Z", 90 }, { "2024-12-15T09:02Z", 180 },
        { "2024-12-22T22:18Z", 270 }, { "2024-12-30T22:27Z", 0 },
    };

    [Theory]
    [MemberData(nameof(Phases))]
    public void Phases_come_when_the_almanac_says_within_half_an_hour(string moment, int angle)
    {
        // The moon gains about half a degree an hour on the sun.
        var off = Math.IEEERemainder(Moon.FromSun(DateTimeOffset.Parse(moment)) - angle, 360);
        Assert.InRange(off, -0.25, 0.25);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void Principal_phases_bear_their_name_half_a_day_before_and_after(string moment, int angle)
    {
        var at = DateTimeOffset.Parse(moment);
        var name = (MoonPhase)(angle / 45);
        Assert.Equal(name, Moon.At(at).Phase);
        Assert.Equal(name, Moon.At(at.AddHours(-10)).Phase);
        Assert.Equal(name, Moon.At(at.AddHours(10)).Phase);
        Assert.NotEqual(name, Moon.At(at.AddHours(-16)).Phase);
        Assert.NotEqual(name, Moon.At(at.AddHours(16)).Phase);
    }

    [Fact]
    public void New_moon_is_dark_full_moon_is_lit_and_a_quarter_is_half()
    {
        Assert.InRange(Moon.At(DateTimeOffset.Parse("2024-05-08T03:22Z")).Lit, 0, 0.001);
        Assert.InRange(Moon.At(DateTimeOffset.Parse("2024-05-23T13:53Z")).Lit, 0.999, 1);
        Assert.InRange(Moon.At(DateTimeOffset.Parse("2024-01-18T03:53Z")).Lit, 0.49, 0.51);
    }

    [Fact]
    public void The_day_after_a_full_moon_it_is_a_full_or_a_waning_moon_of_sixteen_days()
    {
        // 24 May 2024, noon UTC: sixteen days and eight hours and a half after the new moon of 8 May.
        var moon = Moon.At(new DateTimeOffset(2024, 5, 24, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(MoonPhase.WaningGibbous, moon.Phase);
        Assert.InRange(moon.Age, TimeSpan.FromDays(16.3), TimeSpan.FromDays(16.4));
        Assert.InRange(moon.Lit, 0.98, 1);
    }

    [Fact]
    public void Age_grows_with_time_and_is_never_a_month() =>
        Gen.Select(Gen.Long[0, 4_000_000_000], Gen.Int[1, 600]).Sample((seconds, minutes) =>
        {
            var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
            var (now, later) = (Moon.At(moment), Moon.At(moment.AddMinutes(minutes)));
            var grown = (later.Age - now.Age).TotalMinutes;
            return now.Age >= TimeSpan.Zero && now.Age < TimeSpan.FromDays(29.9) && now.Lit is >= 0 and <= 1
                // Either the same month goes on, or a new one has begun.
                && (Math.Abs(grown - minutes) < 0.1 || later.Age < TimeSpan.FromMinutes(minutes + 1));
        });
}
