using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Where a page keeps its metadata, found in one walk of its nodes.</summary>
internal sealed class PageScan
{
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<IReadOnlyList<int>> _besideHeading;
    private readonly Lazy<IReadOnlyList<string>> _nearHeading;

    public PageScan(BlockList list)
    {
        List = list;
        _besideHeading = new(FindBesideHeading);
        _nearHeading = new(() => _besideHeading.Value.Select(i => List.TextOf(i).ToString()).ToList());
        var nodes = list.Tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Tag != Tag.Text)
                See(i, nodes[i].Tag);
        }
    }

    public BlockList List { get; }

    public PageTree Tree => List.Tree;

    public List<string> Scripts { get; } = [];

    public string Title { get; private set; } = "";

    public string? Language { get; private set; }

    public string? CanonicalLink { get; private set; }

    public List<int> Headings { get; } = [];

    public List<int> Times { get; } = [];

    /// <summary>Elements with an itemprop.</summary>
    public List<(int Node, string Name)> Properties { get; } = [];

    /// <summary>Elements whose class, id or rel says they name the author.</summary>
    public List<int> AuthorMarks { get; } = [];

    /// <summary>Elements whose class or id says they hold a date.</summary>
    public List<int> DateMarks { get; } = [];

    /// <summary>The classes of the body, which many systems fill with the kind of the page.</summary>
    public string BodyClass { get; private set; } = "";

    /// <summary>Whether something in the page is called a wall to readers who do not pay.</summary>
    public bool HasPaywall { get; private set; }

    /// <summary>What metas of unusual names that speak of publishing hold.</summary>
    public IEnumerable<string> PublishedMetas => _metas.Where(m => m.Key.Contains("publish", StringComparison.OrdinalIgnoreCase)
        && !m.Key.Contains("publisher", StringComparison.OrdinalIgnoreCase)).Select(m => m.Value);

    /// <summary>The short lines around the first heading, where a page without marks shows who wrote it and when: those below it first.</summary>
    public IReadOnlyList<string> NearHeading => _nearHeading.Value;

    /// <summary>The blocks of <see cref="NearHeading"/>.</summary>
    public IReadOnlyList<int> BesideHeading => _besideHeading.Value;

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

    /// <summary>The first line of an element; null when it shows none.</summary>
    public string? FirstLineOf(int node)
    {
        var end = Tree.Nodes[node].End;
        var at = Array.FindIndex(List.Blocks, b => b.Node >= node && b.Node < end);
        if (at >= 0)
            return List.TextOf(at).ToString();
        return Tree.TextOf(node, 200) is { Length: > 0 } inline ? inline : null;
    }

    private List<int> FindBesideHeading()
    {
        const int Below = 12, Above = 4, Longest = 100;
        const Marks Aside = Marks.TagAside | Marks.TagNav | Marks.TagFooter;
        var blocks = List.Blocks;
        var at = HeadingBlock();
        if (at < 0)
            return [];
        return Enumerable.Range(at + 1, Below).Concat(Enumerable.Range(at - Above, Above))
            .Where(i => i >= 0 && i < blocks.Length && blocks[i].Length <= Longest && (blocks[i].Node < 0 || (List.Around[blocks[i].Node] & Aside) == 0))
            .ToList();
    }

    /// <summary>Where the article's heading stands: the heading most like the page's titles, or the line they begin with; -1 where neither is.</summary>
    private int HeadingBlock()
    {
        const int Shortest = 12;
        var blocks = List.Blocks;
        var titles = new[] { Meta("og:title"), Title, Meta("twitter:title") }.OfType<string>().Where(t => t.Length > 0).Select(Lines.Fold).ToList();
        var best = -1;
        var bestLikeness = titles.Count == 0 ? -1 : 0.5;
        foreach (var heading in Headings)
        {
            var text = Tree.TextOf(heading, 400);
            var likeness = text.Length < 4 ? 0 : titles.Count == 0 ? 1 : titles.Max(t => Headlines.Likeness(text, t));
            if (likeness > bestLikeness && Array.FindIndex(blocks, b => b.Node >= heading) is var found and >= 0)
                (best, bestLikeness) = (found, likeness);
        }

        if (best < 0)
            best = Array.FindLastIndex(blocks, b => b.Length >= Shortest && IsTitle(List.Text.AsSpan(b.Start, b.Length), titles) && (b.Node < 0 || (List.Around[b.Node] & Marks.Breadcrumb) == 0));
        return best >= 0 || Headings.Count == 0 ? best : Array.FindIndex(blocks, b => b.Node >= Headings[0]);
    }

    private static bool IsTitle(ReadOnlySpan<char> line, List<string> titles)
    {
        foreach (var title in titles)
        {
            if (title.AsSpan().StartsWith(line, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private void See(int node, Tag tag)
    {
        switch (tag)
        {
            case Tag.Meta:
                SeeMeta(node);
                return;
            case Tag.Html:
                Language ??= Tree.Attribute(node, "lang") ?? Tree.Attribute(node, "xml:lang");
                return;
            case Tag.Body when BodyClass.Length == 0:
                BodyClass = Tree.Attribute(node, "class") ?? "";
                return;
            case Tag.Title when Title.Length == 0:
                Title = Lines.Fold(Tree.RawContent(node));
                return;
            case Tag.Link when CanonicalLink is null && Tree.Attribute(node, "rel") is "canonical":
                CanonicalLink = Tree.Attribute(node, "href");
                return;
            case Tag.Script when Tree.Attribute(node, "type") is { } type && type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase):
                Scripts.Add(Tree.RawContent(node));
                return;
            case Tag.H1:
                Headings.Add(node);
                break;
            case Tag.Time:
                Times.Add(node);
                break;
        }

        var own = List.Own[node];
        HasPaywall |= (own & Marks.Paywall) != 0;
        if ((own & (Marks.BodyProperty | Marks.OtherProperty | Marks.Author | Marks.Date | Marks.Title)) != 0 && Tree.Attribute(node, "itemprop") is { } property)
            Properties.Add((node, property));
        if ((own & Marks.Author) != 0 || (tag == Tag.A && Tree.Attribute(node, "rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase)))
            AuthorMarks.Add(node);
        if ((own & Marks.Date) != 0)
            DateMarks.Add(node);
    }

    private void SeeMeta(int node)
    {
        string? property = null, name = null, equivalent = null, content = null;
        foreach (var attribute in Tree.Attributes(node))
        {
            switch (attribute.Name)
            {
                case "property":
                    property ??= CharacterReferences.Resolve(attribute.Value);
                    break;
                case "name":
                    name ??= CharacterReferences.Resolve(attribute.Value);
                    break;
                case "http-equiv":
                    equivalent ??= CharacterReferences.Resolve(attribute.Value);
                    break;
                case "content":
                    content ??= CharacterReferences.Resolve(attribute.Value);
                    break;
                case "itemprop":
                    Properties.Add((node, CharacterReferences.Resolve(attribute.Value)));
                    break;
            }
        }

        name = (property ?? name ?? equivalent)?.Trim();
        if (string.IsNullOrEmpty(name) || string.IsNullOrWhiteSpace(content))
            return;
        content = content.Trim();
        if (_metas.TryAdd(name, content))
            return;
        // Several authors have a meta each.
        if (name.Equals("article:author", StringComparison.OrdinalIgnoreCase) || (name.Equals("citation_author", StringComparison.OrdinalIgnoreCase) && _metas[name] != content))
            _metas[name] += ";" + content;
    }
}
