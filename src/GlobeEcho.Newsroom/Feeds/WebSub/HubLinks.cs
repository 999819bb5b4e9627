using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Feeds.WebSub;

/// <summary>A feed's hub and what the feed calls itself there (WebSub §4). Pure.</summary>
public sealed partial record HubLinks(Uri Hub, Uri Topic)
{
    /// <summary>From the Link headers, else from the document; null when one of the two is not named.</summary>
    /// <param name="linkHeader">The headers as they came, joined by commas.</param>
    public static HubLinks? Find(string? linkHeader, FeedDocument document, Uri address)
    {
        var links = FromHeader(linkHeader ?? "", address);
        return Of(Link(links, "hub"), Link(links, "self")) ?? Of(document.Hubs.Count > 0 ? document.Hubs[0] : null, document.Self);
    }

    private static HubLinks? Of(Uri? hub, Uri? self) => hub is not null && self is not null ? new HubLinks(hub, self) : null;

    private static Uri? Link(List<(string Rel, Uri Link)> links, string rel) => links.FirstOrDefault(l => l.Rel == rel).Link;

    private static List<(string Rel, Uri Link)> FromHeader(string header, Uri address) =>
        HeaderLink().Matches(header).SelectMany(m => Rels(HeaderRel().Match(m.Groups["more"].Value).Groups["rel"].Value.Trim('"'), m.Groups["link"].Value, address)).ToList();

    private static IEnumerable<(string Rel, Uri Link)> Rels(string rels, string text, Uri address) =>
        text.Length > 0 && FeedLinks.Absolute(address, text) is { } link
            ? rels.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(r => (r.ToLowerInvariant(), link))
            : [];

    [GeneratedRegex(@"<(?<link>[^<>]*)>(?<more>(?:\s*;\s*[\w*-]+\s*(?:=\s*(?:""[^""]*""|[^\s"",;]*))?)*)")]
    private static partial Regex HeaderLink();

    [GeneratedRegex(@";\s*rel\s*=\s*(?<rel>""[^""]*""|[^\s"",;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderRel();
}
