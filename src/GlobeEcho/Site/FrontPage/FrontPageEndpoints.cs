using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Site.Quotes;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Visits;
using GlobeEcho.Site.Weather;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.FrontPage;

public static class FrontPageEndpoints
{
    public static void MapFrontPage(this IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static async Task<IResult> Show(
        HttpContext context,
        FrontPageQuery query,
        FeedDesk feeds,
        ArticleDesk articles,
        WeatherLook weather,
        QuoteStrip strip,
        PaperTime time,
        VisitCookie visits,
        CancellationToken cancel)
    {
        var since = visits.Look(context, "looked", "/");
        if (await query.LoadAsync(since, cancel) is not { } content)
            return new RazorComponentResult<FirstEditionView>(new { Content = await ProgressAsync(feeds, articles, cancel) });
        context.Response.Headers.CacheControl = "private, no-cache";
        // The page also says how old it is, to the hour, what is new to this reader, which stories are breaking, what the weather is at the reader's place, and a few prices.
        var state = $"{content.Made:O} {(int)(time.Now - content.Made).TotalHours} {since:O} {string.Join(' ', content.Stories.Select(s => $"{s.State}{s.Phase}"))} {await weather.EarStateAsync(context)} {strip.StateOf(context.Request)}";
        return PageTag.IsKnown(context, state)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new RazorComponentResult<FrontPageView>(new { Content = content });
    }

    private static async Task<FirstEditionContent> ProgressAsync(FeedDesk feeds, ArticleDesk articles, CancellationToken cancel)
    {
        var all = await feeds.StatusAsync(cancel);
        return new FirstEditionContent(
            all.Count, all.Count(f => f.Feed.Health.LastGood is not null), await articles.CountAsync(cancel), all.Sum(f => f.Waiting));
    }
}
