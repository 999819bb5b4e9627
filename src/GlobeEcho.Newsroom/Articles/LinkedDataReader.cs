using System.Net;
using System.Text;
using System.Text.Json;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads what a page's JSON-LD says of its article.</summary>
internal static class LinkedDataReader
{
    // Pages carry a few dozen nodes; more is somebody's whole catalogue.
    private const int MostNodes = 500;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static PageFacts Read(IEnumerable<string> scripts)
    {
        var nodes = new List<JsonElement>();
        foreach (var script in scripts)
        {
            if (Parse(script) is { } root)
                Gather(root, nodes, 0);
        }

        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (Text(node, "@id") is { } id)
                byId.TryAdd(id, node);
        }

        var article = nodes.Where(IsArticle).Cast<JsonElement?>().FirstOrDefault(n => Text(n!.Value, "headline") is not null)
            ?? nodes.Where(IsArticle).Cast<JsonElement?>().FirstOrDefault();
        var page = nodes.Where(n => IsA(n, "WebPage") || IsA(n, "VideoObject")).Cast<JsonElement?>().FirstOrDefault();
        var site = nodes.Where(n => IsA(n, "WebSite") || IsA(n, "NewsMediaOrganization")).Cast<JsonElement?>().FirstOrDefault();
        var said = Facts(article ?? page, byId);
        return said with { Site = (site is { } s ? Text(s, "name") : null) ?? said.Site };
    }

    private static PageFacts Facts(JsonElement? found, Dictionary<string, JsonElement> byId)
    {
        if (found is not { } node)
            return new PageFacts();
        var publisher = node.TryGetProperty("publisher", out var p) ? Resolve(p, byId) : default;
        return new PageFacts
        {
            Headline = Text(node, "headline") ?? Text(node, "name"),
            Authors = Names(node, "author", byId) is { Count: > 0 } authors ? authors : Names(node, "creator", byId),
            Published = Text(node, "datePublished") ?? Text(node, "dateCreated"),
            Modified = Text(node, "dateModified"),
            Language = Text(node, "inLanguage"),
            Image = node.TryGetProperty("image", out var image) ? Address(image, byId, 0) : null,
            Section = Text(node, "articleSection"),
            Site = publisher.ValueKind == JsonValueKind.Object ? Text(publisher, "name") : null,
            Description = Text(node, "description"),
            Body = Text(node, "articleBody"),
        };
    }

    private static JsonElement? Parse(string script)
    {
        script = Clean(script);
        if (script.Length == 0)
            return null;
        try
        {
            return JsonDocument.Parse(script, Lenient).RootElement.Clone();
        }
        catch (JsonException)
        {
            // Some publishers write the JSON with HTML entities in it.
            return script.Contains("&quot;", StringComparison.Ordinal) ? Parse(WebUtility.HtmlDecode(script).Replace("&quot;", "'", StringComparison.Ordinal)) : null;
        }
    }

    /// <summary>Takes off comments and CDATA, and the line breaks within strings that JSON does not allow but pages have.</summary>
    private static string Clean(string script)
    {
        script = script.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal)
            .Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        var start = script.AsSpan().IndexOfAny('{', '[');
        if (start < 0)
            return "";
        var clean = new StringBuilder(script.Length);
        foreach (var c in script.AsSpan(start).TrimEnd(" \r\n\t;/*"))
            clean.Append(c < ' ' ? ' ' : c);
        return clean.ToString();
    }

    private static void Gather(JsonElement element, List<JsonElement> nodes, int depth)
    {
        if (depth > 4 || nodes.Count > MostNodes)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Gather(item, nodes, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            nodes.Add(element);
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (element.TryGetProperty(name, out var inner))
                    Gather(inner, nodes, depth + 1);
            }
        }
    }

    private static bool IsArticle(JsonElement node) => Types(node).Any(t =>
        t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "SocialMediaPosting");

    private static bool IsA(JsonElement node, string type) => Types(node).Contains(type);

    private static IEnumerable<string> Types(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return [];
        return type.ValueKind switch
        {
            JsonValueKind.String => [Short(type.GetString()!)],
            JsonValueKind.Array => type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => Short(t.GetString()!)).ToList(),
            _ => [],
        };
    }

    private static string Short(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    private static string? Text(JsonElement node, string name)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@value", out var inner))
            value = inner;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0
            ? WebUtility.HtmlDecode(text.Trim())
            : null;
    }

    private static List<string> Names(JsonElement node, string property, Dictionary<string, JsonElement> byId)
    {
        if (!node.TryGetProperty(property, out var value))
            return [];
        var all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var names = new List<string>();
        foreach (var one in all.Take(20))
        {
            if (one.ValueKind == JsonValueKind.String)
            {
                names.Add(WebUtility.HtmlDecode(one.GetString()!));
            }
            else if (Resolve(one, byId) is { ValueKind: JsonValueKind.Object } who && !IsA(who, "Organization") && !IsA(who, "NewsMediaOrganization"))
            {
                if (Text(who, "name") is { } name)
                    names.Add(name);
            }
        }

        return names;
    }

    private static string? Address(JsonElement value, Dictionary<string, JsonElement> byId, int depth)
    {
        if (depth > 4)
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array when value.GetArrayLength() > 0 => Address(value[0], byId, depth + 1),
            JsonValueKind.Object when Resolve(value, byId) is { ValueKind: JsonValueKind.Object } image => Text(image, "url") ?? Text(image, "contentUrl"),
            _ => null,
        };
    }

    private static JsonElement Resolve(JsonElement node, Dictionary<string, JsonElement> byId) =>
        Text(node, "name") is null && Text(node, "@id") is { } id && byId.TryGetValue(id, out var whole) ? whole : node;
}
