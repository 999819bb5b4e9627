using System.Xml;
using System.Xml.Linq;

namespace GlobeEcho.Newsroom.Feeds;

/// <summary>Writes a list of feeds that <see cref="OpmlReader"/> reads back the same, and that feed readers understand.</summary>
public static class OpmlWriter
{
    public static string Write(IEnumerable<Feed> feeds) =>
        Write(feeds.Select(f => new FeedListing(f.Publisher.Name, f.Publisher.Home, f.Publisher.Language, f.Address, f.Title, f.Section)));

    public static string Write(IEnumerable<FeedListing> listings)
    {
        var body = new XElement("body");
        foreach (var section in listings.GroupBy(l => l.Section))
        {
            var holder = body;
            if (section.Key is { } name)
                body.Add(holder = new XElement("outline", Text("text", name), Text("title", name)));
            foreach (var publisher in section.GroupBy(l => l.PublisherName, StringComparer.OrdinalIgnoreCase))
                holder.Add(Publisher(publisher.ToList()));
        }

        var document = new XDocument(
            new XDeclaration("1.0", "utf-8", null),
            new XElement("opml", new XAttribute("version", "2.0"), new XElement("head", new XElement("title", "Globe Echo feeds")), body));
        return $"{document.Declaration}\n{document.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static XElement Publisher(List<FeedListing> feeds)
    {
        // A feed alone under its publisher's name needs no folder.
        if (feeds is [var only] && only.Title == only.PublisherName)
            return Leaf(only);
        return new XElement(
            "outline", new XAttribute("type", "publisher"), Text("text", feeds[0].PublisherName), Text("title", feeds[0].PublisherName), feeds.Select(Leaf));
    }

    private static XElement Leaf(FeedListing feed)
    {
        var leaf = new XElement(
            "outline", new XAttribute("type", "rss"), Text("text", feed.Title), Text("title", feed.Title), new XAttribute("xmlUrl", feed.Address.AbsoluteUri));
        if (feed.Home is { } home)
            leaf.Add(new XAttribute("htmlUrl", home.AbsoluteUri));
        if (feed.Language is { } language)
            leaf.Add(Text("language", language));
        return leaf;
    }

    private static XAttribute Text(string name, string value) => new(name, string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
}
