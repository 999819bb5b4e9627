using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Finds who signs a page: what it says to machines first, then what it marks up, then what it shows near its heading.</summary>
internal static partial class BylineReader
{
    // A page of a list names many; its article's own come first.
    private const int MostMarks = 30;

    private const Marks Others = Marks.Comments | Marks.Related | Marks.Trending | Marks.TagNav | Marks.TagFooter | Marks.TagAside | Marks.Sidebar;

    private static readonly string[] Metas =
        ["author", "article:author", "parsely-author", "byl", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", "cxenseparse:author"];

    // Parts of the addresses of pages about who writes.
    private static readonly string[] WriterPaths = ["/author", "/autor", "/auteur", "/people/", "/staff/", "/profile", "/contributor", "/writers/", "/by/", "/journalist", "/redakt", "/team/", "/producers/"];

    /// <param name="site">The site's own name, which is no author; null when unknown.</param>
    public static IReadOnlyList<string> Read(PageScan scan, JsonLd said, string? site)
    {
        if (Names(said.Authors, said.AuthorsArePersons ? null : site) is { Count: > 0 } linked)
            return linked;
        foreach (var meta in Metas)
        {
            if (Names([scan.Meta(meta)], site) is { Count: > 0 } given)
                return given;
        }

        // A convention of previews in chats: a label and what it labels.
        if (scan.Meta("twitter:label1") is { } label && SaysWritten().IsMatch(label) && Names([scan.Meta("twitter:data1")], site) is { Count: > 0 } labelled)
            return labelled;
        // A name both metas agree on is meant, be it a handle or a house.
        if (scan.Meta("author") is { Length: > 1 and < 60 } author && author == scan.Meta("twitter:data1"))
            return [Lines.Fold(author)];
        if (Properties(scan, site) is { Count: > 0 } properties)
            return properties;
        foreach (var mark in scan.AuthorMarks.Where(m => (scan.List.Around[m] & Others) == 0).Take(MostMarks))
        {
            if (Shown(scan, mark, site) is { Count: > 0 } shown)
                return shown;
        }

        if (Signed(scan, site) is { Count: > 0 } signed)
            return signed;
        if (Linked(scan, site) is { Count: > 0 } writer)
            return writer;
        return Anywhere(scan, site) is { Count: > 0 } elsewhere ? elsewhere : House(scan, said);
    }

    /// <summary>The first link to a page about a writer that is not in a list of others.</summary>
    private static List<string> Linked(PageScan scan, string? site)
    {
        var nodes = scan.Tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Tag != Tag.A || (scan.List.Around[i] & (Others | Marks.Card)) != 0 || scan.Tree.Attribute(i, "href") is not { } to
                || !WriterPaths.Any(p => to.Contains(p, StringComparison.OrdinalIgnoreCase)))
                continue;
            var text = scan.Tree.TextOf(i, 100);
            if (Names([text], site) is { Count: > 0 } names)
                return names;
            if (IsCollective().IsMatch(text))
                return Collective(text);
        }

