using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Weather;

/// <summary>The clock on a place's wall, and where its days begin.</summary>
public static class PlaceClock
{
    /// <summary>The place's time zone; UTC when this machine does not know it.</summary>
    public static TimeZoneInfo ZoneOf(Place place) => TimeZoneInfo.TryFindSystemTimeZoneById(place.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The moment with the place's offset.</summary>
    public static DateTimeOffset At(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone);

    public static DateOnly DateAt(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(At(moment, zone).DateTime);

    /// <summary>The first moment of a day: midnight, the first of two midnights, or where the clock jumps over midnight the moment after the jump.</summary>
    public static DateTimeOffset Begins(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max());
        if (!zone.IsInvalidTime(local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        // The jump is at most a day (Samoa, 2011); what was the offset before it leads to the same moment.
        var before = zone.GetUtcOffset(new DateTimeOffset(local, TimeSpan.Zero).AddDays(-1.5));
        return At(new DateTimeOffset(local, before), zone);
    }
}
