using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Reads what a page shows of its article: microdata, time elements, and lines near the heading that look like bylines and dates.</summary>
internal sealed class PageMarkup
{
    // Bylines and datelines stand within this many elements of the heading, before or behind it.
    private const int Near = 60;

    private readonly List<IElement> _elements;
    private readonly int _heading;

    public PageMarkup(List<IElement> elements)
    {
        _elements = elements;
        Heading = Headings(elements).FirstOrDefault();
        _heading = Heading is null ? -1 : elements.IndexOf(Heading);
    }

    /// <summary>The article's own h1; null when the page has none.</summary>
    public IElement? Heading { get; }

    public IEnumerable<string> HeadingTexts => Headings(_elements).Select(h => BlockWriter.Fold(h.TextContent));

    public PageFacts Microdata() => new()
    {
        Headline = Item("headline"),
        Authors = _elements.Where(e => Is(e, "itemprop", "author") && !PageTree.IsInside(e, IsForeign)).Take(6).Select(AuthorName).Where(n => n.Length > 0).Distinct().ToList(),
        Published = Item("datePublished") ?? Item("dateCreated"),
        Modified = Item("dateModified"),
        Section = Item("articleSection"),
    };

    /// <summary>The date of the time element, or else of the line, that stands nearest the heading and says when.</summary>
    public DateTimeOffset? Published(bool monthFirst)
    {
        var times = _elements.Index().Where(e => e.Item.LocalName == "time" && !PageTree.IsInside(e.Item, IsForeign)).ToList();
        var marked = times.Where(t => t.Item.HasAttribute("pubdate") || HasName(t.Item, "published", "publish", "posted", "pubdate")).Concat(times.Where(IsNear));
        foreach (var (_, time) in marked)
        {
            if (HasName(time, "updated", "modified") && times.Count > 1)
                continue;
            if ((PageDates.Read(time.GetAttribute("datetime"), monthFirst) ?? PageDates.Read(time.TextContent, monthFirst)) is { } said)
                return said;
        }

        foreach (var (_, element) in _elements.Index().Where(IsNear))
        {
            if (HasName(element, "date", "dateline", "datetime", "time", "timestamp", "published", "publish", "posted", "pubdate", "meta", "dt", "datum", "fecha", "byline", "info", "bydate", "details")
                && !PageTree.IsInside(element, IsForeign) && Short(element, 200) is { } line && PageDates.Read(line, monthFirst) is { } said)
                return said;
        }

        return Lines(90).Select(l => PageDates.Read(l, monthFirst)).FirstOrDefault(d => d is not null);
    }

