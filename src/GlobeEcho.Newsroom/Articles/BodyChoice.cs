using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Chooses the article's blocks among a page's, and its linked data instead where the page shows far less.</summary>
internal static class BodyChoice
{
    // Where less of the page's prose than this is chosen, what is called by misleading names was left out.
    private const double LeastShare = 0.1;

    public static ArticleBody Of(StudiedPage page, float[] scores)
    {
        var chosen = Chosen(page, scores);
        var body = BodyWriter.Write(page.List, chosen);
        return page.Facts.Body is { Length: > 500 } said && body.Text.Length < said.Length / 3 ? Said(said) : body;
    }

    private static List<int> Chosen(StudiedPage page, float[] scores)
    {
        var chosen = new List<int>();
        var prose = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0)
                continue;
            chosen.Add(i);
            prose += page.Sums.IsProse[i] ? page.Sums.Weight[i] : 0;
        }

        if (prose >= LeastShare * page.Sums.AllProse || page.Sums.Heart < 0)
            return Opening.Trim(page, chosen);
        var (heart, end) = (page.Sums.Heart, page.List.Tree.Nodes[page.Sums.Heart].End);
        return Enumerable.Range(0, scores.Length).Where(i => page.Sums.IsProse[i] && page.List.Blocks[i].Node >= heart && page.List.Blocks[i].Node < end).ToList();
    }

    private static ArticleBody Said(string body) => body.Contains("<p", StringComparison.OrdinalIgnoreCase)
        ? Whole(body)
        : BodyWriter.Write(body.Split('\n').Select(Lines.Fold).Where(l => l.Length > 0));

    /// <summary>All the text of a piece of HTML.</summary>
    public static ArticleBody Whole(string html)
    {
        var list = BlockReader.Read(PageParser.Parse(html));
        return BodyWriter.Write(list, Enumerable.Range(0, list.Blocks.Length));
    }
}
