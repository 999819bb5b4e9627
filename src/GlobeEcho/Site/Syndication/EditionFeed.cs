using System.Globalization;
using System.Text;
using System.Xml;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Site.Briefs;
using GlobeEcho.Site.Shell;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Site.Syndication;

/// <summary>The edition, or one section of it, as RSS 2.0.</summary>
public sealed class EditionFeed(EditionDesk editions, StoryBriefs briefs, IOptions<SiteOptions> options)
{
    private const int Items = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="section">Null for the whole paper.</param>
    /// <param name="home">The paper's address, with a slash at its end.</param>
    public async Task<(string Document, DateTimeOffset? Made)> WriteAsync(Section? section, Uri home, CancellationToken cancel)
    {
        var edition = await editions.LatestAsync(cancel);
        var placements = (edition?.Placements ?? []).Where(p => section is null || p.Section == section).Take(Items).ToList();
        var stories = edition is null ? [] : await briefs.LoadAsync(placements, edition.MadeUp, cancel);
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, Encoding = Encoding.UTF8 }))
            Write(xml, section, home, edition?.MadeUp, stories);
        return (text.ToString(), edition?.MadeUp);
    }

    private void Write(XmlWriter xml, Section? section, Uri home, DateTimeOffset? made, IReadOnlyList<StoryBrief> stories)
    {
        var name = options.Value.Name;
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", section is { } s ? $"{name}: {Sections.Name(s)}" : name);
        xml.WriteElementString("link", new Uri(home, section is { } p ? Sections.Path(p) : "/").AbsoluteUri);
        xml.WriteElementString("description", "One story for one event, told by many publishers, every sentence with its sources.");
        xml.WriteElementString("language", "en");
        if (made is { } m)
            xml.WriteElementString("lastBuildDate", Rfc822(m));
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", new Uri(home, (section is { } f ? Sections.Path(f) : "") + "/feed.xml").AbsoluteUri);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
        foreach (var story in stories)
            Write(xml, home, story);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Uri home, StoryBrief story)
    {
        var address = new Uri(home, story.Path).AbsoluteUri;
        var told = $"Told by {Count.List(story.Voices, story.Publishers)}.";
        var opening = story.Opening(400);
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Clean(story.Headline));
        xml.WriteElementString("link", address);
        xml.WriteElementString("description", Clean(opening.Count > 0 ? $"{opening[0]} {told}" : told));
        xml.WriteElementString("category", Sections.Name(story.Section));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(address);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(story.Opened));
        xml.WriteEndElement();
    }

    // The world's texts may hold characters XML has no room for.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsXml).Select(r => r.ToString()));

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Rfc822(DateTimeOffset moment) => moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
