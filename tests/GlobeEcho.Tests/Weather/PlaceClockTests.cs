using GlobeEcho.Newsroom.Text;
using GlobeEcho.Newsroom.Weather;

namespace GlobeEcho.Tests.Weather;

public sealed class PlaceClockTests
{
    [Theory]
    [InlineData("Europe/Minsk", "2024-05-24", "2024-05-24T00:00+03:00", 24)]
    [InlineData("Europe/Berlin", "2024-03-31", "2024-03-31T00:00+01:00", 23)]
    [InlineData("Europe/Berlin", "2024-10-27", "2024-10-27T00:00+02:00", 25)]
    [InlineData("Australia/Lord_Howe", "2024-10-06", "2024-10-06T00:00+10:30", 23.5)]
    // Midnight does not exist: the clock jumps from 0:00 to 1:00.
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-26T01:00+03:00", 23)]
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T01:00-04:00", 23)]
    // Midnight comes twice: at 1:00 the clock goes back to 0:00.
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T00:00-04:00", 25)]
    public void A_day_begins_at_the_places_midnight_and_has_its_own_length(string zoneName, string day, string begins, double hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var start = PlaceClock.Begins(DateOnly.Parse(day), zone);
        var expected = DateTimeOffset.Parse(begins);
        Assert.Equal((expected, expected.Offset), (start, start.Offset));
        Assert.Equal(TimeSpan.FromHours(hours), PlaceClock.Begins(DateOnly.Parse(day).AddDays(1), zone) - start);
    }

    [Fact]
    public void A_day_that_a_place_left_out_has_no_length()
    {
        // Samoa went from 29 to 31 December 2011.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");
        Assert.Equal(PlaceClock.Begins(new DateOnly(2011, 12, 31), zone), PlaceClock.Begins(new DateOnly(2011, 12, 30), zone));
    }

    [Fact]
    public void A_place_with_a_clock_this_machine_does_not_know_keeps_universal_time()
    {
        var place = Gazetteer.CapitalOf("BY")! with { TimeZone = "Europe/Nowhere" };
        Assert.Equal(TimeZoneInfo.Utc, PlaceClock.ZoneOf(place));
    }
}