    public IReadOnlyList<string> Byline(string? site)
    {
        var links = _elements.Where(e => Is(e, "rel", "author") && !PageTree.IsInside(e, IsForeign)).Select(e => Short(e, 60)).OfType<string>()
            .SelectMany(t => BylineParser.Read(t, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(6).ToList();
        if (links.Count > 0)
            return links;
        foreach (var (_, element) in _elements.Index().Where(IsNear))
        {
            if ((element.LocalName == "address" || HasName(element, "author", "byline", "authors", "auteur", "autor", "autore", "writer", "signature"))
                && !PageTree.IsInside(element, IsForeign) && Short(element, 160) is { } line && BylineParser.Read(line, site) is { Count: > 0 } names)
                return names;
        }

        var signed = Lines(120).Where(BylineParser.Begins).Select(l => BylineParser.Read(l.Split('|')[0], site)).FirstOrDefault(n => n.Count > 0 && n.All(IsWritten));
        return signed ?? Lines(120).Select((l, i) => (Line: l, Next: Lines(120).ElementAtOrDefault(i + 1))).Where(l => BylineParser.IsLabel(l.Line))
            .Select(l => BylineParser.Read(l.Next, site)).FirstOrDefault(n => n.Count > 0 && n.All(IsWritten)) ?? ProfileLinks(site);
    }

    /// <summary>A link near the heading whose address is a writer's page carries the writer's name.</summary>
    private List<string> ProfileLinks(string? site) => _elements.Index().Where(IsNear).Select(e => e.Item)
        .Where(e => e.LocalName == "a" && IsProfile(e.GetAttribute("href") ?? "") && !PageTree.IsInside(e, IsForeign)).Select(e => Short(e, 60)).OfType<string>()
        .SelectMany(t => BylineParser.Read(t, site)).Where(IsWritten).Distinct(StringComparer.OrdinalIgnoreCase).Take(6).ToList();

    private static bool IsProfile(string href)
    {
        foreach (var part in (ReadOnlySpan<string>)["/author/", "/authors/", "/autor/", "/auteur/", "/autoren/", "/profile/", "/profiles/", "/contributors/", "/contributor/", "/people/", "/journalist/", "/journalists/", "/by/", "/reporter/"])
        {
            if (href.Contains(part, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>A name in running text starts every long word with a capital.</summary>
    private static bool IsWritten(string name) =>
        name.Contains(' ') && name.Split(' ').All(w => w.Length < 4 || char.IsUpper(w[0]) || !char.IsLower(w[0]));

    /// <summary>The short lines around the heading, each once, in the page's order.</summary>
    private IEnumerable<string> Lines(int limit)
    {
        if (_heading < 0)
            yield break;
        var last = "";
        for (var i = Math.Max(0, _heading - 12); i < Math.Min(_elements.Count, _heading + 40); i++)
        {
            var element = _elements[i];
            if (element == Heading || Contains(element, Heading!) || element.LocalName is "a" or "button" or "option" || PageTree.IsInside(element, IsForeign))
                continue;
            if (Short(element, limit) is { } line && line != last)
                yield return last = line;
        }
    }

    private string? Item(string property)
    {
        var element = _elements.FirstOrDefault(e => Is(e, "itemprop", property));
        var value = element?.GetAttribute("content") ?? element?.GetAttribute("datetime") ?? (element is null ? null : BlockWriter.Fold(element.TextContent));
        return value is { Length: > 0 and < 500 } ? value : null;
    }

    private static string AuthorName(IElement author)
    {
        var name = PageTree.Elements(author).FirstOrDefault(e => Is(e, "itemprop", "name"));
        return (name ?? author) is var said && said.GetAttribute("content") is { } content && !content.Contains("://", StringComparison.Ordinal)
            ? content
            : Short(name ?? author, 120) ?? "";
    }

    private bool IsNear((int Index, IElement Item) at) => _heading >= 0 && at.Index > _heading - 25 && at.Index <= _heading + Near && !Contains(at.Item, Heading!);

    private static bool Contains(IElement outer, IElement inner) => outer == inner || PageTree.IsInside(inner, e => e == outer);

    private static IEnumerable<IElement> Headings(List<IElement> elements)
    {
        var all = elements.Where(e => e.LocalName == "h1" && BlockWriter.Fold(e.TextContent).Length > 0).ToList();
        return all.OrderByDescending(h => Is(h, "itemprop", "headline") || HasName(h, "headline", "title", "entry"))
            .ThenBy(h => PageTree.IsInside(h, e => e.LocalName is "nav" or "footer" || (e.LocalName == "header" && !PageTree.IsInside(e, o => o.LocalName is "article" or "main"))));
    }

    /// <summary>Other articles' teasers, comments and the page's edges.</summary>
    private static bool IsForeign(IElement element) =>
        element.LocalName is "nav" or "footer" or "aside" && !HasName(element, "byline", "author", "meta", "entry")
        || HasName(element, "related", "comments", "comment", "sidebar", "teaser", "recommended", "popular", "trending", "widget");

    private static string? Short(IElement element, int limit)
    {
        if (element.LocalName is "script" or "style" or "noscript" || element.ChildNodes.Length > 40)
            return null;
        var line = BlockWriter.Write(element).Replace("\n\n", " | ", StringComparison.Ordinal);
        return line.Length > 0 && line.Length <= limit ? line : null;
    }

    private static bool Is(IElement element, string attribute, string value) =>
        element.GetAttribute(attribute) is { } said && said.Split(' ').Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool HasName(IElement element, params ReadOnlySpan<string> words)
    {
        foreach (var name in ElementNames.Of(element))
        {
            if (words.Contains(name))
                return true;
        }

        return false;
    }
}
