using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Finds when a page was published and changed: linked data, metas, marked elements, the address, and what it shows beside its heading.</summary>
internal static partial class DayReader
{
    private static readonly string[] Published =
    [
        "article:published_time", "article:published", "og:published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
        "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publication_date",
        "publisheddate", "published", "pubdate", "date",
    ];

    private const Marks Others = Marks.TagAside | Marks.TagNav | Marks.TagFooter | Marks.Related | Marks.Newsletter | Marks.Comments | Marks.Sidebar | Marks.Trending | Marks.Consent;

    public static (DateTimeOffset? Published, DateTimeOffset? Modified) Read(PageScan scan, JsonLd said, Uri address, bool isSigned)
    {
        var modified = DateParser.Machine(said.Modified) ?? DateParser.Machine(scan.Meta("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified"));
        var inAddress = DateParser.InAddress(address);
        // Systems give every page a day, and those that are kept up for years show none.
        var isTimeless = said.IsPublishedAsPage && !isSigned && Metas(scan) is null && inAddress is null && Shown(scan) is null;
        if (isTimeless || Machine(scan, said) is not { } published)
            return (inAddress ?? Shown(scan) ?? Labelled(scan), modified);
        // A text taken over from elsewhere, or moved to a new system, shows the day it was first published; systems tell machines the day it came to them.
        if (!said.IsNews && BesideHeading(scan) is { } shown && shown.Date < published.Date)
            return (OnShownDay(published, shown), modified);
        return (DateParser.InFolders(address) is { } day ? OnItsDay(published, day) : published, modified);
    }

    private static DateTimeOffset OnShownDay(DateTimeOffset moment, DateTimeOffset shown)
    {
        if (moment.Date == shown.Date)
            return moment;
        var own = OnItsDay(moment, shown);
        return own.Date == shown.Date ? own : shown;
    }

    /// <summary>The first day in the lines beside the heading that is not called the day of a change.</summary>
    private static DateTimeOffset? BesideHeading(PageScan scan)
    {
        var lines = scan.NearHeading;
        for (var i = 0; i < lines.Count; i++)
        {
            if (DateParser.InWords(lines[i], IsAmerican(scan)) is { } day
                && !SaysChanged().IsMatch(lines[i]) && !(i > 0 && lines[i - 1].Length < 30 && SaysChanged().IsMatch(lines[i - 1])))
                return day;
        }

        return null;
    }

    /// <summary>A day with a word that says what it is, wherever in the page it stands but in a list of others; some pages have it at their foot.</summary>
    private static DateTimeOffset? Labelled(PageScan scan)
    {
        const int Longest = 100;
        var blocks = scan.List.Blocks;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Length > Longest || (blocks[i].Node >= 0 && IsAnothers(scan, blocks[i].Node)))
                continue;
            var line = scan.List.TextOf(i).ToString();
            if (!SaysPublished().IsMatch(line))
                continue;
            if ((DateParser.InWords(line, IsAmerican(scan)) ?? (i + 1 < blocks.Length && line.Length < 30 && blocks[i + 1].Length < 40 ? DateParser.InWords(scan.List.TextOf(i + 1).ToString(), IsAmerican(scan)) : null)) is { } day)
                return day;
        }

        return null;
    }

    /// <summary>A moment given in UTC belongs to the day the address names where it is the day next to it; the moment stays the same.</summary>
    private static DateTimeOffset OnItsDay(DateTimeOffset published, DateTimeOffset day)
    {
        if (published.Offset != TimeSpan.Zero || published.TimeOfDay == TimeSpan.Zero)
            return published;
        var distance = (day.Date - published.Date).TotalDays;
        if (distance == -1 && published.Hour < 12)
            return published.ToOffset(TimeSpan.FromHours(-(published.Hour + 1)));
        return distance == 1 && published.Hour >= 10 ? published.ToOffset(TimeSpan.FromHours(24 - published.Hour)) : published;
    }

    private static DateTimeOffset? Machine(PageScan scan, JsonLd said)
    {
        if (DateParser.Machine(said.Published) is { } linked)
            return linked;
        return Metas(scan) ?? scan.Properties.Where(p => p.Name.Contains("datePublished", StringComparison.OrdinalIgnoreCase)).Select(p => OfElement(scan, p.Node)).FirstOrDefault(d => d is not null);
    }

    private static DateTimeOffset? Metas(PageScan scan) =>
        Published.Select(name => DateParser.Machine(scan.Meta(name))).FirstOrDefault(d => d is not null) ?? scan.PublishedMetas.Select(DateParser.Machine).FirstOrDefault(d => d is not null);

    /// <summary>The first day the page shows as its own: in a time element, an element called a date, or a line beside the heading.</summary>
    private static DateTimeOffset? Shown(PageScan scan)
    {
        foreach (var node in scan.Times.Concat(scan.DateMarks).Where(n => n < scan.Tree.Count / 2 && !IsAnothers(scan, n)).Take(20))
        {
            if (OfElement(scan, node) is { } shown)
                return shown;
        }

        foreach (var line in scan.NearHeading)
        {
            if (DateParser.InWords(line, IsAmerican(scan)) is { } beside)
                return beside;
        }

        return null;
    }

    /// <summary>Whether an element belongs to a list of others or to a comment.</summary>
    private static bool IsAnothers(PageScan scan, int node) =>
        (scan.List.Around[node] & Others) != 0 || scan.Tree.IsInside(node, n => scan.Tree.Nodes[n].Tag == Tag.Li && (scan.List.Around[n] & (Marks.Meta | Marks.Author)) == 0);

    private static DateTimeOffset? OfElement(PageScan scan, int node) =>
        DateParser.Machine(scan.Tree.Attribute(node, "datetime") ?? scan.Tree.Attribute(node, "content"))
        ?? (scan.Tree.TextOf(node, 300) is { Length: < 200 } text ? DateParser.InWords(text, IsAmerican(scan)) : null);

    private static bool IsAmerican(PageScan scan) => scan.Language is null or "en" || scan.Language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:updated?|modified|revised|reviewed|edited|last|aktualisiert|geändert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|обновлено)", RegexOptions.IgnoreCase)]
    private static partial Regex SaysChanged();

    [GeneratedRegex(@"^(?:first |originally )?(?:published|posted|publication date|publish date|date published|issued|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|offentliggjort|опубликовано|page last modified|last (?:updated|modified|reviewed))\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysPublished();
}
