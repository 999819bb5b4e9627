using System.Text;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.FeedsPage;

public static class FeedsPageEndpoints
{
    public static void MapFeedsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feeds", Show);
        routes.MapGet("/feeds/remove", AskBeforeRemoving);
        routes.MapGet("/feeds.opml", Export);
    }

    private static async Task<RazorComponentResult<FeedsPageView>> Show(
        HttpContext context, string? state, string? q, string? page, string? said, OperatorAccess access, FeedsPageQuery query, CancellationToken cancel)
    {
        // The operator's page has buttons that no other reader's has.
        context.Response.Headers.CacheControl = "private, no-cache";
        var notice = FeedsNotice.Of(said);
        return new(new { Content = await query.LoadAsync(FeedsAsk.Of(state, q, page), access.Allows(context.Request), notice, cancel) });
    }

    private static async Task<Results<RazorComponentResult<FeedRemovalView>, RazorComponentResult<NotFoundView>, ForbiddenResult>> AskBeforeRemoving(
        HttpContext context, string? feed, string? state, string? q, string? page, OperatorAccess access, FeedDesk desk, FeedsPageQuery query, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        if (!access.Allows(context.Request))
            return new ForbiddenResult(FeedFormsEndpoints.Forbidden);
        if (!Uri.TryCreate(feed, UriKind.Absolute, out var address) || await desk.StatusAsync(address, cancel) is not { } status)
            return ErrorPages.NotFound();
        return new RazorComponentResult<FeedRemovalView>(new { Row = new FeedRow(status), Ask = FeedsAsk.Of(state, q, page), Made = await query.MadeAsync(cancel) });
    }

    private static async Task<FileContentHttpResult> Export(FeedDesk desk, CancellationToken cancel) =>
        TypedResults.Bytes(
            Encoding.UTF8.GetBytes(OpmlWriter.Write((await desk.StatusAsync(cancel)).Select(s => s.Feed))), "text/x-opml; charset=utf-8", "globe-echo-feeds.opml");
}
