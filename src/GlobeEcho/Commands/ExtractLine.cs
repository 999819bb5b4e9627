using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Fetching;

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

    public string? Url { get; private init; }

    public bool? IsArticle { get; private init; }

    public string? Reason { get; private init; }

    public string? Error { get; private init; }

    public string? Headline { get; private init; }

    public IReadOnlyList<string>? Byline { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Language { get; private init; }

    public string? Section { get; private init; }

    public Uri? Image { get; private init; }

    public string? Text { get; private init; }

    public static async Task<ExtractLine> OfAsync(ExtractSource source, Fetcher? fetcher, CancellationToken cancel)
    {
        var (body, contentType, address, error) = await source.ReadAsync(fetcher, cancel);
        if (error is not null)
            return new ExtractLine(source.Id) { Error = error };
        return ArticleExtractor.Extract(body, contentType, address ?? Nowhere) switch
        {
            ExtractionResult.Extracted(var article) => Of(source.Id, address, article) with { IsArticle = true },
            ExtractionResult.NotAnArticle(var reason, { } found) => Of(source.Id, address, found) with { IsArticle = false, Reason = reason },
            ExtractionResult.NotAnArticle(var reason, _) => new ExtractLine(source.Id) { IsArticle = false, Reason = reason, Error = reason },
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    public string Write(string format) => format switch
    {
        "text" => string.Join("\n\n", new[] { Headline, Text, Error is null ? null : $"{Id}: {Error}" }.Where(p => !string.IsNullOrEmpty(p))) + "\n",
        "markdown" => Markdown(),
        _ => JsonSerializer.Serialize(this, Json),
    };

    private static ExtractLine Of(string id, Uri? address, ExtractedArticle article) => new(id)
    {
        Url = (address ?? article.Canonical)?.AbsoluteUri,
        Headline = article.Headline,
        Byline = article.Byline,
        Published = Moment(article.Published),
        Modified = Moment(article.Modified),
        Language = article.Language,
        Section = article.Section,
        Image = article.LeadImage,
        Text = article.Text,
    };

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private string Markdown()
    {
        if (Error is not null)
            return $"> {Id}: {Error}\n";
        var facts = new[] { Byline is { Count: > 0 } ? string.Join(", ", Byline) : null, Published, Url is null ? null : $"<{Url}>" }.Where(f => f is not null);
        return $"# {Headline}\n\n*{string.Join(" · ", facts)}*\n\n{Text}\n";
    }
}
