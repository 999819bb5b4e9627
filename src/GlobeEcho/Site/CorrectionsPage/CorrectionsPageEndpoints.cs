using System.Globalization;
using System.Text;
using GlobeEcho.Site.Shell;
using GlobeEcho.Site.Syndication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.CorrectionsPage;

public static class CorrectionsPageEndpoints
{
    public const string FeedPath = "/corrections/feed.xml";

    public static void MapCorrectionsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/corrections", Show);
        routes.MapGet(FeedPath, Feed);
    }

    private static async Task<RazorComponentResult<CorrectionsPageView>> Show(CorrectionsPageQuery query, CancellationToken cancel) =>
        new(new { Content = await query.LoadAsync(cancel) });

    private static async Task<IResult> Feed(HttpContext context, CorrectionsPageQuery query, IOptions<SiteOptions> options, CancellationToken cancel)
    {
        var home = PaperAddress.Of(context.Request, options.Value);
        var corrections = await query.CorrectionsAsync(cancel);
        var items = corrections.Select(p => new SyndicatedItem(
            Id: new Uri(home, string.Create(CultureInfo.InvariantCulture, $"{p.Path}#corrected-{p.Correction.Article.Value}-{p.Correction.Noticed.ToUnixTimeSeconds()}")),
            Link: new Uri(home, p.Path),
            Title: $"Correction: {p.Story.Headline}",
            Text: CorrectionWords.Of(p.Correction),
            Html: null,
            Published: p.Correction.Written)).ToList();
        var feed = new SyndicatedFeed(
            $"{options.Value.Name}: corrections", "What publishers changed after the paper had condensed it, and which sentences followed.",
            new Uri(home, "/corrections"), new Uri(home, FeedPath), items);
        var document = SyndicationWriter.Rss(feed);
        return PageTag.IsKnown(context, document) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(document, "application/rss+xml", Encoding.UTF8);
    }
}
