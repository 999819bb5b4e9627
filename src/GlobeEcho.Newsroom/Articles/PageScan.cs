using AngleSharp.Dom;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>The places of a page that may hold metadata, found in one walk and before anything is removed.</summary>
internal sealed class PageScan
{
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<IReadOnlyList<string>> _nearHeading;

    public PageScan(IDocument document)
    {
        _nearHeading = new(() => LinesNearHeading(document));
        foreach (var element in PageTree.Elements(document))
            See(element);
    }

    public List<string> Scripts { get; } = [];

    public string Title { get; private set; } = "";

    public string? Language { get; private set; }

    public string? CanonicalLink { get; private set; }

    public List<IElement> Headings { get; } = [];

    public List<IElement> Times { get; } = [];

    public List<IElement> Properties { get; } = [];

    /// <summary>Elements whose class, id or rel says they name the author.</summary>
    public List<IElement> AuthorMarks { get; } = [];

    /// <summary>Elements whose class or id says they hold a date.</summary>
    public List<IElement> DateMarks { get; } = [];

    /// <summary>What metas of unusual names that speak of publishing hold.</summary>
    public IEnumerable<string> PublishedMetas => _metas.Where(m => m.Key.Contains("publish", StringComparison.OrdinalIgnoreCase)
        && !m.Key.Contains("publisher", StringComparison.OrdinalIgnoreCase)).Select(m => m.Value);

    /// <summary>The short lines around the first heading, where a page without marks shows who wrote it and when: those below it first.</summary>
    public IReadOnlyList<string> NearHeading => _nearHeading.Value;

    /// <summary>The first filled meta of these names, in the order asked for.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content))
                return content;
        }

        return null;
    }

    private IReadOnlyList<string> LinesNearHeading(IDocument document)
    {
        const int Below = 12, Above = 4, Longest = 100;
        if (document.Body is not { } body || Headings.Count == 0)
            return [];
        var heading = ParagraphWriter.Fold(Headings[0].TextContent);
        var lines = ParagraphWriter.Paragraphs(body, e => e.LocalName is "aside" or "nav" or "footer");
        var at = Enumerable.Range(0, lines.Count).FirstOrDefault(i => lines[i] == heading, -1);
        return at < 0 ? [] : lines.Skip(at + 1).Take(Below).Concat(lines.Take(at).TakeLast(Above)).Where(l => l.Length <= Longest).ToList();
    }

    private void See(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                SeeMeta(element);
                break;
            case "html":
                Language ??= element.GetAttribute("lang") ?? element.GetAttribute("xml:lang");
                break;
            case "title" when Title.Length == 0 && element.ParentElement?.LocalName != "svg":
                Title = ParagraphWriter.Fold(element.TextContent);
                break;
            case "link" when element.GetAttribute("rel") is "canonical":
                CanonicalLink ??= element.GetAttribute("href");
                break;
            case "script" when element.GetAttribute("type") is { } type && type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase):
                Scripts.Add(element.TextContent);
                break;
            case "h1":
                Headings.Add(element);
                break;
            case "time":
                Times.Add(element);
                break;
        }

        if (element.HasAttribute("itemprop"))
            Properties.Add(element);
        SeeMarks(element);
    }

    private void SeeMeta(IElement element)
    {
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("http-equiv");
        var content = element.GetAttribute("content");
        if (name is null || string.IsNullOrWhiteSpace(content))
            return;
        name = name.Trim();
        if (!_metas.TryAdd(name, content.Trim()) && name.Equals("article:author", StringComparison.OrdinalIgnoreCase))
            _metas[name] += ";" + content.Trim();
        else if (name.Equals("citation_author", StringComparison.OrdinalIgnoreCase) && _metas[name] != content.Trim())
            _metas[name] += ";" + content.Trim();
    }

    private void SeeMarks(IElement element)
    {
        if (element.GetAttribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            AuthorMarks.Add(element);
            return;
        }

        var marks = ClassWords.Of(element);
        if (marks.Length == 0)
            return;
        if (ClassWords.HasAny(marks, ClassWords.Author))
            AuthorMarks.Add(element);
        if (ClassWords.HasAny(marks, ClassWords.Date))
            DateMarks.Add(element);
    }
}
