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
        var byline = BylineReader.Read(scan, said, site, (canonical ?? address).Host);
        var (published, modified) = DayReader.Read(scan, said, canonical ?? address, byline.Count > 0);
        return new PageFacts(
            HeadlineReader.Read(scan, said, site, (canonical ?? address).Host),
            byline,
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

    private static string? Section(PageScan scan, JsonLd said)
    {
        var section = scan.Meta("article:section", "parsely-section", "cxenseparse:section", "section", "category") ?? said.Section;
        section = section is null ? null : Lines.Fold(section.Split(',', ';', '|')[0]);
        return section is { Length: > 0 and <= 60 } ? section : null;
    }

    private static Uri? Address(string? link, Uri page) =>
        !string.IsNullOrWhiteSpace(link) && link.Length < 4000 && Uri.TryCreate(page, link.Trim(), out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
}
