using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>A feed's hub and what the feed calls itself there (WebSub §4). Pure.</summary>
public sealed partial record HubLinks(Uri Hub, Uri Topic)
{
    /// <summary>From the Link headers, else from the document before its first item; null when one of the two is not named.</summary>
    /// <param name="linkHeader">The headers as they came, joined by commas.</param>
    public static HubLinks? Find(string? linkHeader, ReadOnlyMemory<byte> body, Uri address) =>
        // The tags and addresses looked for are ASCII, which reads alike in all charsets but UTF-16.
        Of(FromHeader(linkHeader ?? "", address)) ?? Of(FromDocument(Encoding.UTF8.GetString(body.Span), address));

    private static HubLinks? Of(IReadOnlyList<(string Rel, Uri Link)> links)
    {
        var hub = links.FirstOrDefault(l => l.Rel == "hub").Link;
        var self = links.FirstOrDefault(l => l.Rel == "self").Link;
        return hub is not null && self is not null ? new HubLinks(hub, self) : null;
    }

    private static List<(string Rel, Uri Link)> FromHeader(string header, Uri address) =>
        HeaderLink().Matches(header).SelectMany(m => Rels(HeaderRel().Match(m.Groups["more"].Value).Groups["rel"].Value.Trim('"'), m.Groups["link"].Value, address)).ToList();

    private static List<(string Rel, Uri Link)> FromDocument(string text, Uri address)
    {
        if (text.AsSpan().TrimStart().StartsWith("{"))
            return FromJson(text, address);
        var head = FirstItem().Match(text) is { Success: true } item ? text[..item.Index] : text;
        return XmlLink().Matches(head).Select(m => FeedLinks.Attributes(m.Groups["rest"].Value))
            .SelectMany(a => Rels(a.GetValueOrDefault("rel", ""), a.GetValueOrDefault("href", ""), address)).ToList();
    }

    /// <summary>JSON Feed names its hubs in a list, with their type, and itself as feed_url.</summary>
    private static List<(string Rel, Uri Link)> FromJson(string text, Uri address)
    {
        if (!text.Contains("\"hubs\"", StringComparison.Ordinal))
            return [];
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (!root.TryGetProperty("hubs", out var hubs) || hubs.ValueKind != JsonValueKind.Array)
                return [];
            var hub = hubs.EnumerateArray().FirstOrDefault(h => Text(h, "type")?.Equals("websub", StringComparison.OrdinalIgnoreCase) == true);
            return [.. Rels("hub", Text(hub, "url") ?? "", address), .. Rels("self", Text(root, "feed_url") ?? "", address)];
        }
        catch (JsonException)
        {
            // Whether it is a feed all the same is the parser's business.
            return [];
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<(string Rel, Uri Link)> Rels(string rels, string text, Uri address) =>
        text.Length > 0 && FeedLinks.Absolute(address, text) is { } link
            ? rels.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(r => (r.ToLowerInvariant(), link))
            : [];

    [GeneratedRegex(@"<(?<link>[^<>]*)>(?<more>(?:\s*;\s*[\w*-]+\s*(?:=\s*(?:""[^""]*""|[^\s"",;]*))?)*)")]
    private static partial Regex HeaderLink();

    [GeneratedRegex(@";\s*rel\s*=\s*(?<rel>""[^""]*""|[^\s"",;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderRel();

    [GeneratedRegex(@"<(?:\w+:)?(?:item|entry)[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex FirstItem();

    [GeneratedRegex(@"<(?:\w+:)?link\s(?<rest>[^<>]*)>", RegexOptions.IgnoreCase)]
    private static partial Regex XmlLink();
}
