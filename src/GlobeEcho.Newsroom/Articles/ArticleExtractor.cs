using System.Text;
using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>
/// Finds the article in a page: text, headline, byline, dates and the rest. Pure and thread-safe; time and memory grow with the length of
/// the page and with nothing else. How it works stands in docs/extraction.md.
/// </summary>
public static class ArticleExtractor
{
    // Above what any page of the press needs: the largest of 1,500 measured has 3 MB.
    private const int LongestPage = 12_000_000;

    // A text behind a wall shows its first paragraphs.
    private const int LongestPart = 2500;

    /// <summary>As the other, of the bytes a server sent: the charset is found first.</summary>
    /// <param name="contentType">The whole header, with its charset; null when the server sent none.</param>
    public static ExtractionResult Extract(ReadOnlySpan<byte> page, string? contentType, Uri address) =>
        page.Length > 4 * LongestPage ? TooLong : Extract(PageEncoding.Decode(page, contentType), address);

    /// <summary>The article in a decoded page. Nothing is asked for from the network, and no page throws.</summary>
    /// <param name="html">The page as text; of more than 12 million characters nothing is read.</param>
    /// <param name="address">Where it came from: links are read against it, and its path may name the day.</param>
    /// <returns><see cref="ExtractionResult.Extracted"/>, or <see cref="ExtractionResult.NotAnArticle"/> with the reason and what was found all the same.</returns>
    public static ExtractionResult Extract(string html, Uri address)
    {
        if (html.Length > LongestPage)
            return TooLong;
        var page = StudiedPage.Of(Sound(html), address);
        var scores = BlockScorer.Score(page.List, page.Sums, page.Hints);
        var body = BodyChoice.Of(page, scores);
        var kind = PageJudgement.Of(page, scores, body);
        var article = Found(page, kind, body);
        return kind is PageKind.Article or PageKind.LiveBlog
            ? new ExtractionResult.Extracted(article)
            : new ExtractionResult.NotAnArticle(PageJudgement.Reason(kind), article);
    }

    /// <summary>The text of a piece of HTML all of which is wanted, such as a feed's content; empty when it is longer than a page may be.</summary>
    public static ArticleBody BodyOf(string html) => html.Length > LongestPage ? ArticleBody.Empty : BodyChoice.Whole(html);

    /// <summary>As <see cref="BodyOf"/>, without what its pieces are.</summary>
    public static string TextOf(string html) => BodyOf(html).Text;

    /// <summary>Halves of characters, which a decoded page cannot have and a string can, become replacement characters.</summary>
    private static string Sound(string html)
    {
        for (var i = 0; i < html.Length; i++)
        {
            var next = html.AsSpan(i).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
                return html;
            i += next;
            if (!char.IsHighSurrogate(html[i]) || i + 1 == html.Length || !char.IsLowSurrogate(html[i + 1]))
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(html));
            i++;
        }

        return html;
    }

    private static ExtractionResult TooLong => new ExtractionResult.NotAnArticle($"The page has more than {LongestPage:N0} characters.");

    private static ExtractedArticle Found(StudiedPage page, PageKind kind, ArticleBody body)
    {
        var facts = page.Facts;
        var language = facts.Language is { } said && !LanguageGuess.Knows(said) ? said : LanguageGuess.Of(body.Text) ?? facts.Language;
        var isPartial = body.Text.Length < LongestPart && (page.Said.IsFree == false || page.Scan.HasPaywall);
        var (caption, credit) = PictureReader.Read(page.Scan);
        return new ExtractedArticle(
            facts.Headline, facts.Byline, facts.Published, facts.Modified, language, facts.LeadImage, facts.Section, facts.Canonical, kind, isPartial, body)
        {
            Publisher = facts.Site,
            Keywords = MetadataReader.Keywords(page.Scan, page.Said),
            LeadImageCaption = caption,
            LeadImageCredit = credit,
        };
    }
}
