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
    private static readonly string[] WriterPaths = ["/author/", "/authors/", "/autor", "/auteur", "/people/", "/staff/", "/profile/", "/profiles/", "/contributor", "/writers/", "/by/", "/journalist", "/redakt", "/team/", "/producers/"];

    /// <param name="site">The site's own name, which is no author; null when unknown.</param>
    /// <param name="host">Of the page's address, by which a house's name is known as well.</param>
    public static IReadOnlyList<string> Read(PageScan scan, JsonLd said, string? site, string host)
    {
        // A name both metas agree on is meant, be it a handle or a house.
        var agreed = scan.Meta("author") is { Length: > 1 and < 60 } author && author == scan.Meta("twitter:data1") ? Lines.Fold(author) : null;
        var told = Told(scan, said, site).Where(n => !IsHouse(n, site, host) || (n == agreed && n.Contains(' ')) || IsShown(scan, n) || (said.IsNews && said.AuthorsArePersons)).ToList();
        if (told.Count == 0 && agreed is not null && !(IsHouse(agreed, site, host) && !agreed.Contains(' ')))
            told.Add(agreed);
        var signed = Signed(scan, site);
        if (told.Count > 0)
            return Better(scan, told, signed, site, host);
        if (said.IsNews && HouseOf(scan, said) is { } agency && signed.Count == 0)
            return [agency];
        if (signed.Count > 0)
            return signed;
        foreach (var mark in scan.AuthorMarks.Where(m => (scan.List.Around[m] & Others) == 0).Take(MostMarks))
        {
            if (Shown(scan, mark, site) is { Count: > 0 } shown)
                return shown;
        }

        if (BareName(scan, site) is { Count: > 0 } bare)
            return bare;
        if (Linked(scan, site, host) is { Count: > 0 } writer)
            return writer;
        return Anywhere(scan, site) is { Count: > 0 } elsewhere ? elsewhere
            : HouseOf(scan, said) is { } house && (said.IsNews || IsShown(scan, house)) ? [house] : [];
    }

    /// <summary>The names a page tells machines, unless it shows others where its readers look for them.</summary>
    private static IReadOnlyList<string> Better(PageScan scan, List<string> told, IReadOnlyList<string> signed, string? site, string host)
    {
        if (signed.Count == 0 || told.Any(n => signed.Contains(n, StringComparer.OrdinalIgnoreCase)) && told.Count >= signed.Count)
            return told;
        var isHidden = !told.Any(n => IsShown(scan, n));
        var isPart = told.All(n => signed.Contains(n, StringComparer.OrdinalIgnoreCase)) && signed.All(n => n.Contains(' '));
        return isPart || isHidden || told.All(n => IsHouse(n, site, host)) ? signed : told;
    }

    /// <summary>What linked data, metas and marked properties name, the first that names anybody.</summary>
    private static List<string> Told(PageScan scan, JsonLd said, string? site)
    {
        if (Names(said.Authors, said.AuthorsArePersons ? null : site) is { Count: > 0 } linked)
            // An agency that a paper names beside its own writer has written with them.
            return said.IsNews ? [.. linked, .. said.Authors.Where(BylineParser.IsAgency).Except(linked)] : linked;
        foreach (var meta in Metas)
        {
            if (Names([scan.Meta(meta)], site) is { Count: > 0 } given)
                return given;
        }

        // A convention of previews in chats: a label and what it labels.
        if (scan.Meta("twitter:label1") is { } label && SaysWritten().IsMatch(label) && Names([scan.Meta("twitter:data1")], site) is { Count: > 0 } labelled)
            return labelled;
        return Properties(scan, site);
    }

    /// <summary>Whether a name is the house's own: the site's, the host's, or one with a word such as "Inc".</summary>
    private static bool IsHouse(string name, string? site, string host)
    {
        var compact = Headlines.Compact(name);
        return (site is not null && Headlines.SameName(name, site)) || HouseWord().IsMatch(name)
            || (!name.Contains(' ') && compact.Length >= 3 && host.Split('.').Any(l => Headlines.Compact(l) == compact));
    }

    /// <summary>A name alone, or with a date, in the first lines under the heading, where a date or a reading time stands beside it.</summary>
    private static List<string> BareName(PageScan scan, string? site)
    {
        const int Deepest = 5;
        var lines = scan.NearHeading;
        for (var i = 0; i < Math.Min(Deepest, lines.Count); i++)
        {
            if (Tags.IsHeading(scan.List.Blocks[scan.BesideHeading[i]].Tag) || NameThenDay().Match(lines[i]) is not { Success: true } found)
                continue;
            var isDated = IsDated(lines[i]) || (i > 0 && IsDated(lines[i - 1]) && (char.IsDigit(lines[i - 1][0]) || DateParser.IsDayOrMonth(lines[i - 1].Split(' ')[0]))) || (i + 1 < lines.Count && IsDated(lines[i + 1]));
            if (isDated && !scan.Title.Contains(found.Groups[1].Value, StringComparison.OrdinalIgnoreCase) && Names(found.Groups[1].Value.Split('/'), site) is { Count: > 0 } names)
                return names;
        }

        return [];
    }

    private static bool IsDated(string line) => line.Length < 60 && DateParser.InWords(line, monthFirst: true) is not null;

    /// <summary>The first link to a page about a writer that is not in a list of others.</summary>
    private static List<string> Linked(PageScan scan, string? site, string host)
    {
        var nodes = scan.Tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Tag != Tag.A || (scan.List.Around[i] & (Others | Marks.Card)) != 0 || scan.Tree.Attribute(i, "href") is not { } to
                || !WriterPaths.Any(p => to.Contains(p, StringComparison.OrdinalIgnoreCase))
                || (Uri.TryCreate(to, UriKind.Absolute, out var away) && !IsKin(away.Host, host)))
                continue;
            var text = scan.Tree.TextOf(i, 100);
            if (Names([text], site) is { Count: > 0 } names)
                return names;
            if (IsCollective().IsMatch(text))
                return Collective(text);
        }

        return [];
    }

    /// <summary>Whether two hosts may be one publisher's: a page at hand has none of its own.</summary>
    private static bool IsKin(string a, string b) =>
        b.EndsWith(".invalid", StringComparison.Ordinal) || string.Join('.', a.Split('.').TakeLast(2)).Equals(string.Join('.', b.Split('.').TakeLast(2)), StringComparison.OrdinalIgnoreCase);

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
            if (SaysBy().IsMatch(line) && char.IsUpper(line[0]) && !Glued().IsMatch(line) && Names(Parts(line).Take(1), site) is { Count: > 0 } names)
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
        var found = Names(Parts(line), site);
        // "Wellness & Prevention" is a section.
        if (found.Count > 1 && !found.Any(n => n.Contains(' ')) && !SaysBy().IsMatch(line))
            return [];
        return found.Count > 0 ? found : SaysBy().IsMatch(line) || IsCollective().IsMatch(line) ? Collective(line) : [];
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

    /// <summary>The agency, house or handle the page names to machines where nobody signs; null when there is none.</summary>
    private static string? HouseOf(PageScan scan, JsonLd said) => said.Authors.Append(scan.Meta("author")).Select(BylineParser.House).FirstOrDefault(h => h is not null);

    private static bool IsShown(PageScan scan, string name) =>
        scan.NearHeading.SelectMany(Parts).Any(l => l.StartsWith(name, StringComparison.OrdinalIgnoreCase) && l.Length < name.Length + 40
            || (SaysBy().Match(l) is { Success: true } by && by.Value.Contains(name, StringComparison.OrdinalIgnoreCase)))
        || scan.AuthorMarks.Take(MostMarks).Any(m => scan.Tree.TextOf(m, 200).Contains(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Parts(string line) => line.Split('|', '·', '•', '⋅', '●').Select(p => p.Trim()).Where(p => p.Length > 0);

    private static List<string> Names(IEnumerable<string?> bylines, string? site) =>
        bylines.SelectMany(b => BylineParser.Parse(b, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(12).ToList();

    [GeneratedRegex(@"^(?:(?:written|posted|authored|published|words|story|article|reported|text|texte)\s+by|by|von|par|por|di|door|av|af|текст|автор)\s*:?\s+(\p{Lu}.*)", RegexOptions.IgnoreCase)]
    private static partial Regex SaysBy();

    [GeneratedRegex(@"^(?:(?:written|posted|authored|article|words|story|published)\s+by|by|author|autor|von|contributors?)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyBy();

    [GeneratedRegex(@"^(?:the )?[\p{L}&.' -]{2,30} (?:team|staff|editors|editorial|redaktion|contributors?)$", RegexOptions.IgnoreCase)]
    private static partial Regex IsCollective();

    [GeneratedRegex(@"\b(?:inc|llc|ltd|gmbh|corp|corporation|pc|official|team|staff|store|editorial|editors|newsroom|redaktion|agency|magazine|university|foundation|association)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HouseWord();

    [GeneratedRegex(@"^(\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:de|da|del|van|von|der|den|la|le|bin|al|el|di)\s+)*\p{Lu}[\p{L}.'’-]*){1,3}(?:\s*/\s*\p{Lu}[\p{L}.'’ -]{3,30})?)(?:\s+(?:\p{L}{3,9}\.?\s+)?\d{1,2}[\s.,].*|\s*,?\s*\d.*|\s+(?:in|on)\s.*|\s*[|·•●–-].*)?$")]
    private static partial Regex NameThenDay();

    // Two lines of a menu with nothing between them.
    [GeneratedRegex(@"\p{Ll}{4}\p{Lu}\p{Ll}")]
    private static partial Regex Glued();

    [GeneratedRegex(@"written by|author|verfasst|geschrieben|écrit|escrito|scritto|geschreven|skriv|автор", RegexOptions.IgnoreCase)]
    private static partial Regex SaysWritten();
}
