using System.Net;
using System.Text.Json;
using GlobeEcho.Newsroom.Feeds.Markup;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>JSON Feed 1.0 and 1.1. Items are read one by one, and those before a break are kept.</summary>
internal sealed class JsonFeedReader
{
    private const int MaxDepth = 64;

    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private readonly FeedOrigin _origin;
    private readonly Action<FeedPart> _told;
    private readonly int _most;

    public JsonFeedReader(FeedOrigin origin, int most, Action<FeedPart> told) => (_origin, _most, _told) = (origin, most, told);

    public FeedPart Channel { get; } = new();

    public string Format { get; private set; } = "JSON Feed 1.0";

    /// <summary>How many items were told.</summary>
    public int Items { get; private set; }

    /// <summary>A list of items was met.</summary>
    public bool HasItems { get; private set; }

    /// <summary>The text ended or broke before its end.</summary>
    public bool Broken { get; private set; }

    public void Read(ReadOnlySpan<byte> text)
    {
        Channel.Language = _origin.Language;
        var reader = new Utf8JsonReader(text, Tolerant);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
                    ReadItems(ref reader);
                else if (Items < _most)
                    ReadHead(name, ref reader);
                if (Items >= _most)
                    return;
            }
        }
        catch (JsonException)
        {
            Broken = true;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name.
            Broken = true;
        }
    }

    private void ReadItems(ref Utf8JsonReader reader)
    {
        HasItems = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using var item = JsonDocument.ParseValue(ref reader);
            if (item.RootElement.ValueKind != JsonValueKind.Object)
                continue;
            _told(Item(item.RootElement));
            if (++Items >= _most)
                return;
        }
    }

    private void ReadHead(string name, ref Utf8JsonReader reader)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        var text = Text(value.RootElement) ?? "";
        switch (name)
        {
            case "version":
                Format = text.EndsWith("/1.1", StringComparison.Ordinal) ? "JSON Feed 1.1" : "JSON Feed 1.0";
                break;
            case "title":
                Channel.Title = Plain(text);
                break;
            case "description":
                Channel.Subtitle = Plain(text);
                break;
            case "home_page_url":
                Channel.Links.Insert(0, new FeedLink(Address(text), "alternate", "text/html"));
                break;
            case "feed_url":
                Channel.Links.Add(new FeedLink(Address(text), "self", "application/feed+json"));
                break;
            case "icon":
                Channel.Others["logo"] = Address(text);
                break;
            case "favicon":
                Channel.Others["icon"] = Address(text);
                break;
            case "language":
                Channel.Language = FeedParser.Language(text) ?? Channel.Language;
                break;
            case "author":
                Person(Channel, value.RootElement);
                break;
            case "authors" when value.RootElement.ValueKind == JsonValueKind.Array:
                Channel.Authors.Clear();
                foreach (var person in value.RootElement.EnumerateArray())
                    Person(Channel, person);
                break;
            case "hubs" when value.RootElement.ValueKind == JsonValueKind.Array:
                // rssCloud and others of their kind are no hubs we speak to.
                foreach (var hub in value.RootElement.EnumerateArray().Where(h => Text(h, "type")?.Equals("WebSub", StringComparison.OrdinalIgnoreCase) == true))
                    Channel.Links.Add(new FeedLink(Address(Text(hub, "url") ?? ""), "hub"));
                break;
            default:
                break;
        }
    }

    private FeedPart Item(JsonElement item)
    {
        var part = new FeedPart { IsItem = true, Language = FeedParser.Language(Text(item, "language")) };
        if (Text(item, "id")?.Trim() is { Length: > 0 } id)
            (part.Id, part.IdAddress, part.IdIsLink) = (id, Address(id), FeedParser.IsHttp(id));
        if (Text(item, "url") is { Length: > 0 } url)
            part.Links.Add(new FeedLink(Address(url), "alternate", "text/html"));
        if (Text(item, "external_url") is { Length: > 0 } external)
            part.Links.Add(new FeedLink(Address(external), part.Links.Count > 0 || part.IdIsLink ? "related" : "alternate", "text/html"));
        if (Text(item, "title") is { } title)
            part.Title = Plain(title);
        if (Text(item, "summary") is { } summary)
            part.Summary = Plain(summary);
        if (Text(item, "content_html") is { } html && !string.IsNullOrWhiteSpace(html))
            part.Contents.Add(new FeedMarkup(html, "text/html", part.Language, _origin.From));
        else if (Text(item, "content_text") is { } plain && !string.IsNullOrWhiteSpace(plain))
            part.Contents.Add(Plain(plain));
        if (Text(item, "image") is { Length: > 0 } image)
            part.Pictures.Add(new FeedPicture(Address(image), "content", Medium: "image"));
        if (Text(item, "date_published") is { Length: > 0 } published)
            part.Published = FeedTime.Read(published);
        if (Text(item, "date_modified") is { Length: > 0 } modified)
            part.Updated = FeedTime.Read(modified);
        Lists(part, item);
        return part;
    }

    private void Lists(FeedPart part, JsonElement item)
    {
        foreach (var tag in item.Field("tags").Items())
            RssReader.AddCategory(part, new FeedCategory(Text(tag)?.Trim() ?? ""));
        foreach (var person in item.Field("authors").Items())
            Person(part, person);
        if (part.Authors.Count == 0 && item.Field("author") is { } author)
            Person(part, author);
        foreach (var file in item.Field("attachments").Items())
        {
            if (Text(file, "url") is { Length: > 0 } url)
                part.Links.Add(new FeedLink(Address(url), "enclosure", Text(file, "mime_type"), Title: Text(file, "title"), Length: Text(file, "size_in_bytes")));
        }
    }

    private void Person(FeedPart part, JsonElement person)
    {
        if (person.ValueKind == JsonValueKind.Object && (Text(person, "name") ?? Text(person, "url")) is { } name)
            part.Authors.Add(new FeedPerson(FeedText.Literal(name), null, Text(person, "url") is { } url ? Address(url) : null));
    }

    private FeedMarkup Plain(string text) => new(text.Trim(), "text/plain", null, _origin.From) { Exact = true };

    private string Address(string text) => WebAddress.Resolve(_origin.From, text);

    private static string? Text(JsonElement holder, string name) => holder.Field(name) is { } value ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : JsonFields.TextOf(value);

    /// <summary>Plain text as paragraphs of HTML.</summary>
    public static string Paragraphs(string plain) =>
        string.Concat(plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
}
