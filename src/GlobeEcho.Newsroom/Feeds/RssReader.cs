using System.Globalization;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>RSS of every dialect: 0.9x, 1.0 (RDF) and 2.0.</summary>
internal static class RssReader
{
    public static FeedDocument Read(MarkupElement root)
    {
        var channel = Find(root, "channel") ?? root;
        // RSS 1.0 puts its items beside the channel, the others inside it; both are looked for.
        var items = Items(root).Concat(ReferenceEquals(channel, root) ? [] : Items(channel));
        return new FeedDocument(
            Format(root),
            FeedText.Plain(Html(channel, "title")),
            Home(channel),
            Language(root, channel),
            TimeToLive(channel),
            FeedParser.Bounded(items.Where(i => i.Closed).Select(Item)));
    }

    private static IEnumerable<MarkupElement> Items(MarkupElement parent) =>
        parent.Children.SelectMany(c => c.Name is "item" or "atom:item" ? [c] : c.Name == "items" ? c.All("item") : []);

    private static string Format(MarkupElement root)
    {
        if (root.Name == "rdf:rdf")
            return "RSS 1.0";
        var version = root.Attribute("version")?.Trim();
        return string.IsNullOrEmpty(version) ? "RSS" : $"RSS {FeedText.Literal(version)}";
    }

    private static Uri? Home(MarkupElement channel) =>
        channel.All("link").Concat(channel.All("atom:link").Where(l => l.Attribute("rel") is null or "alternate"))
            .Select(l => channel.Link(l.Text) ?? l.Link(l.Attribute("href"))).FirstOrDefault(l => l is not null);

    private static string? Language(MarkupElement root, MarkupElement channel)
    {
        var said = Text(channel, "language") ?? Text(channel, "dc:language") ?? channel.Attribute("xml:lang") ?? root.Attribute("xml:lang");
        return FeedParser.Language(said);
    }

    private static TimeSpan? TimeToLive(MarkupElement channel)
    {
        if (int.TryParse(Text(channel, "ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000)
            return TimeSpan.FromMinutes(minutes);
        TimeSpan? period = Text(channel, "sy:updateperiod")?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        var often = int.TryParse(Text(channel, "sy:updatefrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 10_000 ? n : 1;
        return period / often;
    }

    private static FeedItem? Item(MarkupElement item)
    {
        var guid = Find(item, "guid");
        var id = guid is null ? "" : FeedText.Literal(guid.Text);
        var permalink = guid is not null && guid.Attribute("ispermalink")?.Trim().ToLowerInvariant() != "false" && FeedParser.IsHttp(id)
            ? item.Link(id)
            : null;
        var link = Links(item).FirstOrDefault(l => l is not null) ?? permalink ?? item.Link(item.Attribute("rdf:about"));
        if (link is null)
            return null;
        var content = Html(item, "content:encoded") ?? Html(item, "xhtml:body") ?? Html(item, "atom:content");
        var summary = FeedText.Summary(Html(item, "description") ?? Html(item, "atom:summary") ?? Html(item, "dc:description") ?? Html(item, "itunes:summary"));
        return FeedParser.Item(
            FeedText.OrNull(id), link, FeedText.Plain(Html(item, "title") ?? Html(item, "dc:title")), summary, content, Author(item), Date(item));
    }

    private static IEnumerable<Uri?> Links(MarkupElement item)
    {
        // The publisher's own address, where the one given only counts the visitors.
        yield return item.Link(Text(item, "feedburner:origlink"));
        foreach (var link in item.All("link"))
        {
            yield return link.Link(link.Text);
            if (link.Attribute("rel") is null or "alternate")
                yield return link.Link(link.Attribute("href"));
        }

        foreach (var link in item.All("atom:link").Where(l => l.Attribute("rel") is null or "alternate"))
            yield return link.Link(link.Attribute("href")) ?? link.Link(link.Text);
    }

    private static string? Author(MarkupElement item)
    {
        var creators = item.All("dc:creator").Select(c => FeedText.Plain(c.Html)).Where(c => c.Length > 0).Distinct().ToList();
        if (creators.Count > 0)
            return string.Join(", ", creators);
        var author = Find(item, "author");
        var name = author is null ? "" : FeedText.Plain(Find(author, "name")?.Text ?? author.Text);
        // RSS wants "address (name)".
        if (name.IndexOf('(') is >= 0 and var open && name.Contains('@') && name.EndsWith(')'))
            name = name[(open + 1)..^1].Trim();
        else if (name.Contains('@') && !name.Contains(' '))
            name = "";
        return FeedText.OrNull(name) ?? FeedText.OrNull(FeedText.Plain(Html(item, "itunes:author")));
    }

    private static DateTimeOffset? Date(MarkupElement item)
    {
        foreach (var name in new[] { "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "atom:updated", "dcterms:modified", "date" })
        {
            if (FeedDates.Read(Text(item, name)) is { } date)
                return date;
        }

        return null;
    }

    /// <summary>Some RSS declares Atom's namespace as its own.</summary>
    private static MarkupElement? Find(MarkupElement parent, string name) =>
        parent.First(name) ?? (name.Contains(':') ? null : parent.First("atom:" + name));

    private static string? Text(MarkupElement parent, string name) => Find(parent, name) is { } found ? FeedText.OrNull(FeedText.Literal(found.Text)) : null;

    private static string? Html(MarkupElement parent, string name) => Find(parent, name)?.Html is { } html && !string.IsNullOrWhiteSpace(html) ? html : null;
}
