using GlobeEcho.Newsroom.Articles.Blocks;
using GlobeEcho.Newsroom.Articles.Pages;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Finds the article in a page. Pure and thread-safe; its time is bounded for any page.</summary>
public static class ArticleExtractor
{
    // Above what any page of the press needs: the largest of 1,500 measured has 3 MB and 30,000 elements.
    private const int LongestPage = 12_000_000;

    // An announcement of two sentences is an article; a teaser or an error page rarely has as much.
    public const int ShortestText = 250;
    private const int SentenceLength = 40;

    /// <param name="contentType">The whole header, with its charset; null when the server sent none.</param>
    public static ExtractionResult Extract(ReadOnlySpan<byte> page, string? contentType, Uri address) =>
        Extract(PageEncoding.Decode(page, contentType), address);

    public static ExtractionResult Extract(string html, Uri address)
    {
        if (html.Length > LongestPage)
            return new ExtractionResult.NotAnArticle($"The page has more than {LongestPage:N0} characters.");
        var page = StudiedPage.Of(html, address);
        var paragraphs = Enumerable.Range(0, page.List.Blocks.Length).Where(i => page.Sums.IsProse[i]).Select(i => page.List.TextOf(i).ToString()).ToList();
        var text = string.Join("\n\n", paragraphs);
        var found = Found(page.Facts, text);
        return text.Length < ShortestText && paragraphs.Count(p => p.Length >= SentenceLength) <= 1
            ? new ExtractionResult.NotAnArticle(text.Length == 0 ? "The page has no text." : "The page has too little text.", found)
            : new ExtractionResult.Extracted(found);
    }

    /// <summary>The plain text of a piece of HTML all of which is wanted, such as a feed's content.</summary>
    public static string TextOf(string html)
    {
        if (html.Length > LongestPage)
            return "";
        var list = BlockReader.Read(PageParser.Parse(html));
        return string.Join("\n\n", Enumerable.Range(0, list.Blocks.Length).Select(i => list.TextOf(i).ToString()));
    }

    private static ExtractedArticle Found(PageFacts facts, string text)
    {
        var language = facts.Language is { } said && !LanguageGuess.Knows(said) ? said : LanguageGuess.Of(text) ?? facts.Language;
        return new ExtractedArticle(facts.Headline, facts.Byline, facts.Published, facts.Modified, language, facts.LeadImage, facts.Section, facts.Canonical, text);
    }
}
