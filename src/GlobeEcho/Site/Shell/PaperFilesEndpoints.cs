using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.Shell;

public static class PaperFilesEndpoints
{
    public static void MapPaperFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/paper/{name}", Kept);
        routes.MapGet("/favicon.svg", (PaperFiles files) => TypedResults.Bytes(files.Icon, "image/svg+xml"));
        routes.MapGet("/favicon.ico", (PaperFiles files) => TypedResults.Redirect("/favicon.svg", permanent: true));
        routes.MapGet("/robots.txt", () => TypedResults.Text("User-agent: *\nDisallow: /search\nDisallow: /feeds\nDisallow: /weather/\n", "text/plain", Encoding.UTF8));
    }

    private static Results<FileContentHttpResult, NotFound> Kept(string name, PaperFiles files, HttpResponse response)
    {
        if (files.Find("/paper/" + name) is not { } file)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(file.Body, file.Type);
    }
}
