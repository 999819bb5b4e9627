using System.Globalization;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Changes;
using GlobeEcho.Site.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GlobeEcho.Site.StoryPage;

/// <summary>What the forms of a story's page do: split, move, merge, undo. What was done is answered 303 to the page, what was refused by the page itself.</summary>
public static class StoryFormsEndpoints
{
    public const int LongestWhy = 300;

    // Some thousand picked tellings.
    private const int LargestForm = 64 * 1024;

    private const string Forbidden =
        "Stories of this paper are split, merged and moved only on the machine it runs on, from the story's own page. Whoever runs it can open that to all (Site:OpenDesk).";

    public static void MapStoryForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/story/{id:long:min(1)}")
            .ForOperator(Forbidden, _ => LargestForm, _ => Task.FromResult<IResult>(TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge)));
        forms.MapPost("/split", SplitAsync);
        forms.MapPost("/move", MoveAsync);
        forms.MapPost("/merge", MergeAsync);
        forms.MapPost("/undo", UndoAsync);
    }

    private static async Task<IResult> SplitAsync(long id, HttpContext context, StoryDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var result = await desk.SplitAsync(new StoryId(id), Picked(form), Why(form), cancel);
        return result is ChangeResult.Made made ? Onward(made.Change.Other, "split") : await PageAsync(context, id, result);
    }

    private static async Task<IResult> MoveAsync(long id, HttpContext context, StoryDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var picked = Picked(form);
        if (picked.Count == 0)
            return await PageAsync(context, id, new ChangeResult.Refused("No telling was picked."));
        if (Into(form) is not { } into)
            return await PageAsync(context, id, NoNumber);
        ChangeResult result = NoNumber;
        foreach (var article in picked)
        {
            result = await desk.MoveAsync(article, into, Why(form), cancel);
            if (result is not ChangeResult.Made)
                return await PageAsync(context, id, result);
        }

        return Onward(((ChangeResult.Made)result).Change.Other, "moved");
    }

    private static async Task<IResult> MergeAsync(long id, HttpContext context, StoryDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (Into(form) is not { } into)
            return await PageAsync(context, id, NoNumber);
        var result = await desk.MergeAsync(new StoryId(id), into, Why(form), cancel);
        return result is ChangeResult.Made made ? Onward(made.Change.Other, "merged") : await PageAsync(context, id, result);
    }

    private static async Task<IResult> UndoAsync(long id, HttpContext context, StoryDesk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var result = await desk.UndoAsync(new StoryChangeId(Number(form["change"].ToString()) ?? 0), cancel);
        if (result is not ChangeResult.Made)
            return await PageAsync(context, id, result);
        // The story may lead to another again.
        return Onward(await desk.FindAsync(new StoryId(id), cancel) is { } story ? story.Id : new StoryId(id), "undone");
    }

    private static ChangeResult.Refused NoNumber { get; } = new("Name the other story by its number or its address, as 12 or /story/12.");

    private static List<ArticleId> Picked(IFormCollection form) => form["article"].Select(Number).OfType<long>().Distinct().Select(n => new ArticleId(n)).ToList();

    private static StoryId? Into(IFormCollection form) => Number(form["into"].ToString()) is { } number ? new StoryId(number) : null;

    private static string? Why(IFormCollection form) => form["why"].ToString() is var why && why.Length > LongestWhy ? why[..LongestWhy] : why;

    // "12", "/story/12" or the whole address.
    private static long? Number(string? text)
    {
        var last = (text ?? "").Split('?')[0].Trim().TrimEnd('/');
        return long.TryParse(last[(last.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    /// <summary>The page itself, with what was refused in words.</summary>
    private static async Task<IResult> PageAsync(HttpContext context, long id, ChangeResult result)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<StoryDesk>().FindAsync(new StoryId(id), context.RequestAborted) is not { } story)
            return ErrorPages.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var notice = new StoryNotice(((ChangeResult.Refused)result).Reason, IsTrouble: true);
        var content = await services.GetRequiredService<StoryPageQuery>().LoadAsync(story, null, mayChange: true, notice, context.RequestAborted);
        return new RazorComponentResult<StoryPageView>(new { Content = content }) { StatusCode = StatusCodes.Status409Conflict };
    }

    private static SeeOtherResult Onward(StoryId story, string said) => new($"/story/{story.Value.ToString(CultureInfo.InvariantCulture)}?said={said}");
}
