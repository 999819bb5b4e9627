namespace GlobeEcho.Site.FeedsPage;

/// <summary>403, with a sentence that says who may.</summary>
public sealed class ForbiddenPage : IResult
{
    public const string Words =
        "The feeds of this paper are changed only on the machine it runs on, from the paper's own page of feeds. Whoever runs it can open that page to all (Site:OpenDesk).";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
        httpContext.Response.ContentType = "text/plain; charset=utf-8";
        return httpContext.Response.WriteAsync(Words, httpContext.RequestAborted);
    }
}
