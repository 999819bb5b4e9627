using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Joins what a page says of its article in linked data, meta tags, microdata and visible lines.</summary>
internal static class MetadataReader
{
    /// <summary>Everything but the text, which is left empty, and what linked data gives as the article's body.</summary>
    public static (ExtractedArticle Article, string? Description, string? LinkedBody) Read(IHtmlDocument page, Uri? address)
    {
        var elements = PageTree.Elements(page).ToList();
        var linked = LinkedDataReader.Read(elements.Where(IsLinkedData).Select(e => e.TextContent));
        var meta = MetaTagReader.Read(elements.Where(e => e.LocalName == "meta"));
        var markup = new PageMarkup(elements);
        var micro = markup.Microdata();
        var site = meta.Site ?? linked.Site ?? HostName(address);
        var declared = Language(page.DocumentElement?.GetAttribute("lang")) ?? Language(linked.Language) ?? Language(meta.Language);
        var monthFirst = (page.DocumentElement?.GetAttribute("lang") ?? meta.Language ?? "en-US").Replace('_', '-').Equals("en-US", StringComparison.OrdinalIgnoreCase)
            || (declared is "en" or null && !IsCommonwealth(address));

        var published = new[] { linked.Published, meta.Published, micro.Published }.Select(s => PageDates.Read(s, monthFirst)).FirstOrDefault(d => d is not null)
            ?? markup.Published(monthFirst) ?? PageDates.InAddress(address);
        var modified = new[] { linked.Modified, meta.Modified, micro.Modified }.Select(s => PageDates.Read(s, monthFirst)).FirstOrDefault(d => d is not null);
        var byline = new[] { linked.Authors, meta.Authors, micro.Authors }.Select(a => Names(a, site)).FirstOrDefault(n => n.Count > 0) ?? markup.Byline(site);
        var headline = Headlines.Choose(
            markup.HeadingTexts, [linked.Headline, meta.Headline, micro.Headline], elements.FirstOrDefault(e => e.LocalName == "title")?.TextContent, site);
        var canonical = elements.FirstOrDefault(e => e.LocalName == "link" && e.GetAttribute("rel") == "canonical")?.GetAttribute("href");
        var article = new ExtractedArticle(
            headline, byline, published, modified, declared, Absolute(linked.Image ?? meta.Image, address), linked.Section ?? meta.Section ?? micro.Section,
            Absolute(canonical, address), "");
        return (article, linked.Description ?? meta.Description, linked.Body);
    }

    /// <summary>The language of "en-GB" or "fr_FR"; null for what is no language code.</summary>
    public static string? Language(string? said)
    {
        var code = said?.Trim().Split('-', '_', ',', ';')[0].ToLowerInvariant();
        return code switch { { Length: 2 } when code.All(char.IsAsciiLetter) => code, "nob" => "nb", "eng" => "en", "deu" => "de", "fra" => "fr", _ => null };
    }

    private static bool IsLinkedData(IElement element) =>
        element.LocalName == "script" && (element.GetAttribute("type") ?? "").Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    private static List<string> Names(IReadOnlyList<string> said, string? site) =>
        said.SelectMany(a => BylineParser.Read(a, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();

    private static bool IsCommonwealth(Uri? address) => address is not null
        && (ReadOnlySpan<string>)[".uk", ".au", ".nz", ".in", ".ie", ".za", ".sg", ".my", ".pk", ".ng", ".ke"] is var ends && Ends(address.Host, ends);

    private static bool Ends(string host, ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (host.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"example" of www.example.co.uk: what titles call a site that names itself nowhere.</summary>
    private static string? HostName(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || address.HostNameType != UriHostNameType.Dns)
            return null;
        var parts = address.Host.Split('.').Where(p => p is not ("www" or "m" or "amp")).ToArray();
        return parts.Length == 0 ? null : parts.SkipLast(1).Where(p => p.Length > 3).LastOrDefault() ?? parts[0];
    }

    private static Uri? Absolute(string? said, Uri? address)
    {
        if (string.IsNullOrWhiteSpace(said) || said.Length > 2000)
            return null;
        var found = address is null ? Uri.TryCreate(said.Trim(), UriKind.Absolute, out var uri) : Uri.TryCreate(address, said.Trim(), out uri);
        return found && uri!.Scheme is "http" or "https" ? uri : null;
    }
}
