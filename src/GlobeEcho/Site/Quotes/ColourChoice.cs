using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Quotes;

/// <summary>Which colours a reader wants changes in, kept by the reader's browser in a cookie.</summary>
public static class ColourChoice
{
    private const string Name = "changes";
    private const string Blue = "blue-orange";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>Green and red unless the cookie names the others.</summary>
    public static ChangeColours Read(HttpRequest request) => Parse(request.Cookies[Name]);

    public static ChangeColours Parse(string? word) => word == Blue ? ChangeColours.BlueOrange : ChangeColours.GreenRed;

    /// <summary>As the cookie, the form and the style sheet write it; null for the usual colours.</summary>
    public static string? Word(ChangeColours colours) => colours == ChangeColours.BlueOrange ? Blue : null;

    public static void Write(HttpContext context, ChangeColours colours) =>
        context.Response.Cookies.Append(Name, Word(colours) ?? "", ReaderCookie.Of(context, Word(colours) is null ? TimeSpan.Zero : Kept));
}
