using System.Globalization;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.FeedsPage;

/// <summary>What the forms of the page of feeds do. Each answer but a preview is 303 to the page.</summary>
public static class FeedFormsEndpoints
{
    /// <summary>The largest list of feeds that is taken, in bytes.</summary>
    public const int LargestList = 2_000_000;

    /// <summary>What somebody who may not change the feeds is told.</summary>
    public const string Forbidden =
        "The feeds of this paper are changed only on the machine it runs on, from the paper's own page of feeds. Whoever runs it can open that page to all (Site:OpenDesk).";

    // Of all other forms; the largest carries what a preview found.
    private const int LargestForm = 64 * 1024;

    // What a form says around its file.
    private const int AroundTheList = 4096;

    // A site may name ten feeds, and each may keep us waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static void MapFeedForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/feeds").ForOperator(
            Forbidden,
            request => request.Path.Value == "/feeds/import" ? LargestList + AroundTheList : LargestForm,
            context => PageAsync(context, StatusCodes.Status413PayloadTooLarge, "That is too large: a list of feeds may have 2 MB. Nothing was added."));
        forms.MapPost("/preview", PreviewAsync);
        forms.MapPost("/add", AddAsync);
        forms.MapPost("/pause", PauseAsync);
        forms.MapPost("/mute", MuteAsync);
        forms.MapPost("/remove", RemoveAsync);
        forms.MapPost("/import", ImportAsync);
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, FeedDesk desk, FeedsPageQuery query, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = form["address"].ToString();
        if (PickedFeeds.Typed(typed) is not { } address)
            return await PageAsync(context, StatusCodes.Status400BadRequest, "That is no address: write it as example.org or https://example.org/feed.xml.");
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<FeedPreviewView>(new { Asked = address, Preview = await LookAsync(desk, address, cancel), Made = await query.MadeAsync(cancel) });
    }

    private static async Task<FeedPreview> LookAsync(FeedDesk desk, Uri address, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await desk.PreviewAsync(address, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new FeedPreview([], $"The site had not shown all its feeds after {Patience.TotalSeconds:0} seconds. Give the address of one of them.");
        }
    }

    private static async Task<IResult> AddAsync(HttpContext context, FeedDesk desk, CancellationToken cancel)
    {
        var picked = PickedFeeds.Of(await context.Request.ReadFormAsync(cancel));
        var said = picked.Count == 0 ? "nothing" : "added-" + Number(await desk.AddAsync(picked, cancel));
        return new SeeOtherResult(new FeedsAsk(FeedFilter.All, null, 1).Address(said));
    }

    private static async Task<IResult> PauseAsync(HttpContext context, FeedDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var on = form["want"] == "on";
        return Back(form, await desk.PauseAsync(new FeedId(Id(form["feed"])), on, cancel) ? on ? "paused" : "resumed" : "unknown");
    }

    private static async Task<IResult> MuteAsync(HttpContext context, FeedDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var on = form["want"] == "on";
        return Back(form, await desk.MuteAsync(new PublisherId(Id(form["publisher"])), on, cancel) ? on ? "muted" : "unmuted" : "unknown");
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, FeedDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return Back(form, await desk.RemoveAsync(new FeedId(Id(form["feed"])), cancel) ? "removed" : "unknown");
    }

    private static async Task<IResult> ImportAsync(HttpContext context, FeedDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (form.Files["list"] is not { Length: > 0 } file)
            return await PageAsync(context, StatusCodes.Status400BadRequest, "No file was chosen, or it is empty. Nothing was added.");
        if (file.Length > LargestList)
            return await PageAsync(context, StatusCodes.Status413PayloadTooLarge, "That is too large: a list of feeds may have 2 MB. Nothing was added.");
        using var body = new MemoryStream();
        await file.CopyToAsync(body, cancel);
        return OpmlReader.Read(body.ToArray()) switch
        {
            OpmlResult.Read list => new SeeOtherResult(
                new FeedsAsk(FeedFilter.All, null, 1).Address($"imported-{Number(await desk.AddAsync(list.Listings, cancel))}-{Number(list.Listings.Count)}")),
            OpmlResult.NotOpml wrong => await PageAsync(context, StatusCodes.Status400BadRequest, $"The file is no list of feeds (OPML): {wrong.Reason} Nothing was added."),
            var other => throw new InvalidOperationException($"A list cannot be read as {other}."),
        };
    }

    /// <summary>The page itself, with what is wrong in words.</summary>
    private static async Task<IResult> PageAsync(HttpContext context, int status, string words)
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = context.RequestServices.GetRequiredService<FeedsPageQuery>();
        var content = await query.LoadAsync(new FeedsAsk(FeedFilter.All, null, 1), mayChange: true, new FeedsNotice(words, IsTrouble: true), context.RequestAborted);
        return new RazorComponentResult<FeedsPageView>(new { Content = content }) { StatusCode = status };
    }

    private static SeeOtherResult Back(IFormCollection form, string said) => new(FeedsAsk.Of(form).Address(said));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
