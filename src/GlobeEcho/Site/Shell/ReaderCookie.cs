namespace GlobeEcho.Site.Shell;

/// <summary>A cookie that holds a reader's choice for the whole paper: sent to nobody else, read by no script.</summary>
public static class ReaderCookie
{
    /// <param name="kept">Zero takes the cookie away.</param>
    public static CookieOptions Of(HttpContext context, TimeSpan kept) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = kept,
        IsEssential = true,
    };
}
