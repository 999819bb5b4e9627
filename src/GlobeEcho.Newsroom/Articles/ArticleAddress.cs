namespace GlobeEcho.Newsroom.Articles;

/// <summary>The one address by which the paper knows an article.</summary>
public static class ArticleAddress
{
    private static readonly string[] Trackers = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "at_medium", "at_campaign", "ns_mchannel", "ns_campaign"];

    /// <summary>Without fragment and without the parameters that only say who sent the reader.</summary>
    public static Uri Plain(Uri address)
    {
        var plain = new UriBuilder(address) { Fragment = "" };
        if (address.Query.Length > 1)
        {
            var kept = address.Query[1..].Split('&').Where(p => p.Length > 0 && !Trackers.Any(t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase)));
            plain.Query = string.Join('&', kept);
        }

        return plain.Uri;
    }

    /// <summary>
    /// Where the page was fetched from, or what the page calls its own address when that is plainly the same page on the same host:
    /// a mirror names its original, and a careless template names the front page.
    /// </summary>
    public static Uri Of(Uri fetched, Uri? canonical)
    {
        var plain = Plain(fetched);
        if (canonical is null || canonical.Authority != plain.Authority || canonical.Scheme != plain.Scheme || LastPart(canonical) != LastPart(plain) || LastPart(plain).Length == 0)
            return plain;
        // A query may be all that tells two pages of one script apart.
        return canonical.Query.Length == 0 && plain.Query.Length > 0 && !LastPart(plain).Contains('-') ? plain : Plain(canonical);
    }

    private static string LastPart(Uri address) => address.AbsolutePath.TrimEnd('/').Split('/')[^1];
}
