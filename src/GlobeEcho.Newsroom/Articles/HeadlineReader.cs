using System.Net;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Finds a page's headline: its heading as a rule, and the title it gives to others where the heading is not the editors' own.</summary>
internal static class HeadlineReader
{
    private const double Alike = 0.6;

    // What is longer is a text that lost its end tag.
    private const int Longest = 400;

    public static string Read(PageScan scan, JsonLd said, string? site, string host)
    {
        var titles = new[] { scan.Meta("og:title"), scan.Title, said.Headline, scan.Meta("twitter:title", "parsely-title", "dc.title", "sailthru.title", "citation_title") }
            .Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => Bare(t!, site, host)).Where(t => t.Length is > 0 and <= Longest).ToList();
        if (Heading(scan, titles, site) is not { } heading)
            return titles.Count == 0 ? "" : titles[0];
        heading = Trunk(Plain(heading));
        // A heading may begin with its kicker; the titles then tell where the headline begins.
        var bare = titles.FirstOrDefault(t => t.Length > 0.5 * heading.Length && heading.EndsWith(" " + t, StringComparison.Ordinal));
        return said.IsNews ? OfNews(scan, said, bare ?? heading, site, host) : bare ?? heading;
    }

    /// <summary>
    /// Papers write some headings to be found by search, and keep the editors' headline for those who link to the page or print it again. It
    /// shows where it differs while everything else is one text.
    /// </summary>
    private static string OfNews(PageScan scan, JsonLd said, string heading, string? site, string host)
    {
        const int Shortest = 25;
        var shared = scan.Meta("og:title") is { Length: <= Longest } og ? Bare(og, site, host) : heading;
        var title = Bare(scan.Title, site, host);
        // The title has the kicker that stands apart from the heading in the page.
        if (shared.EndsWith(": " + heading, StringComparison.OrdinalIgnoreCase))
            return shared;
        if (said.Headline is { } headline && Bare(headline, site, host) is { Length: >= Shortest and <= Longest } printed
            && !Same(printed, heading) && !Same(printed, shared) && !Same(printed, title) && !printed.EndsWith(heading, StringComparison.OrdinalIgnoreCase))
            return printed;
        return Same(title, heading) && shared.Length >= Shortest && !IsCutOff(shared, heading) ? shared : heading;
    }

    private static bool IsCutOff(string shared, string heading) =>
        shared.EndsWith('…') || shared.EndsWith("...", StringComparison.Ordinal) || heading.StartsWith(shared + " \"", StringComparison.Ordinal);

    /// <summary>Whether two lines are the same letters and digits.</summary>
    private static bool Same(string a, string b) => a == b || Headlines.Compact(a) == Headlines.Compact(b);

    private static string Bare(string title, string? site, string host) => Trunk(Headlines.WithoutSite(Plain(title), site, host, null));

    /// <summary>Some systems write their characters out twice.</summary>
    private static string Plain(string text) => Lines.Fold(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);

    /// <summary>No headline holds a bar: what stands behind one is a section or a second title.</summary>
    private static string Trunk(string title)
    {
        const int LeastWords = 4;
        var bar = title.IndexOf(" | ", StringComparison.Ordinal);
        return bar > 0 && title.AsSpan(0, bar).Count(' ') + 1 >= LeastWords ? title[..bar].Trim() : title;
    }

    /// <summary>The page's own heading, when it is about the same thing as the titles.</summary>
    private static string? Heading(PageScan scan, List<string> titles, string? site)
    {
        string? best = null;
        var bestLikeness = 0.0;
        foreach (var heading in scan.Headings)
        {
            var text = scan.Tree.TextOf(heading);
            if (text.Length is < 4 or > Longest || (site is not null && Headlines.SameName(text, site)))
                continue;
            var likeness = titles.Count == 0 ? Alike : titles.Max(t => Headlines.Likeness(text, t));
            // Of two that are alike, the one that says more: a masthead's only word is in every title.
            if (likeness >= Alike && (likeness > bestLikeness || (best is not null && likeness >= Alike && text.Length > 3 * best.Length)))
                (best, bestLikeness) = (text, likeness);
        }

        return best;
    }
}
