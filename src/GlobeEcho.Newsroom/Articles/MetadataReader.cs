using System.Globalization;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

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
            said.Body,
            scan.Meta("og:description", "description", "twitter:description") is { } about ? Lines.Fold(about) : null,
            site);
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
            var text = scan.Tree.TextOf(heading);
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

        var marked = scan.Properties.Where(p => p.Name is "author" or "creator")
            .Select(p => scan.Properties.FirstOrDefault(q => q.Name == "name" && q.Node > p.Node && q.Node < scan.Tree.Nodes[p.Node].End) is { Name: not null } inner ? inner.Node : p.Node);
        if (Names(marked.Select(n => scan.Tree.Attribute(n, "content") ?? scan.Tree.TextOf(n)), site) is { Count: > 0 } properties)
            return properties;
        foreach (var mark in scan.AuthorMarks)
        {
            if (Shown(scan, mark, site) is { Count: > 0 } shown)
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
    private static IReadOnlyList<string> Shown(PageScan scan, int mark, string? site)
    {
        var tree = scan.Tree;
        var links = new List<string>();
        for (var i = mark; i < tree.Nodes[mark].End; i++)
        {
            if (tree.Nodes[i].Tag == Tag.A && tree.Attribute(i, "href") is { } to
                && (to.Contains("author", StringComparison.OrdinalIgnoreCase) || to.Contains("autor", StringComparison.OrdinalIgnoreCase)))
                links.Add(tree.TextOf(i));
        }

        if (Names(links, site) is { Count: > 0 } linked)
            return linked;
        return scan.FirstLineOf(mark) is { Length: <= 120 } line ? Names([line], site) : [];
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
        foreach (var property in scan.Properties.Where(p => p.Name.Contains("datePublished", StringComparison.OrdinalIgnoreCase)).Select(p => p.Node))
        {
            if (OfElement(scan.Tree, property, american) is { } marked)
                return marked;
        }

        if (DateParser.InAddress(address) is { } inAddress)
            return inAddress;
        // The first time of a page is its article's, unless it belongs to a list of others or to a comment.
        foreach (var time in scan.Times.Concat(scan.DateMarks).Where(t => !IsAnothers(scan, t)).Take(20))
        {
            if (OfElement(scan.Tree, time, american) is { } shown)
                return shown;
        }

        foreach (var line in scan.NearHeading)
        {
            if (DateParser.InWords(line, american) is { } beside)
                return beside;
        }

        return null;
    }

    private static bool IsAnothers(PageScan scan, int node)
    {
        const Marks Others = Marks.TagAside | Marks.TagNav | Marks.TagFooter | Marks.Related | Marks.Newsletter | Marks.Comments | Marks.Sidebar | Marks.Trending | Marks.Consent;
        return (scan.List.Around[node] & Others) != 0 || scan.Tree.IsInside(node, n => scan.Tree.Nodes[n].Tag == Tag.Li);
    }

    private static DateTimeOffset? OfElement(PageTree tree, int node, bool american) =>
        DateParser.Machine(tree.Attribute(node, "datetime") ?? tree.Attribute(node, "content"))
        ?? (tree.TextOf(node, 300) is { Length: < 200 } text ? DateParser.InWords(text, american) : null);

    private static string? Section(PageScan scan, JsonLd said)
    {
        var section = scan.Meta("article:section", "parsely-section", "cxenseparse:section", "section", "category") ?? said.Section;
        section = section is null ? null : Lines.Fold(section.Split(',', ';', '|')[0]);
        return section is { Length: > 0 and <= 60 } ? section : null;
    }

    private static Uri? Address(string? link, Uri page) =>
        !string.IsNullOrWhiteSpace(link) && link.Length < 4000 && Uri.TryCreate(page, link.Trim(), out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
}
