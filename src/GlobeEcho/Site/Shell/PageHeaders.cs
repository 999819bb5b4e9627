namespace GlobeEcho.Site.Shell;

/// <summary>What every answer of the site says about itself: nothing from elsewhere, no frame, no guessing.</summary>
public sealed class PageHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the answer, because the error page begins by clearing what was set before.
        context.Response.OnStarting(
            () =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                // Nothing to other sites; to our own, so that a form can show where it was sent from.
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (headers.CacheControl.Count == 0)
                    headers.CacheControl = "no-cache";
                // The masthead prints what the reader chose.
                if (context.Response is { ContentType: { } type } && type.StartsWith("text/html", StringComparison.Ordinal) || context.Response.StatusCode == StatusCodes.Status304NotModified)
                    headers.AppendCommaSeparatedValues("Vary", "Cookie");
                return Task.CompletedTask;
            });
        return next(context);
    }
}
