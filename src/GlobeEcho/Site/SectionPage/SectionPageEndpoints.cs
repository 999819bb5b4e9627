using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Weather;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.SectionPage;

public static class SectionPageEndpoints
{
    public static void MapSectionPage(this IEndpointRouteBuilder routes) => routes.MapGet("/section/{name}", Show);

    private static async Task<IResult> Show(
        string name, HttpContext context, SectionPageQuery query, WeatherLook weather, QuoteStrip strip, PaperTime time, CancellationToken cancel)
    {
        if (Sections.Find(name) is not { } section)
            return ErrorPages.NotFound();
        if (context.Request.Path.Value != Sections.Path(section))
            return TypedResults.Redirect(Sections.Path(section), permanent: true);
        var content = await query.LoadAsync(section, cancel);
        var age = content.Made is { } made ? (int)(time.Now - made).TotalHours : 0;
        var state = $"{section} {content.Made:O} {age} {time.Day(time.Now)} {string.Join(' ', content.Stories.Select(s => s.State))} {await weather.EarStateAsync(context)} {strip.StateOf(context.Request)}";
        return PageTag.IsKnown(context, state)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new RazorComponentResult<SectionPageView>(new { Content = content });
    }
}
