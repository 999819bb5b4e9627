using System.Globalization;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Beside;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.StoryPage;

public static class StoryPageEndpoints
{
    public static void MapStoryPage(this IEndpointRouteBuilder routes) => routes.MapGet("/story/{id:long:min(1)}", Show);

    private static async Task<Results<RazorComponentResult<StoryPageView>, RazorComponentResult<NotFoundView>, RedirectHttpResult>> Show(
        long id,
        string? said,
        HttpContext context,
        StoryDesk stories,
        StoryPageQuery query,
        StoryCurrencyQuery currencies,
        VisitCookie visits,
        OperatorAccess access,
        CancellationToken cancel)
    {
        if (await stories.FindAsync(new StoryId(id), cancel) is not { } story)
            return ErrorPages.NotFound();
        var address = "/story/" + story.Id.Value.ToString(CultureInfo.InvariantCulture);
        // One story, one address: merged stories lead on, and so does "/story/007".
        if (context.Request.Path.Value != address)
            return TypedResults.Redirect(address, permanent: true);
        var lastVisit = visits.Look(context, "seen", address);
        var content = await query.LoadAsync(story, lastVisit, access.Allows(context.Request), StoryNotice.Of(said), cancel);
        context.Response.Headers.CacheControl = "private, no-cache";
        // The first paragraph of the digest is the story in short.
        var lead = content.Digest.Paragraphs.Count == 0 ? null : string.Join(' ', content.Digest.Paragraphs[0].Select(s => s.Text));
        return new RazorComponentResult<StoryPageView>(new { Content = content, Currencies = await currencies.LoadAsync(story, story.Headline, lead, cancel) });
    }
}
