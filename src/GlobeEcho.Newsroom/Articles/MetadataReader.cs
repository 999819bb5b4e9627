using System.Globalization;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads headline, names, dates and the rest: JSON-LD first, then metas, then what the page marks up, then what it shows.</summary>
internal static class MetadataReader
{
    public static PageFacts Read(PageScan scan, JsonLd said, Uri address)
    {
        var site = scan.Meta("og:site_name", "application-name", "apple-mobile-web-app-title") ?? said.SiteName;
        var canonical = Address(scan.CanonicalLink ?? scan.Meta("og:url"), address);
        var language = LanguageOf(scan.Language ?? scan.Meta("content-language", "og:locale", "dc.language", "language") ?? said.Language);
        var (published, modified) = DayReader.Read(scan, said, canonical ?? address);
        return new PageFacts(
            Headline(scan, said, site, (canonical ?? address).Host),
            BylineReader.Read(scan, said, site),
            published,
            modified,
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

    public static IReadOnlyList<string> Keywords(PageScan scan, JsonLd said)
    {
        const int Most = 20, Longest = 60;
        return said.Keywords.Concat((scan.Meta("news_keywords", "keywords", "parsely-tags", "article:tag") ?? "").Split(',', ';'))
            .Select(Lines.Fold).Where(k => k.Length is > 1 and <= Longest).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).ToList();
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
            // Or the titles give it the kicker that stands apart from it in the page.
            if (said.IsNews && scan.Meta("og:title") is { } title && Headlines.WithoutSite(title, site, host, null) is var whole && whole.EndsWith(": " + heading, StringComparison.OrdinalIgnoreCase))
                return whole;
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

    private static string? Section(PageScan scan, JsonLd said)
    {
        var section = scan.Meta("article:section", "parsely-section", "cxenseparse:section", "section", "category") ?? said.Section;
        section = section is null ? null : Lines.Fold(section.Split(',', ';', '|')[0]);
        return section is { Length: > 0 and <= 60 } ? section : null;
    }

    private static Uri? Address(string? link, Uri page) =>
        !string.IsNullOrWhiteSpace(link) && link.Length < 4000 && Uri.TryCreate(page, link.Trim(), out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
}