        return [];
    }

    /// <summary>A line of its own that says by whom, wherever it stands but in a list of others.</summary>
    private static List<string> Anywhere(PageScan scan, string? site)
    {
        const int Longest = 80;
        var blocks = scan.List.Blocks;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Length > Longest || (blocks[i].Node >= 0 && (scan.List.Around[blocks[i].Node] & (Others | Marks.Card)) != 0))
                continue;
            var line = scan.List.TextOf(i).ToString();
            if (SaysBy().IsMatch(line) && char.IsUpper(line[0]) && Names(Parts(line).Take(1), site) is { Count: > 0 } names)
                return names;
            if (OnlyBy().IsMatch(line) && i + 1 < blocks.Length && blocks[i + 1].Length <= Longest
                && Names(Parts(scan.List.TextOf(i + 1).ToString()).Take(1), site) is { Count: > 0 } next)
                return next;
        }

        return [];
    }

    private static List<string> Properties(PageScan scan, string? site)
    {
        var marked = scan.Properties.Where(p => p.Name is "author" or "creator" && (scan.List.Around[p.Node] & Marks.Comments) == 0)
            .Select(p => scan.Properties.FirstOrDefault(q => q.Name == "name" && q.Node > p.Node && q.Node < scan.Tree.Nodes[p.Node].End) is { Name: not null } inner ? inner.Node : p.Node);
        return Names(marked.Select(n => scan.Tree.Attribute(n, "content") ?? scan.Tree.TextOf(n, 200)), site);
    }

    /// <summary>A byline in the page. Links to authors are names of their own.</summary>
    private static IReadOnlyList<string> Shown(PageScan scan, int mark, string? site)
    {
        var tree = scan.Tree;
        var links = new List<string>();
        for (var i = mark; i < tree.Nodes[mark].End && links.Count < 8; i++)
        {
            if (tree.Nodes[i].Tag == Tag.A && tree.Attribute(i, "href") is { } to && WriterPaths.Any(p => to.Contains(p, StringComparison.OrdinalIgnoreCase)))
                links.Add(tree.TextOf(i, 200));
        }

        if (Names(links, site) is { Count: > 0 } linked)
            return linked;
        if (scan.FirstLineOf(mark) is not { Length: <= 120 } line)
            return [];
        return Names(Parts(line), site) is { Count: > 0 } found ? found : SaysBy().IsMatch(line) || IsCollective().IsMatch(line) ? Collective(line) : [];
    }

    /// <summary>"24 May 2024 | By Ada Brandt", or "Written by" and the name on the next line.</summary>
    private static IReadOnlyList<string> Signed(PageScan scan, string? site)
    {
        var lines = scan.NearHeading;
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var part in Parts(lines[i]))
            {
                if (SaysBy().IsMatch(part) && Names([part], site) is { Count: > 0 } signed)
                    return signed;
            }

            if (OnlyBy().IsMatch(lines[i]) && i + 1 < lines.Count && Names(Parts(lines[i + 1]).Take(1), site) is { Count: > 0 } next)
                return next;
        }

        return lines.SelectMany(Parts).Where(p => SaysBy().IsMatch(p)).Select(Collective).FirstOrDefault(c => c.Count > 0) ?? [];
    }

    /// <summary>"By the Example Team": nobody by name, and yet a signature.</summary>
    private static List<string> Collective(string line)
    {
        var name = SaysBy().Match(line) is { Success: true } by ? line[by.Groups[1].Index..].Trim() : line;
        return name.Length is >= 3 and <= 40 && char.IsUpper(name[0]) && !name.Any(char.IsDigit) && name.Split(' ').Length <= 5 ? [name] : [];
    }

    /// <summary>Where nobody signs, the agency, house or handle the page names to machines, if it is news or shows that name as well.</summary>
    private static IReadOnlyList<string> House(PageScan scan, JsonLd said)
    {
        var house = said.Authors.Append(scan.Meta("author")).Select(BylineParser.House).FirstOrDefault(h => h is not null);
        return house is not null && (said.IsNews || IsShown(scan, house)) ? [house] : [];
    }

    private static bool IsShown(PageScan scan, string name) =>
        scan.NearHeading.Any(l => l.Contains(name, StringComparison.OrdinalIgnoreCase))
        || scan.AuthorMarks.Take(MostMarks).Any(m => scan.Tree.TextOf(m, 200).Contains(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Parts(string line) => line.Split('|', '·', '•', '⋅').Select(p => p.Trim()).Where(p => p.Length > 0);

    private static List<string> Names(IEnumerable<string?> bylines, string? site) =>
        bylines.SelectMany(b => BylineParser.Parse(b, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();

    [GeneratedRegex(@"^(?:(?:written|posted|authored|published|words|story|article|reported|text|texte)\s+by|by|von|par|por|di|door|av|af|текст|автор)\s*:?\s+(\p{Lu}.*)", RegexOptions.IgnoreCase)]
    private static partial Regex SaysBy();

    [GeneratedRegex(@"^(?:(?:written|posted|authored|article|words|story|published)\s+by|by|author|autor|von|contributors?)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyBy();

    [GeneratedRegex(@"^(?:the )?[\p{L}&.' -]{2,30} (?:team|staff|editors|editorial|redaktion|contributors?)$", RegexOptions.IgnoreCase)]
    private static partial Regex IsCollective();

    [GeneratedRegex(@"written by|author|verfasst|geschrieben|écrit|escrito|scritto|geschreven|skriv|автор", RegexOptions.IgnoreCase)]
    private static partial Regex SaysWritten();
}
