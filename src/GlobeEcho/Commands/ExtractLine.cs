using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Commands;

/// <summary>What came of one page, as it is written. The names of the JSON are those of its fields.</summary>
internal sealed record ExtractLine(string Id)
{
    // A page at hand has no address of its own; links in it are read against this one.
    private static readonly Uri Nowhere = new("http://page.invalid/");

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Where the page was read from, when it is a file; ids are names, and folders may hold a name twice.</summary>
    public string? File { get; private init; }

    public string? Url { get; private init; }

    public bool? IsArticle { get; private init; }

    /// <summary>article, live_blog, listing, forum, product, gallery, video, wall, error or empty.</summary>
    public string? Kind { get; private init; }

    public bool? IsPartial { get; private init; }

    public string? Reason { get; private init; }

    public string? Error { get; private init; }

    public string? Headline { get; private init; }

    public IReadOnlyList<string>? Byline { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Language { get; private init; }

    public string? Section { get; private init; }

    public Uri? Image { get; private init; }

    public string? ImageCaption { get; private init; }

    public string? ImageCredit { get; private init; }

    public IReadOnlyList<string>? Keywords { get; private init; }

    public string? Publisher { get; private init; }

    public string? Dateline { get; private init; }

    public string? Text { get; private init; }

    /// <summary>What each piece of the text is, and where it stands in it: kind, first character, length, and a heading's level.</summary>
    public IReadOnlyList<Piece>? Blocks { get; private init; }

    public static ExtractLine Of(ExtractPage page)
    {
        if (page.Error is not null)
            return new ExtractLine(page.Id) { Error = page.Error, File = page.File };
        return ArticleExtractor.Extract(page.Body, page.ContentType, page.Address ?? Nowhere) switch
        {
            ExtractionResult.Extracted(var article) => Of(page, article) with { IsArticle = true },
            ExtractionResult.NotAnArticle(var reason, { } found) => Of(page, found) with { IsArticle = false, Reason = reason },
            ExtractionResult.NotAnArticle(var reason, _) => new ExtractLine(page.Id) { IsArticle = false, Reason = reason, Error = reason, File = page.File },
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    public string Write(string format) => format switch
    {
        "text" => string.Join("\n\n", new[] { Headline, Text, Error is null ? null : $"{Id}: {Error}" }.Where(p => !string.IsNullOrEmpty(p))) + "\n",
        "markdown" => Markdown(),
        _ => JsonSerializer.Serialize(this, Json),
    };

    private static ExtractLine Of(ExtractPage page, ExtractedArticle article) => new(page.Id)
    {
        File = page.File,
        Url = (page.Address ?? Known(article.Canonical))?.AbsoluteUri,
        Headline = article.Headline,
        Byline = article.Byline,
        Published = Moment(article.Published),
        Modified = Moment(article.Modified),
        Language = article.Language,
        Section = article.Section,
        Image = Known(article.LeadImage),
        ImageCaption = article.LeadImageCaption,
        ImageCredit = article.LeadImageCredit,
        Keywords = article.Keywords.Count == 0 ? null : article.Keywords,
        Publisher = article.Publisher,
        Dateline = article.Dateline,
        Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(article.Kind.ToString()),
        IsPartial = article.IsPartial ? true : null,
        Text = article.Text,
        Blocks = article.Body.Blocks.Select(b => new Piece(JsonNamingPolicy.SnakeCaseLower.ConvertName(b.Kind.ToString()), b.Span.Start, b.Span.Length, b.Level > 0 ? b.Level : null)).ToList(),
    };

    /// <summary>Null for a link within the site of a page whose address nobody gave.</summary>
    private static Uri? Known(Uri? link) => link?.Host == Nowhere.Host ? null : link;

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private string Markdown()
    {
        if (Error is not null)
            return $"> {Id}: {Error}\n";
        var facts = new[] { Byline is { Count: > 0 } ? string.Join(", ", Byline) : null, Published, Url is null ? null : $"<{Url}>" }.Where(f => f is not null);
        return $"# {Headline}\n\n*{string.Join(" · ", facts)}*\n\n{string.Join("\n\n", Blocks!.Select(b => b.Markdown(Text!)))}\n";
    }

    internal sealed record Piece(string Kind, int Start, int Length, int? Level)
    {
        public string Markdown(string text)
        {
            var piece = text.Substring(Start, Length);
            return Kind switch
            {
                // The page's own heading is the first level.
                "heading" => new string('#', Math.Max(2, Level ?? 2)) + " " + piece,
                "list_item" => "- " + piece,
                "quote" => "> " + piece,
                "caption" => $"*{piece}*",
                "preformatted" => "    " + piece,
                _ => piece,
            };
        }
    }
}
