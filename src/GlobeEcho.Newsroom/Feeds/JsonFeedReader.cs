using System.Net;
using System.Text.Json;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static FeedParseResult Read(string text, Uri address)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Tolerant);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return new FeedParseResult.NotAFeed("The answer is JSON, but not a JSON Feed: it has no list of items.");
            var version = Text(root, "version") ?? "";
            return new FeedParseResult.Parsed(new FeedDocument(
                version.EndsWith("/1.1", StringComparison.Ordinal) ? "JSON Feed 1.1" : "JSON Feed 1.0",
                FeedText.Literal(Text(root, "title")),
                Link(address, Text(root, "home_page_url")),
                FeedParser.Language(Text(root, "language")),
                null,
                FeedParser.Bounded(items.EnumerateArray().Select(i => Item(i, root, address)))));
        }
        catch (JsonException e)
        {
            return new FeedParseResult.NotAFeed($"The answer begins like JSON, but is broken in line {e.LineNumber + 1}.");
        }
    }

    private static FeedItem? Item(JsonElement item, JsonElement feed, Uri address)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        var id = Text(item, "id")?.Trim() ?? "";
        var link = Link(address, Text(item, "url")) ?? (FeedParser.IsHttp(id) ? Link(address, id) : null) ?? Link(address, Text(item, "external_url"));
        if (link is null)
            return null;
        var html = Text(item, "content_html");
        if (string.IsNullOrWhiteSpace(html))
            html = Text(item, "content_text") is { } plain && plain.Trim().Length > 0 ? Paragraphs(plain) : null;
        var date = FeedDates.Read(Text(item, "date_published")) ?? FeedDates.Read(Text(item, "date_modified"));
        return FeedParser.Item(
            FeedText.OrNull(id), link, FeedText.Literal(Text(item, "title")), FeedText.Summary(Text(item, "summary")), html,
            Author(item) ?? Author(feed), date);
    }

    private static string Paragraphs(string plain) =>
        string.Concat(plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));

    private static string? Author(JsonElement holder)
    {
        var names = new List<string>();
        if (holder.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
            names.AddRange(authors.EnumerateArray().Select(Name));
        else if (holder.TryGetProperty("author", out var author))
            names.Add(Name(author));
        names.RemoveAll(n => n.Length == 0);
        return names.Count == 0 ? null : string.Join(", ", names.Distinct());

        static string Name(JsonElement person) => person.ValueKind == JsonValueKind.Object ? FeedText.Literal(Text(person, "name")) : "";
    }

    private static Uri? Link(Uri address, string? text) =>
        !string.IsNullOrWhiteSpace(text) && Uri.TryCreate(address, text.Trim(), out var link)
        && link.Scheme is "http" or "https" && link.Host.Length > 0 ? link : null;

    private static string? Text(JsonElement holder, string name)
    {
        if (!holder.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetRawText();
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text.
            return null;
        }
    }
}
