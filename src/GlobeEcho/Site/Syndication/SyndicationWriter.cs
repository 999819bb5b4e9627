using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace GlobeEcho.Site.Syndication;

/// <summary>Writes a feed as RSS 2.0, Atom 1.0 (RFC 4287) or JSON Feed 1.1.</summary>
public static class SyndicationWriter
{
    private const string AtomSpace = "http://www.w3.org/2005/Atom";
    private const string ContentSpace = "http://purl.org/rss/1.0/modules/content/";

    public static string Rss(SyndicatedFeed feed) => Document(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomSpace);
        xml.WriteAttributeString("xmlns", "content", null, ContentSpace);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Clean(feed.Title));
        xml.WriteElementString("link", feed.Home.AbsoluteUri);
        xml.WriteElementString("description", Clean(feed.Description));
        xml.WriteElementString("language", "en");
        if (feed.Items.Count > 0)
            xml.WriteElementString("lastBuildDate", Rfc822(feed.Items.Max(i => i.Published)));
        Link(xml, "atom", "self", feed.Self, "application/rss+xml");
        foreach (var item in feed.Items)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(item.Title));
            xml.WriteElementString("link", item.Link.AbsoluteUri);
            xml.WriteElementString("description", Clean(item.Text));
            if (item.Html is not null)
                xml.WriteElementString("content", "encoded", ContentSpace, Clean(item.Html));
            xml.WriteStartElement("guid");
            // Two addresses that differ in their fragment alone are equal to Uri.
            xml.WriteAttributeString("isPermaLink", item.Id.AbsoluteUri == item.Link.AbsoluteUri ? "true" : "false");
            xml.WriteString(item.Id.AbsoluteUri);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(item.Published));
            xml.WriteEndElement();
        }
    });

    public static string Atom(SyndicatedFeed feed) => Document(xml =>
    {
        xml.WriteStartElement("feed", AtomSpace);
        xml.WriteElementString("id", AtomSpace, feed.Self.AbsoluteUri);
        xml.WriteElementString("title", AtomSpace, Clean(feed.Title));
        xml.WriteElementString("subtitle", AtomSpace, Clean(feed.Description));
        xml.WriteElementString("updated", AtomSpace, Rfc3339(feed.Items.Select(i => i.Published).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        xml.WriteStartElement("author", AtomSpace);
        xml.WriteElementString("name", AtomSpace, Clean(feed.Title));
        xml.WriteEndElement();
        Link(xml, null, "self", feed.Self, "application/atom+xml");
        Link(xml, null, "alternate", feed.Home, "text/html");
        foreach (var item in feed.Items)
        {
            xml.WriteStartElement("entry", AtomSpace);
            xml.WriteElementString("id", AtomSpace, item.Id.AbsoluteUri);
            xml.WriteElementString("title", AtomSpace, Clean(item.Title));
            xml.WriteElementString("updated", AtomSpace, Rfc3339(item.Published));
            xml.WriteElementString("published", AtomSpace, Rfc3339(item.Published));
            Link(xml, null, "alternate", item.Link, "text/html");
            xml.WriteElementString("summary", AtomSpace, Clean(item.Text));
            if (item.Html is not null)
            {
                xml.WriteStartElement("content", AtomSpace);
                xml.WriteAttributeString("type", "html");
                xml.WriteString(Clean(item.Html));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    });

    public static string Json(SyndicatedFeed feed)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("description", feed.Description);
            json.WriteString("home_page_url", feed.Home.AbsoluteUri);
            json.WriteString("feed_url", feed.Self.AbsoluteUri);
            json.WriteString("language", "en");
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
            {
                json.WriteStartObject();
                json.WriteString("id", item.Id.AbsoluteUri);
                json.WriteString("url", item.Link.AbsoluteUri);
                json.WriteString("title", item.Title);
                json.WriteString("summary", item.Text);
                json.WriteString(item.Html is null ? "content_text" : "content_html", item.Html ?? item.Text);
                json.WriteString("date_published", Rfc3339(item.Published));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static string Document(Action<XmlWriter> write)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, Encoding = Encoding.UTF8 }))
        {
            write(xml);
            xml.WriteEndDocument();
        }

        return text.ToString();
    }

    private static void Link(XmlWriter xml, string? prefix, string relation, Uri address, string type)
    {
        xml.WriteStartElement(prefix, "link", AtomSpace);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    // The world's texts may hold characters XML has no room for.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsXml).Select(r => r.ToString()));

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Rfc822(DateTimeOffset moment) => moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static string Rfc3339(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
