using System.Globalization;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.Shell;

/// <summary>Moments as the paper prints them: in its own time zone, in plain words.</summary>
public sealed class PaperTime
{
    private readonly TimeProvider _clock;
    private readonly TimeZoneInfo _zone;

    public PaperTime(TimeProvider clock, IOptions<SiteOptions> options)
        : this(clock, TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone))
    {
    }

    private PaperTime(TimeProvider clock, TimeZoneInfo zone) => (_clock, _zone) = (clock, zone);

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The same moments on another clock.</summary>
    public PaperTime In(TimeZoneInfo zone) => new(_clock, zone);

    /// <summary>Whose days and hours the paper prints.</summary>
    public TimeZoneInfo TimeZone => _zone;

    /// <summary>The IANA name of the paper's time zone, for scripts: "Europe/Minsk".</summary>
    public string ZoneName => _zone.HasIanaId ? _zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(_zone.Id, out var iana) ? iana : "UTC";

    /// <summary>"Friday 24 May 2024".</summary>
    public string Day(DateTimeOffset moment) => Say(moment, "dddd d MMMM yyyy");

    /// <summary>"18:40".</summary>
    public string Hour(DateTimeOffset moment) => Say(moment, "HH:mm");

    /// <summary>"18:40" on the day of <paramref name="against"/>, "23 May 18:40" in its year, "23 May 2023 18:40" elsewhere.</summary>
    public string Short(DateTimeOffset moment, DateTimeOffset against)
    {
        var (there, here) = (Local(moment), Local(against));
        if (there.Date == here.Date)
            return Hour(moment);
        return Say(moment, there.Year == here.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm");
    }

    /// <summary>"4 minutes ago", "in 2 hours"; the unit is rounded down.</summary>
    public string Ago(DateTimeOffset moment)
    {
        var span = Now - moment;
        var size = span.Duration();
        var words = size switch
        {
            { TotalMinutes: < 1 } => null,
            { TotalHours: < 1 } => Count.Of((int)size.TotalMinutes, "minute"),
            { TotalDays: < 1 } => Count.Of((int)size.TotalHours, "hour"),
            { TotalDays: < 731 } => Count.Of((int)size.TotalDays, "day"),
            _ => Count.Of((int)(size.TotalDays / 365.25), "year"),
        };
        return words is null ? "just now" : span < TimeSpan.Zero ? "in " + words : words + " ago";
    }

    /// <summary>"UTC", or how far the paper's clock stands from it: "UTC+2", "UTC+5:30".</summary>
    public string Zone(DateTimeOffset moment)
    {
        var offset = _zone.GetUtcOffset(moment);
        if (offset == TimeSpan.Zero)
            return "UTC";
        var minutes = offset.Minutes == 0 ? "" : ":" + offset.ToString("mm", CultureInfo.InvariantCulture);
        return $"UTC{(offset < TimeSpan.Zero ? "\u2212" : "+")}{Math.Abs(offset.Hours)}{minutes}";
    }

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    private string Say(DateTimeOffset moment, string form) => Local(moment).ToString(form, CultureInfo.InvariantCulture);
}
