using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.Shell;

/// <summary>What a reader sees when there is no such page, or when one fails.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(failed => failed.Run(context => new RazorComponentResult<FailedView> { StatusCode = 500 }.ExecuteAsync(context)));
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode == 404
            ? NotFound().ExecuteAsync(context.HttpContext)
            : Task.CompletedTask);
    }

    public static RazorComponentResult<NotFoundView> NotFound() => new() { StatusCode = 404 };
}
