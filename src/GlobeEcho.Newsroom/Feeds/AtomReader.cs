using System.Net;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Atom 1.0 and its draft 0.3.</summary>
internal static class AtomReader
{
    public static FeedDocument Read(MarkupElement root)
    {
        var old = root.Attribute("version")?.StartsWith("0.", StringComparison.Ordinal) == true;
        return new FeedDocument(
            old ? "Atom 0.3" : "Atom 1.0",
            Plain(Find(root, "title")) ?? "",
            Alternate(root),
            FeedParser.Language(root.Attribute("xml:lang") ?? Find(root, "language")?.Text ?? root.First("dc:language")?.Text),
            null,
            FeedParser.Bounded(All(root, "entry").Where(e => e.Closed).Select(e => Entry(e, root))));
    }

    private static FeedItem? Entry(MarkupElement entry, MarkupElement feed)
    {
        var id = FeedText.Literal(Find(entry, "id")?.Text);
        var link = entry.Link(entry.First("feedburner:origlink")?.Text) ?? Alternate(entry) ?? (FeedParser.IsHttp(id) ? entry.Link(id) : null);
        if (link is null)
            return null;
        var content = Find(entry, "content");
        var html = content is null ? null : Html(content);
        var summary = Find(entry, "summary") is { } told ? FeedText.Summary(Html(told)) : null;
        return FeedParser.Item(
            FeedText.OrNull(id), link, Plain(Find(entry, "title")) ?? "", summary, FeedText.OrNull(html?.Trim() ?? ""),
            Author(entry) ?? Author(feed), Date(entry));
    }

    private static Uri? Alternate(MarkupElement parent)
    {
        var links = All(parent, "link").Where(l => l.Attribute("rel")?.Trim().ToLowerInvariant() is null or "" or "alternate").ToList();
        // Several alternates are the same text in several forms; the page is wanted.
        var page = links.OrderBy(l => l.Attribute("type") is null or "text/html" or "application/xhtml+xml" ? 0 : 1);
        return page.Select(l => l.Link(l.Attribute("href")) ?? l.Link(l.Text)).FirstOrDefault(l => l is not null);
    }

    private static string? Author(MarkupElement parent)
    {
        var names = All(parent, "author").Select(a => FeedText.Plain(Find(a, "name")?.Html ?? (a.Children.Count == 0 ? a.Text : "")))
            .Concat(parent.All("dc:creator").Select(c => FeedText.Plain(c.Html)))
            .Where(n => n.Length > 0).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static DateTimeOffset? Date(MarkupElement entry)
    {
        foreach (var name in new[] { "published", "issued", "created", "updated", "modified" })
        {
            if (FeedDates.Read(Find(entry, name)?.Text) is { } date)
                return date;
        }

        return FeedDates.Read(entry.First("dc:date")?.Text);
    }

    private static string? Plain(MarkupElement? element)
    {
        if (element is null)
            return null;
        return Type(element) is "html" or "xhtml" or "text/html" or "application/xhtml+xml" || element.Children.Count > 0
            ? FeedText.Plain(element.Html)
            : FeedText.Literal(element.Text);
    }

    /// <summary>The element's value as HTML, whatever its type says it is.</summary>
    private static string Html(MarkupElement element)
    {
        var type = Type(element);
        if (element.Children.Count > 0)
            return element.Html.Replace("<xhtml:", "<").Replace("</xhtml:", "</");
        if (element.Attribute("mode") == "base64" || type is "application/octet-stream")
            return "";
        // Text that is declared plain but holds tags is escaped HTML by a careless program.
        return type is "text" or "text/plain" && !element.Text.Contains("</", StringComparison.Ordinal) ? WebUtility.HtmlEncode(element.Text) : element.Text;
    }

    private static string Type(MarkupElement element) => element.Attribute("type")?.Trim().ToLowerInvariant() ?? "text";

    private static MarkupElement? Find(MarkupElement parent, string name) => parent.First("atom:" + name) ?? parent.First(name);

    private static IEnumerable<MarkupElement> All(MarkupElement parent, string name) => parent.Children.Where(c => c.Name == name || c.Name == "atom:" + name);
}
