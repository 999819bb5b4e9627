using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads headline, names, dates and the rest: JSON-LD first, then metas, then what the page marks up, then what it shows.</summary>
internal static partial class MetadataReader
{
    public static PageFacts Read(PageScan scan, Uri address)
    {
        var said = JsonLd.Read(scan.Scripts);
        var site = scan.Meta("og:site_name", "application-name", "apple-mobile-web-app-title") ?? said.SiteName;
        var canonical = Address(scan.CanonicalLink ?? scan.Meta("og:url"), address);
        var language = LanguageOf(scan.Language ?? scan.Meta("content-language", "og:locale", "dc.language", "language") ?? said.Language);
        return new PageFacts(
            Headline(scan, said, site, (canonical ?? address).Host),
            Byline(scan, said, site),
            Published(scan, said, canonical ?? address),
            DateParser.Machine(said.Modified) ?? DateParser.Machine(scan.Meta("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")),
            language,
            Address(scan.Meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src") ?? said.Image, address),
            Section(scan, said),
            canonical,
            said.Body);
    }

    /// <summary>"en-US", "en_GB" and "eng" are en; null when it is no language.</summary>
    public static string? LanguageOf(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return null;
        var code = tag.Trim().Split('-', '_', ',', ';', ' ')[0].ToLowerInvariant();
        if (code.Length is < 2 or > 3 || !code.All(char.IsAsciiLetterLower))
            return null;
        try
        {
            var two = CultureInfo.GetCultureInfo(code).TwoLetterISOLanguageName;
            return two.Length == 2 && two != "iv" ? two : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static string Headline(PageScan scan, JsonLd said, string? site, string host)
    {
        var titles = new[] { scan.Meta("og:title"), scan.Title, said.Headline, scan.Meta("twitter:title", "parsely-title", "dc.title", "sailthru.title", "citation_title") }
            .Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!).ToList();
        var heading = Heading(scan, titles, site);
        if (heading is not null)
        {
            // A heading may begin with its kicker; the titles then tell where the headline begins.
            var bare = titles.Select(t => Headlines.WithoutSite(t, site, host, null))
                .FirstOrDefault(t => t.Length > 0.5 * heading.Length && heading.EndsWith(" " + t, StringComparison.Ordinal));
            return bare ?? heading;
        }

        return titles.Count == 0 ? "" : Headlines.WithoutSite(titles[0], site, host, null);
    }

    /// <summary>The page's own heading, when it is about the same thing as the titles.</summary>
    private static string? Heading(PageScan scan, List<string> titles, string? site)
    {
        string? best = null;
        var bestLikeness = 0.0;
        foreach (var heading in scan.Headings)
        {
            var text = ParagraphWriter.Fold(heading.TextContent);
            if (text.Length is < 4 or > 400 || (site is not null && Headlines.SameName(text, site)))
                continue;
            var likeness = titles.Count == 0 ? 0.6 : titles.Max(t => Headlines.Likeness(text, t));
            if (likeness >= 0.6 && likeness > bestLikeness)
                (best, bestLikeness) = (text, likeness);
        }

        return best;
    }

    private static IReadOnlyList<string> Byline(PageScan scan, JsonLd said, string? site)
    {
        if (Names(said.Authors, site) is { Count: > 0 } linked)
            return linked;
        foreach (var name in (ReadOnlySpan<string>)["author", "article:author", "parsely-author", "byl", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", "twitter:creator", "cxenseparse:author"])
        {
            if (Names([scan.Meta(name)], site) is { Count: > 0 } meta)
                return meta;
        }

        var marked = scan.Properties.Where(p => p.GetAttribute("itemprop") is "author" or "creator")
            .Select(p => PageTree.Elements(p).FirstOrDefault(e => e.GetAttribute("itemprop") == "name") ?? p);
        if (Names(marked.Select(p => p.GetAttribute("content") ?? ParagraphWriter.Write(p)), site) is { Count: > 0 } properties)
            return properties;
        foreach (var mark in scan.AuthorMarks)
        {
            if (Shown(mark, site) is { Count: > 0 } shown)
                return shown;
        }

        // "24 May 2024 | By Ada Brandt": the names are one part of a line.
        foreach (var line in scan.NearHeading.SelectMany(l => l.Split('|', '·', '•')).Select(l => l.Trim()))
        {
            if (SaysBy().IsMatch(line) && Names([line], site) is { Count: > 0 } signed)
                return signed;
        }

        // Nobody signs: then the house or agency the page itself names.
        return said.Authors.Append(scan.Meta("author")).Select(BylineParser.House).FirstOrDefault(h => h is not null) is { } house ? [house] : [];
    }

    [GeneratedRegex(@"^(?:written by|by|von|par|por|di|door|av|af)\s+\p{Lu}", RegexOptions.IgnoreCase)]
    private static partial Regex SaysBy();

    /// <summary>A byline in the page: short, near no other article. Links to authors are names of their own.</summary>
    private static IReadOnlyList<string> Shown(IElement mark, string? site)
    {
        if (mark.TextContent.Length > 4000)
            return [];
        var links = PageTree.Elements(mark).Where(e => e.LocalName == "a" && e.GetAttribute("href") is { } to
            && (to.Contains("author", StringComparison.OrdinalIgnoreCase) || to.Contains("autor", StringComparison.OrdinalIgnoreCase))).Select(e => e.TextContent);
        if (Names(links, site) is { Count: > 0 } linked)
            return linked;
        var lines = ParagraphWriter.Paragraphs(mark);
        return lines.Count > 0 && lines[0].Length <= 120 ? Names([lines[0]], site) : [];
    }

    private static List<string> Names(IEnumerable<string?> bylines, string? site) =>
        bylines.SelectMany(b => BylineParser.Parse(b, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();

    private static DateTimeOffset? Published(PageScan scan, JsonLd said, Uri address)
    {
        if (DateParser.Machine(said.Published) is { } linked)
            return linked;
        foreach (var name in (ReadOnlySpan<string>)["article:published_time", "article:published", "og:published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
            "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publication_date", "publisheddate", "published", "pubdate", "date"])
        {
            if (DateParser.Machine(scan.Meta(name)) is { } meta)
                return meta;
        }

        if (scan.PublishedMetas.Select(DateParser.Machine).FirstOrDefault(d => d is not null) is { } other)
            return other;

        var american = scan.Language is null or "en" || scan.Language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase);
        foreach (var property in scan.Properties.Where(p => p.GetAttribute("itemprop") is { } p1 && p1.Contains("datePublished", StringComparison.OrdinalIgnoreCase)))
        {
            if (OfElement(property, american) is { } marked)
                return marked;
        }

        if (DateParser.InAddress(address) is { } inAddress)
            return inAddress;
        // The first time of a page is its article's, unless it belongs to a list of others or to a comment.
        foreach (var time in scan.Times.Concat(scan.DateMarks).Where(t => t.TextContent.Length < 200 && !PageTree.IsInside(t, IsAnothers)).Take(20))
        {
            if (OfElement(time, american) is { } shown)
                return shown;
        }

        foreach (var line in scan.NearHeading)
        {
            if (DateParser.InWords(line, american) is { } beside)
                return beside;
        }

        return null;
    }

    private static bool IsAnothers(IElement element) =>
        element.LocalName is "aside" or "nav" or "footer" or "li" || ClassWords.HasAny(ClassWords.Of(element), ClassWords.Furniture);

    private static DateTimeOffset? OfElement(IElement element, bool american) =>
        DateParser.Machine(element.GetAttribute("datetime") ?? element.GetAttribute("content"))
        ?? DateParser.InWords(ParagraphWriter.Fold(element.TextContent), american);

    private static string? Section(PageScan scan, JsonLd said)
    {
        var section = scan.Meta("article:section", "parsely-section", "cxenseparse:section", "section", "category") ?? said.Section;
        section = section is null ? null : ParagraphWriter.Fold(section.Split(',', ';', '|')[0]);
        return section is { Length: > 0 and <= 60 } ? section : null;
    }

    private static Uri? Address(string? link, Uri page) =>
        !string.IsNullOrWhiteSpace(link) && link.Length < 4000 && Uri.TryCreate(page, link.Trim(), out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
}
