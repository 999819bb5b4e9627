using System.Text;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Syndication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.BriefingPage;

public static class BriefingPageEndpoints
{
    public const string FeedPath = "/editions/feed.xml";
    public const string AtomPath = "/editions/atom.xml";
    public const string JsonPath = "/editions/feed.json";

    private const int Listed = 7;
    private const int InFeed = 4;
    private const int LargestForm = 4096;

    public static void MapBriefingPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/morning", (HttpContext context, BriefingQuery query, PaperTime time, CancellationToken cancel, string? zone = null) =>
            LastAsync(BriefingKind.Morning, zone, context, query, time, cancel));
        routes.MapGet("/evening", (HttpContext context, BriefingQuery query, PaperTime time, CancellationToken cancel, string? zone = null) =>
            LastAsync(BriefingKind.Evening, zone, context, query, time, cancel));
        routes.MapGet("/edition/{day}/{kind}", One);
        routes.MapGet("/five-minutes", FiveMinutes);
        routes.MapGet(FeedPath, (HttpContext context, BriefingQuery query, PaperTime time, IOptions<SiteOptions> options, CancellationToken cancel, string? zone = null) =>
            FeedAsync(FeedPath, "application/rss+xml", SyndicationWriter.Rss, zone, context, query, time, options.Value, cancel));
        routes.MapGet(AtomPath, (HttpContext context, BriefingQuery query, PaperTime time, IOptions<SiteOptions> options, CancellationToken cancel, string? zone = null) =>
            FeedAsync(AtomPath, "application/atom+xml", SyndicationWriter.Atom, zone, context, query, time, options.Value, cancel));
        routes.MapGet(JsonPath, (HttpContext context, BriefingQuery query, PaperTime time, IOptions<SiteOptions> options, CancellationToken cancel, string? zone = null) =>
            FeedAsync(JsonPath, "application/feed+json", SyndicationWriter.Json, zone, context, query, time, options.Value, cancel));
        // The form changes a cookie of the reader's own and nothing here.
        routes.MapPost("/editions/zone", Choose).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    private static Task<IResult> LastAsync(BriefingKind kind, string? asked, HttpContext context, BriefingQuery query, PaperTime time, CancellationToken cancel)
    {
        var zone = ReaderZone.Read(context.Request, time, asked);
        return ShowAsync(BriefingSlot.Last(kind, time.Now, zone), zone, context, query, time, cancel);
    }

    private static async Task<IResult> One(string day, string kind, HttpContext context, BriefingQuery query, PaperTime time, CancellationToken cancel, string? zone = null) =>
        BriefingSlot.Parse(day, kind) is { } slot ? await ShowAsync(slot, ReaderZone.Read(context.Request, time, zone), context, query, time, cancel) : ErrorPages.NotFound();

    private static async Task<IResult> ShowAsync(BriefingSlot slot, TimeZoneInfo zone, HttpContext context, BriefingQuery query, PaperTime time, CancellationToken cancel)
    {
        var services = context.RequestServices;
        var mail = services.GetRequiredService<OperatorAccess>().Allows(context.Request) ? await services.GetRequiredService<BriefingMail>().StatusAsync(cancel) : null;
        var edition = await query.LoadAsync(slot, zone, cancel);
        var last = BriefingSlot.Last(time.Now, zone);
        var others = (await query.BeforeAsync(last, zone, Listed, cancel)).Where(s => s != slot).ToList();
        var content = new BriefingPageContent(edition, slot, zone, others, ReaderZone.Choices(zone, time), mail);
        return new RazorComponentResult<BriefingPageView>(new { Content = content })
        {
            StatusCode = edition is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }

    private static async Task<IResult> FiveMinutes(HttpContext context, BriefingQuery query, PaperTime time, CancellationToken cancel, string? zone = null)
    {
        var chosen = ReaderZone.Read(context.Request, time, zone);
        var edition = await query.FiveMinutesAsync(chosen, cancel);
        var others = await query.BeforeAsync(BriefingSlot.Last(time.Now, chosen), chosen, Listed, cancel);
        return new RazorComponentResult<BriefingPageView>(new { Content = new BriefingPageContent(edition, null, chosen, others, ReaderZone.Choices(chosen, time)) });
    }

    private static async Task<IResult> FeedAsync(
        string path,
        string type,
        Func<SyndicatedFeed, string> write,
        string? asked,
        HttpContext context,
        BriefingQuery query,
        PaperTime time,
        SiteOptions options,
        CancellationToken cancel)
    {
        // A feed is of one clock, whoever asks: only its address chooses it.
        var zone = ReaderZone.Find(asked) ?? time.TimeZone;
        var tail = zone == time.TimeZone ? "" : "?zone=" + Uri.EscapeDataString(zone.Id);
        var home = PaperAddress.Of(context.Request, options);
        var items = new List<SyndicatedItem>();
        foreach (var slot in await query.BeforeAsync(BriefingSlot.Last(time.Now, zone), zone, InFeed, cancel))
        {
            if (await query.LoadAsync(slot, zone, cancel) is not { } edition)
                continue;
            var address = new Uri(home, slot.Path + tail);
            var summary = string.Join("; ", edition.Leading.Select(s => s.Headline)) + ".";
            items.Add(new SyndicatedItem(address, address, BriefingPrint.Title(edition), summary, BriefingPrint.Html(edition, home), edition.Closed));
        }

        var feed = new SyndicatedFeed(
            $"{options.Name}: morning and evening", $"The paper as it stands at six in the morning and six in the evening, {ReaderZone.Place(zone)} time.",
            new Uri(home, "/morning" + tail), new Uri(home, path + tail), items);
        var document = write(feed);
        return PageTag.IsKnown(context, document) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(document, type, Encoding.UTF8);
    }

    private static IResult Choose(HttpContext context, [FromForm] string? zone, [FromForm] string? back)
    {
        if (!SameOrigin.Is(context.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (zone is { Length: > 0 } && ReaderZone.Find(zone) is null)
            return TypedResults.BadRequest("This machine knows no such time zone.");
        ReaderZone.Write(context, ReaderZone.Find(zone));
        // Only to one of these pages: a form must not be a way to anywhere else.
        return new SeeOtherResult(back is "/evening" or "/five-minutes" ? back : "/morning");
    }
}
