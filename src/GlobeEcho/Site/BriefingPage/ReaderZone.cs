using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.BriefingPage;

/// <summary>Whose morning and evening it is: the time zone a reader chose, kept by the reader's browser in a cookie; the paper's own without one.</summary>
public static class ReaderZone
{
    private const string Cookie = "zone";
    private const int LongestName = 40;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    // One or two for each offset people live at; any other IANA name is taken from an address or a cookie all the same.
    private static readonly string[] Names =
    [
        "UTC", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Phoenix", "America/Chicago", "America/Mexico_City",
        "America/Bogota", "America/Lima", "America/New_York", "America/Toronto", "America/Caracas", "America/Halifax", "America/Santiago", "America/St_Johns",
        "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Atlantic/Azores", "Atlantic/Reykjavik", "Africa/Accra", "Africa/Casablanca", "Europe/Lisbon",
        "Europe/London", "Europe/Dublin", "Africa/Lagos", "Africa/Algiers", "Europe/Madrid", "Europe/Paris", "Europe/Brussels", "Europe/Amsterdam",
        "Europe/Zurich", "Europe/Rome", "Europe/Berlin", "Europe/Vienna", "Europe/Prague", "Europe/Warsaw", "Europe/Stockholm", "Africa/Johannesburg",
        "Africa/Cairo", "Asia/Jerusalem", "Asia/Beirut", "Europe/Athens", "Europe/Bucharest", "Europe/Kyiv", "Europe/Vilnius", "Europe/Helsinki",
        "Europe/Minsk", "Europe/Istanbul", "Europe/Moscow", "Africa/Nairobi", "Africa/Addis_Ababa", "Asia/Riyadh", "Asia/Baghdad", "Asia/Tehran",
        "Asia/Dubai", "Asia/Tbilisi", "Asia/Kabul", "Asia/Karachi", "Asia/Tashkent", "Asia/Almaty", "Asia/Kolkata", "Asia/Colombo", "Asia/Kathmandu",
        "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Jakarta", "Asia/Ho_Chi_Minh", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Singapore", "Asia/Manila",
        "Australia/Perth", "Asia/Seoul", "Asia/Tokyo", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "Pacific/Noumea", "Pacific/Auckland",
    ];

    /// <param name="asked">Of the address; it goes before the cookie.</param>
    public static TimeZoneInfo Read(HttpRequest request, PaperTime time, string? asked = null) => Find(asked) ?? Find(request.Cookies[Cookie]) ?? time.TimeZone;

    /// <summary>Null when this machine knows no zone of that name.</summary>
    public static TimeZoneInfo? Find(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <param name="zone">Null takes the choice away.</param>
    public static void Write(HttpContext context, TimeZoneInfo? zone) =>
        context.Response.Cookies.Append(Cookie, zone?.Id ?? "", ReaderCookie.Of(context, zone is null ? TimeSpan.Zero : Kept));

    /// <summary>What a form offers, from west to east, with the place's clock: "Europe/Minsk", "Minsk (UTC+3)". The reader's own is among them.</summary>
    public static IReadOnlyList<(string Id, string Words)> Choices(TimeZoneInfo own, PaperTime time) =>
        Names.Append(own.Id).Distinct().Select(Find).OfType<TimeZoneInfo>().OrderBy(z => z.GetUtcOffset(time.Now)).ThenBy(z => Place(z), StringComparer.Ordinal)
            .Select(z => (z.Id, Place(z) == "UTC" ? "UTC" : $"{Place(z)} ({time.In(z).Zone(time.Now)})")).ToList();

    /// <summary>"Buenos Aires".</summary>
    public static string Place(TimeZoneInfo zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
