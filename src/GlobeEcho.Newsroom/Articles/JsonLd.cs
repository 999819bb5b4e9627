using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>What a page's JSON-LD says about its article.</summary>
internal sealed partial class JsonLd
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions MoreLenient = Lenient with { AllowDuplicateProperties = true };

    public string? Headline { get; private set; }

    public List<string> Authors { get; } = [];

    /// <summary>Whether it calls its article news, a report or the like.</summary>
    public bool IsNews { get; private set; }

    /// <summary>All kinds of things it speaks of.</summary>
    public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>False where it says that not everybody may read all of it; null where it does not say.</summary>
    public bool? IsFree { get; private set; }

    public bool AuthorsArePersons { get; private set; }

    public string? Published { get; private set; }

    /// <summary>Whether only the page has a day of publishing, not an article in it.</summary>
    public bool IsPublishedAsPage { get; private set; }

    public string? Modified { get; private set; }

    public string? Section { get; private set; }

    public string? Image { get; private set; }

    public List<string> Keywords { get; } = [];

    public string? Language { get; private set; }

    public string? SiteName { get; private set; }

    /// <summary>The article's own text, where the page gives it; no paragraphs as a rule.</summary>
    public string? Body { get; private set; }

    public static JsonLd Read(IEnumerable<string> scripts)
    {
        var found = new JsonLd();
        var nodes = new List<JsonObject>();
        foreach (var script in scripts)
        {
            var text = Clean(script);
            if (Parsed(text) is { } parsed)
                Collect(parsed, nodes, 0);
            else
                found.Salvage(text);
        }

        found.Kinds.UnionWith(nodes.SelectMany(Types));
        found.IsNews = found.Kinds.Any(k => k.Contains("News", StringComparison.Ordinal) && k.EndsWith("Article", StringComparison.Ordinal)) || found.Kinds.Overlaps(["LiveBlogPosting", "Report"]);
        var byId = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (Text(node, "@id") is { } id && node.Count > 2)
                byId.TryAdd(id, node);
        }

        // Articles first, then pages: the first to say a thing is believed.
        foreach (var node in nodes.Where(IsArticle).Concat(nodes.Where(n => Types(n).Any(t => t is "WebPage" or "ItemPage"))))
            found.Take(node, byId);
        found.SiteName ??= nodes.Where(n => Types(n).Any(t => t is "WebSite" or "NewsMediaOrganization")).Select(n => Text(n, "name")).FirstOrDefault(n => n is not null);
        return found;
    }

    /// <summary>Null where it is no JSON. Of a key that stands twice in one object the last counts, as browsers have it.</summary>
    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient);
        }
        catch (JsonException)
        {
            // Broken, or only a key written twice.
            return ParsedWithDoubles(text);
        }
    }

    private static JsonNode? ParsedWithDoubles(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, MoreLenient);
            return Copy(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var one = new JsonObject();
                foreach (var property in element.EnumerateObject())
                    one[property.Name] = Copy(property.Value);
                return one;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private void Take(JsonObject node, Dictionary<string, JsonObject> byId)
    {
        var article = IsArticle(node);
        if (article)
        {
            Headline ??= Text(node, "headline") ?? Text(node, "name");
            Body ??= Text(node, "articleBody");
            Section ??= First(node, "articleSection");
            TakeKeywords(node["keywords"]);
            IsFree ??= Flag(node["isAccessibleForFree"]);
            if (Authors.Count == 0)
                TakeAuthors(node["author"] ?? node["creator"], byId, 0);
        }

        IsPublishedAsPage |= !article && Published is null && Text(node, "datePublished") is not null;
        Published ??= Text(node, "datePublished") ?? (article ? Text(node, "dateCreated") : null);
        Modified ??= Text(node, "dateModified");
        Language ??= First(node, "inLanguage");
        Image ??= Link(node["image"], 0) ?? First(node, "thumbnailUrl");
        if (node["publisher"] is JsonObject publisher)
            SiteName ??= Text(publisher, "name");
    }

    private void TakeKeywords(JsonNode? keywords)
    {
        if (keywords is JsonValue value && Says(value, out var line))
            Keywords.AddRange(line.Split(','));
        else if (keywords is JsonArray many)
            Keywords.AddRange(many.OfType<JsonValue>().Select(v => Says(v, out var one) ? one : ""));
    }

    private void TakeAuthors(JsonNode? author, Dictionary<string, JsonObject> byId, int depth)
    {
        switch (author)
        {
            case JsonArray many when depth < 3:
                foreach (var one in many)
                    TakeAuthors(one, byId, depth + 1);
                break;
            case JsonObject one:
                if (Text(one, "name") is { } name)
                    Add(name, Types(one).Any(t => t.EndsWith("Organization", StringComparison.Ordinal)));
                else if (one["name"] is JsonArray names)
                    TakeAuthors(names, byId, depth + 1);
                else if (Text(one, "@id") is { } id && byId.TryGetValue(id, out var said) && Text(said, "name") is { } known)
                    Add(known, Types(said).Any(t => t.EndsWith("Organization", StringComparison.Ordinal)));
                break;
            case JsonValue value when Says(value, out var plain):
                Add(plain, organisation: false);
                break;
        }
    }

    private void Add(string name, bool organisation)
    {
        // Once a person is named, the house is not an author.
        if (organisation && AuthorsArePersons)
            return;
        if (!organisation && !AuthorsArePersons)
        {
            Authors.Clear();
            AuthorsArePersons = true;
        }

        Authors.Add(WebUtility.HtmlDecode(name));
    }

    private void Salvage(string text)
    {
        Published ??= Salvaged(text, "datePublished");
        Modified ??= Salvaged(text, "dateModified");
        Headline ??= Salvaged(text, "headline");
    }

    private static string? Salvaged(string text, string key)
    {
        foreach (var match in KeyAndString().EnumerateMatches(text))
        {
            var pair = text.AsSpan(match.Index, match.Length);
            if (pair[1..].StartsWith(key + "\"", StringComparison.Ordinal))
                return WebUtility.HtmlDecode(pair[(pair[(key.Length + 2)..].IndexOf('"') + key.Length + 3)..^1].ToString());
        }

        return null;
    }

    private static bool IsArticle(JsonObject node) => Types(node).Any(t =>
        t.EndsWith("Article", StringComparison.Ordinal) || t.EndsWith("BlogPosting", StringComparison.Ordinal)
        || t is "Report" or "Review" or "NewsReport" or "SocialMediaPosting" or "DiscussionForumPosting" or "Recipe" or "HowTo");

    private static IEnumerable<string> Types(JsonObject node) => node["@type"] switch
    {
        JsonValue value when Says(value, out var one) => [one[(one.LastIndexOf('/') + 1)..]],
        JsonArray many => many.OfType<JsonValue>().Select(v => Says(v, out var one) ? one : ""),
        _ => [],
    };

    private static void Collect(JsonNode? node, List<JsonObject> into, int depth)
    {
        if (depth > 8 || into.Count > 2000)
            return;
        if (node is JsonArray many)
        {
            foreach (var one in many)
                Collect(one, into, depth + 1);
        }
        else if (node is JsonObject one)
        {
            into.Add(one);
            // Where pages hide their article: in a graph, or as what the page is about.
            foreach (var key in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (one[key] is JsonObject or JsonArray)
                    Collect(one[key], into, depth + 1);
            }
        }
    }

    /// <summary>False for what is no text, and for text that ends in half a character.</summary>
    private static bool Says(JsonValue value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        try
        {
            return value.TryGetValue(out text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool? Flag(JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue<bool>(out var said) ? said
        : Says(value, out var text) && bool.TryParse(text, out var read) ? read : null;

    private static string? Text(JsonObject node, string key)
    {
        var value = node[key];
        if (value is JsonObject wrapped)
            value = wrapped["@value"];
        return value is JsonValue v && Says(v, out var text) && !string.IsNullOrWhiteSpace(text) ? WebUtility.HtmlDecode(text.Trim()) : null;
    }

    private static string? First(JsonObject node, string key) =>
        Text(node, key) ?? (node[key] as JsonArray)?.OfType<JsonValue>().Select(v => Says(v, out var text) ? text : null).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));

    private static string? Link(JsonNode? node, int depth) => node switch
    {
        JsonValue value when Says(value, out var text) => text,
        JsonObject one => Text(one, "url") ?? Text(one, "contentUrl"),
        JsonArray { Count: > 0 } many when depth < 3 => Link(many[0], depth + 1),
        _ => null,
    };

    /// <summary>Line breaks inside strings, comment marks around the whole and a last semicolon are common mistakes.</summary>
    private static string Clean(string script)
    {
        var text = script.Trim();
        foreach (var mark in (ReadOnlySpan<string>)["<!--", "-->", "<![CDATA[", "]]>"])
            text = text.Replace(mark, "", StringComparison.Ordinal);
        text = text.Trim(' ', '/', '*', ';', '\r', '\n', '\t');
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            plain.Append(c < ' ' ? ' ' : c);
        return plain.ToString();
    }

    [GeneratedRegex("""
        "(datePublished|dateModified|headline)"\s*:\s*"[^"\\]{1,400}"
        """)]
    private static partial Regex KeyAndString();
}
