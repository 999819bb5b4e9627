using System.Globalization;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>One edition to take away: a morning or an evening of a day on somebody's clock.</summary>
public sealed record BriefingSlot(DateOnly Day, BriefingKind Kind)
{
    /// <summary>The hours the two editions close, on the reader's clock.</summary>
    public static readonly TimeOnly MorningHour = new(6, 0);
    public static readonly TimeOnly EveningHour = new(18, 0);

    /// <summary>"2024-05-24/morning".</summary>
    public string Name => $"{Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{Kind.ToString().ToLowerInvariant()}";

    public string Path => "/edition/" + Name;

    public BriefingSlot Before => Kind == BriefingKind.Evening ? this with { Kind = BriefingKind.Morning } : new BriefingSlot(Day.AddDays(-1), BriefingKind.Evening);

    public BriefingSlot After => Kind == BriefingKind.Morning ? this with { Kind = BriefingKind.Evening } : new BriefingSlot(Day.AddDays(1), BriefingKind.Morning);

    /// <summary>When it closes. An hour that a clock skips or repeats is the later one.</summary>
    public DateTimeOffset ClosesAt(TimeZoneInfo zone)
    {
        var local = Day.ToDateTime(Kind == BriefingKind.Morning ? MorningHour : EveningHour);
        return new DateTimeOffset(local, zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(1)) : zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The one that closed last.</summary>
    public static BriefingSlot Last(DateTimeOffset now, TimeZoneInfo zone)
    {
        var slot = new BriefingSlot(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), BriefingKind.Evening);
        while (slot.ClosesAt(zone) > now)
            slot = slot.Before;
        return slot;
    }

    /// <summary>The one of a kind that closed last.</summary>
    public static BriefingSlot Last(BriefingKind kind, DateTimeOffset now, TimeZoneInfo zone) =>
        Last(now, zone) is var last && last.Kind == kind ? last : last.Before;

    /// <summary>Null for what is no day and kind as addresses write them.</summary>
    public static BriefingSlot? Parse(string day, string kind) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9000
            ? kind switch
            {
                "morning" => new BriefingSlot(date, BriefingKind.Morning),
                "evening" => new BriefingSlot(date, BriefingKind.Evening),
                _ => null,
            }
            : null;
}
