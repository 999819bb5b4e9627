using CsCheck;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class SunTests
{
    /// <summary>Minutes; the tables are printed to the minute.</summary>
    private const double Tolerance = 1.5;

    // The US Naval Observatory's tables for the coordinates; times of the place's clock.
    [Theory]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-01-02", "08:06", "16:32")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-02-29", "06:57", "17:58")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-03-10", "07:37", "19:14")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-03-20", "07:16", "19:29")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-06-20", "05:14", "21:19")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-09-22", "07:02", "19:11")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-11-03", "07:05", "16:52")]
    [InlineData("off Vancouver Island", 48.275, -123.7, "America/Los_Angeles", "2024-12-21", "08:03", "16:23")]
    [InlineData("Cape May", 38.9, -74.9, "America/New_York", "2002-03-20", "06:04", "18:12")]
    [InlineData("Washington", 38.9, -77.0, "America/New_York", "2002-03-20", "06:12", "18:21")]
    [InlineData("Reykjavik, winter", 64.15, -21.94, "Atlantic/Reykjavik", "2026-12-21", "11:22", "15:29")]
    public void Sunrise_and_sunset_are_those_of_the_tables(string place, double latitude, double longitude, string zone, string day, string rise, string set)
    {
        var sun = On(day, latitude, longitude, zone);
        Near(place, TimeOnly.Parse(rise), sun.Sunrise!.Value);
        Near(place, TimeOnly.Parse(set), sun.Sunset!.Value);
    }

    // The same observatory's sunrises in UTC for days on which the clocks change, and for a place fourteen hours east of UTC by its clock and ten west by the sun.
    [Theory]
    [InlineData("Warsaw, 25 hours", 52.23, 21.01, "Europe/Warsaw", "2026-10-25", "2026-10-25T05:19Z")]
    [InlineData("Warsaw, 23 hours", 52.23, 21.01, "Europe/Warsaw", "2026-03-29", "2026-03-29T04:18Z")]
    [InlineData("Los Angeles, 25 hours", 34.05, -118.24, "America/Los_Angeles", "2026-11-01", "2026-11-01T14:13Z")]
    [InlineData("Auckland", -36.85, 174.76, "Pacific/Auckland", "2026-10-25", "2026-10-24T17:24Z")]
    [InlineData("Kiritimati", 1.87, -157.4, "Pacific/Kiritimati", "2026-10-25", "2026-10-24T16:12Z")]
    public void Sunrise_belongs_to_the_day_of_the_places_own_clock(string place, double latitude, double longitude, string zone, string day, string rise)
    {
        var sun = On(day, latitude, longitude, zone);
        var expected = DateTimeOffset.Parse(rise);
        Assert.True(Math.Abs((sun.Sunrise!.Value - expected).TotalMinutes) <= Tolerance, $"{place}: {sun.Sunrise:u}, not {rise}");
        Assert.Equal(DateOnly.Parse(day), DateOnly.FromDateTime(sun.Sunrise.Value.DateTime));
        Assert.True(sun.Sunset > sun.Sunrise);
    }

    [Fact]
    public void The_sun_that_sets_after_midnight_sets_before_it_rises()
    {
        // Reykjavik: up at 02:55, down at four minutes past the next midnight; so on the day itself the sunset is the one of the evening before.
        var sun = On("2026-06-21", 64.15, -21.94, "Atlantic/Reykjavik");
        Near("Reykjavik", new TimeOnly(2, 55), sun.Sunrise!.Value);
        Near("Reykjavik", new TimeOnly(0, 4), sun.Sunset!.Value);
        Assert.True(sun.Sunset < sun.Sunrise);
        Assert.InRange(sun.Light, TimeSpan.FromHours(21), TimeSpan.FromHours(21.3));
    }

    [Fact]
    public void On_a_day_with_two_sunsets_the_one_after_the_sunrise_is_told_and_the_light_is_the_sum()
    {
        // Reykjavik passes from sunsets after midnight to sunsets before it in the last days of June.
        var days = Enumerable.Range(0, 12).Select(i => On(new DateOnly(2026, 6, 20).AddDays(i), 64.15, -21.94, "Atlantic/Reykjavik")).ToList();
        var twice = Assert.Single(days.Zip(days.Skip(1)), d => d.First.Sunset < d.First.Sunrise && d.Second.Sunset > d.Second.Sunrise).Second;
        Assert.Equal(23, twice.Sunset!.Value.Hour);
        Assert.True(twice.Light > twice.Sunset - twice.Sunrise, "the minutes before the first sunset count too");
    }

    // Tromsø, 69.65 north: the midnight sun from 18 May to 25 July, the polar night from 27 November to 15 January.
    [Theory]
    [InlineData("2024-05-17", false, false)]
    [InlineData("2024-05-18", true, false)]
    [InlineData("2024-06-21", true, false)]
    [InlineData("2024-07-25", true, false)]
    [InlineData("2024-07-26", false, false)]
    [InlineData("2024-11-26", false, false)]
    [InlineData("2024-11-28", false, true)]
    [InlineData("2024-12-21", false, true)]
    [InlineData("2025-01-13", false, true)]
    [InlineData("2025-01-16", false, false)]
    public void Polar_day_and_polar_night_begin_and_end_as_the_calendar_says(string day, bool alwaysUp, bool alwaysDown)
    {
        var sun = On(day, 69.65, 18.96, "Europe/Oslo");
        Assert.Equal((alwaysUp, alwaysDown), (sun.AlwaysUp, sun.AlwaysDown));
        Assert.Equal(alwaysUp || alwaysDown, sun.Sunrise is null);
        Assert.Equal(alwaysUp || alwaysDown, sun.Sunset is null);
        if (alwaysUp)
            Assert.Equal(TimeSpan.FromHours(24), sun.Light);
        if (alwaysDown)
            Assert.Equal(TimeSpan.Zero, sun.Light);
    }

    [Fact]
    public void At_the_poles_the_sun_rises_once_and_sets_once_a_year()
    {
        foreach (var latitude in (double[])[90, -90])
        {
            var year = Enumerable.Range(0, 366).Select(i => On(new DateOnly(2024, 1, 1).AddDays(i), latitude, 0, "UTC")).ToList();
            Assert.Single(year, d => d.Sunrise is not null);
            Assert.Single(year, d => d.Sunset is not null);
            Assert.Single(year, d => d is { Sunrise: not null, Sunset: null });
        }
    }

    [Fact]
    public void A_polar_day_on_which_the_clocks_change_has_all_its_hours_of_light()
    {
        // The clocks of Hobart change on 6 October and 7 April; the sun is up near the one pole and the other.
        Assert.Equal(TimeSpan.FromHours(23), On("2024-10-06", -85, 150, "Australia/Hobart").Light);
        Assert.Equal(TimeSpan.FromHours(25), On("2024-04-07", 89.9, 150, "Australia/Hobart").Light);
    }

    [Theory]
    [InlineData("2024-06-21T21:30:00Z", 59.91, 10.75, false, true)]
    [InlineData("2024-06-21T10:00:00Z", 59.91, 10.75, true, false)]
    [InlineData("2024-12-21T23:00:00Z", 59.91, 10.75, false, false)]
    [InlineData("2024-12-21T10:40:00Z", 69.65, 18.96, false, true)]
    public void Day_twilight_and_night_are_told_apart(string moment, double latitude, double longitude, bool up, bool twilight)
    {
        var at = DateTimeOffset.Parse(moment);
        Assert.Equal((up, twilight), (Sun.IsUp(at, latitude, longitude), Sun.IsTwilight(at, latitude, longitude)));
    }

    [Fact]
    public void The_sun_is_up_just_when_the_day_says_so() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Int[0, 730], Gen.Int[0, 1439]).Sample((latitude, longitude, day, minute) =>
        {
            var date = new DateOnly(2024, 1, 1).AddDays(day);
            var sun = On(date, latitude, longitude, "UTC");
            var moment = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute);
            var up = Sun.IsUp(moment, latitude, longitude);
            if (sun.AlwaysUp || sun.AlwaysDown)
                return up == sun.AlwaysUp;
            if (Math.Abs(Sun.Height(moment, latitude, longitude) + 0.833) < 0.02)
                return true;
            // Only days of one rise and one set say all there is to say.
            if (sun is not { Sunrise: { } rise, Sunset: { } set } || Total(rise, set, date) != sun.Light)
                return true;
            return up == (rise < set ? moment >= rise && moment < set : moment >= rise || moment < set);
        });

    [Fact]
    public void Light_is_never_longer_than_the_day_nor_shorter_than_nothing() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Int[0, 730]).Sample((latitude, longitude, day) =>
        {
            var sun = On(new DateOnly(2024, 1, 1).AddDays(day), latitude, longitude, "Europe/Oslo");
            return sun.Light >= TimeSpan.Zero && sun.Light <= TimeSpan.FromHours(25)
                && (sun.Sunrise is null && sun.Sunset is null) == (sun.AlwaysUp || sun.AlwaysDown) && !(sun.AlwaysUp && sun.AlwaysDown);
        });

    private static TimeSpan Total(DateTimeOffset rise, DateTimeOffset set, DateOnly date)
    {
        var midnight = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return rise < set ? set - rise : set - midnight + (midnight.AddDays(1) - rise);
    }

    private static SunDay On(string day, double latitude, double longitude, string zone) => On(DateOnly.Parse(day), latitude, longitude, zone);

    private static SunDay On(DateOnly day, double latitude, double longitude, string zone) =>
        Sun.On(day, latitude, longitude, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static void Near(string place, TimeOnly expected, DateTimeOffset actual) =>
        Assert.True(
            Math.Abs((TimeOnly.FromDateTime(actual.DateTime) - expected).TotalMinutes) is var off && Math.Min(off, 1440 - off) <= Tolerance,
            $"{place}: {actual:HH:mm:ss}, not {expected:HH:mm}");
}
