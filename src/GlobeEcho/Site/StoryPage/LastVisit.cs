using System.Globalization;

namespace GlobeEcho.Site.StoryPage;

/// <summary>
/// When a reader saw a story last. The reader's own browser keeps it, in a cookie that is sent only to that story's page.
/// </summary>
public static class LastVisit
{
    private const string Name = "seen";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Null on a first visit, or when the cookie makes no sense.</summary>
    public static DateTimeOffset? Read(HttpRequest request, DateTimeOffset now) =>
        long.TryParse(request.Cookies[Name], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= now.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public static void Write(HttpContext context, DateTimeOffset now) =>
        context.Response.Cookies.Append(
            Name,
            now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            new CookieOptions
            {
                Path = context.Request.Path,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = Kept,
                IsEssential = true,
            });
}
