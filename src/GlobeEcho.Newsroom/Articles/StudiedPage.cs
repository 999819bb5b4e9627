using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>All that is known of a page before its article is chosen: its blocks, its sums and what it says of itself.</summary>
internal sealed record StudiedPage(Uri Address, PageScan Scan, JsonLd Said, BlockList List, BlockSums Sums, PageFacts Facts, PageHints Hints)
{
    // Above what any page of the press needs: the most nodes of 1,500 measured is a tenth of this.
    private const int MostNodes = 400_000;

    public static StudiedPage Of(string html, Uri address)
    {
        var list = BlockReader.Read(PageParser.Parse(html, MostNodes));
        var scan = new PageScan(list);
        var said = JsonLd.Read(scan.Scripts);
        var facts = MetadataReader.Read(scan, said, address);
        return new StudiedPage(address, scan, said, list, new BlockSums(list), facts, HintsOf(scan, facts));
    }

    private static PageHints HintsOf(PageScan scan, PageFacts facts)
    {
        var blocks = scan.List.Blocks;
        var title = facts.Headline;
        var at = -1;
        for (var i = 0; i < blocks.Length && at < 0; i++)
        {
            if (blocks[i].Tag == Tag.H1 && title.Length > 0 && scan.List.TextOf(i).Contains(title, StringComparison.OrdinalIgnoreCase))
                at = i;
        }

        if (at < 0)
            at = Array.FindIndex(blocks, b => b.Tag == Tag.H1);
        return new PageHints(at, title, facts.Description, facts.Byline, facts.Body is { Length: > 200 } body ? Lines.Fold(body) : null);
    }
}
