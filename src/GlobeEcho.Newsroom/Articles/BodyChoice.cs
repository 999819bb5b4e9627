using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Chooses the article's blocks among a page's, and its linked data instead where the page shows far less.</summary>
internal static partial class BodyChoice
{
    // Where less of the page's prose than this is chosen, what is called by misleading names was left out.
    private const double LeastShare = 0.1;

    // Log odds a little under even: on sites left out what is missed costs more than what is taken in vain.
    private const float Likely = -0.15f;

    // On a page of so few lines the weights, learned on whole pages, have little to go by: its sentences are its text.
    private const int SmallPage = 12;

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
        var isSmall = scores.Length <= SmallPage;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] > Likely || (isSmall && page.Sums.IsProse[i])) || IsFurniture(page, i) || IsLabel(page.List.TextOf(i)))
                continue;
            chosen.Add(i);
            prose += page.Sums.IsProse[i] ? page.Sums.Weight[i] : 0;
        }

        if (prose >= LeastShare * page.Sums.AllProse || page.Sums.Heart < 0)
            return Opening.Trim(page, chosen);
        var (heart, end) = (page.Sums.Heart, page.List.Tree.Nodes[page.Sums.Heart].End);
        return Enumerable.Range(0, scores.Length).Where(i => page.Sums.IsProse[i] && page.List.Blocks[i].Node >= heart && page.List.Blocks[i].Node < end).ToList();
    }

    /// <summary>What no article says of itself, however it is set: the label over an advertisement, what an old page lets its reader do, whose picture it is.</summary>
    private static bool IsLabel(ReadOnlySpan<char> line)
    {
        const int Longest = 200;
        return line.Length <= Longest && (AdLabel().IsMatch(line) || Actions().IsMatch(line) || Credit().IsMatch(line));
    }

    /// <summary>What stands beside the text by its element and says by its words why: a letter to sign up for, a list of others, rights, consent.</summary>
    private static bool IsFurniture(StudiedPage page, int block)
    {
        const int Longest = 300;
        const Marks Beside = Marks.TagAside | Marks.TagNav | Marks.TagFooter | Marks.TagForm | Marks.Popup | Marks.Consent;
        const PhraseKind Furniture = PhraseKind.Letter | PhraseKind.Related | PhraseKind.Share | PhraseKind.Advert | PhraseKind.Consent | PhraseKind.Legal;
        ref readonly var at = ref page.List.Blocks[block];
        if (at.Length > Longest)
            return false;
        var around = at.Node < 0 ? Marks.None : page.List.Around[at.Node];
        // The foot of a page; an article's and a quotation's own are another matter.
        if ((around & Marks.TagFooter) != 0 && (around & (Marks.TagArticle | Marks.TagQuote)) == 0)
            return true;
        return ((around & Beside) != 0 && (page.Sums.Phrases[block] & Furniture) != 0)
            || IsRights(page, block) || (at.Tag is Tag.Td or Tag.Div && AdBox().IsMatch(page.List.TextOf(block)));
    }

    /// <summary>A line about rights, or one of the few below it in the same small box.</summary>
    private static bool IsRights(StudiedPage page, int block)
    {
        const int Below = 3;
        var (list, sums) = (page.List, page.Sums);
        if (list.TextOf(block).Contains('©'))
            return true;
        var box = list.Blocks[block].Node is var node and >= 0 ? list.Tree.Nodes[node].Parent : -1;
        if (box < 0 || 4 * sums.Prose[box] > sums.AllProse)
            return false;
        for (var i = block - 1; i >= Math.Max(0, block - Below) && list.Blocks[i].Node >= box; i--)
        {
            if (list.TextOf(i).Contains('©'))
                return true;
        }

        return false;
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

    [GeneratedRegex(@"^(?:advertisement|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklama|реклама|广告|広告)\b[^.!?]{0,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex AdLabel();

    [GeneratedRegex(@"^(?:advertisement|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklama)\b.{0,60}$", RegexOptions.IgnoreCase)]
    private static partial Regex AdBox();

    // "[ Print ] [ Send ]".
    [GeneratedRegex(@"^(?:\s*\[[^\[\]]{2,40}\]\s*){2,}$")]
    private static partial Regex Actions();

    [GeneratedRegex(@"\b(?:photo|foto|grafik|graphic|illustration|artwork|bild|image)s?\s?:\s?\p{Lu}[\p{L} ./&'’-]{1,40}\)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();
}
