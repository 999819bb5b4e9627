namespace GlobeEcho.Site.Shell;

/// <summary>303: the answer to a form is another page, asked for with GET.</summary>
public sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
