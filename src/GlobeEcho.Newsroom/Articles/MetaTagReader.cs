using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads what a page's meta tags say of its article, in the vocabularies papers use.</summary>
internal static class MetaTagReader
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued",
        "dc.date.created", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "published_time", "publication_date", "pubdate", "date.issued", "citation_publication_date",
        "citation_date", "article.published", "article:published", "datepublished", "publisheddate", "publicationdate", "published_at", "article_date_original", "originalpublicationdate", "rnews:datepublished", "bt:pubdate",
        "ptime", "pub_date", "dc.date", "dcterms.date", "date",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "article:modified", "last-modified", "dcterms.modified", "datemodified", "utime", "lastmod"];

    private static readonly string[] AuthorNames = ["author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "dc.contributor.author", "citation_author", "article.author", "article:author_name", "og:author", "cxenseparse:author", "twitter:data1"];

    public static PageFacts Read(IEnumerable<IElement> metas)
    {
        var said = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in metas)
        {
            var content = meta.GetAttribute("content")?.Trim();
            if (string.IsNullOrEmpty(content) || meta.HasAttribute("itemprop"))
                continue;
            foreach (var name in new[] { meta.GetAttribute("property"), meta.GetAttribute("name"), meta.GetAttribute("http-equiv") })
            {
                if (string.IsNullOrEmpty(name))
                    continue;
                if (!said.TryGetValue(name.Trim(), out var values))
                    said[name.Trim()] = values = [];
                values.Add(content);
            }
        }

        // Twitter's two labelled fields carry the writer only where the label says so.
        if (First(said, "twitter:label1") is { } label && !label.Contains("ritten", StringComparison.OrdinalIgnoreCase) && !label.Contains("uthor", StringComparison.OrdinalIgnoreCase))
            said.Remove("twitter:data1");
        else if (!said.ContainsKey("twitter:label1"))
            said.Remove("twitter:data1");
        return new PageFacts
        {
            Headline = First(said, "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title"),
            Authors = AuthorNames.Select(n => said.GetValueOrDefault(n)).FirstOrDefault(v => v is not null && v.Any(IsName))?.Where(IsName).ToList() ?? [],
            Published = First(said, PublishedNames),
            Modified = First(said, ModifiedNames),
            Language = First(said, "og:locale", "content-language", "language", "dc.language"),
            Image = First(said, "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"),
            Section = First(said, "article:section", "parsely-section", "og:article:section", "section"),
            Site = First(said, "og:site_name", "application-name", "al:android:app_name"),
            Description = First(said, "og:description", "description", "twitter:description"),
        };
    }

    private static bool IsName(string value) => !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith('/') && !value.Contains("facebook", StringComparison.OrdinalIgnoreCase);

    private static string? First(Dictionary<string, List<string>> said, params string[] names) =>
        names.Select(n => said.GetValueOrDefault(n)?[0]).FirstOrDefault(v => v is not null);
}
