namespace GlobeEcho.Site.Shell;

/// <summary>403, with a sentence that says who may.</summary>
public sealed class ForbiddenResult(string words) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
        httpContext.Response.ContentType = "text/plain; charset=utf-8";
        return httpContext.Response.WriteAsync(words, httpContext.RequestAborted);
    }
}
