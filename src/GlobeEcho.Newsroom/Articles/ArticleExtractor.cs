using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GlobeEcho.Newsroom.Text;
using SmartReader;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>From a page to its article. Pure and thread-safe; whatever the page, the answer is a result.</summary>
public static class ArticleExtractor
{
    /// <summary>Characters of a page that are read; news pages with all their scripts stay well below.</summary>
    public const int LargestPage = 10_000_000;

    /// <summary>A text shorter than this, in characters, is a teaser, a video's caption or a wall.</summary>
    public const int ShortestText = 200;

    /// <param name="contentType">The whole header, with its charset; null when there was none.</param>
    /// <param name="address">Where the page was fetched; its links and its date are read against it.</param>
    public static ExtractionResult Extract(ReadOnlySpan<byte> page, string? contentType, Uri? address) =>
        page.Length > LargestPage
            ? new ExtractionResult.NotAnArticle($"The page is larger than {LargestPage:N0} bytes.")
            : Extract(PageDecoder.Decode(page, contentType), address);

    public static ExtractionResult Extract(string html, Uri? address)
    {
        if (html.Length > LargestPage)
            return new ExtractionResult.NotAnArticle($"The page is larger than {LargestPage:N0} characters.");
        if (string.IsNullOrWhiteSpace(html))
            return new ExtractionResult.NotAnArticle("The page is empty.");
        if (PageTree.SourceDepth(html) > PageTree.DeepestNesting * 4)
            return TooDeep;
        var page = new HtmlParser().ParseDocument(html.Replace("\0", "", StringComparison.Ordinal));
        return PageTree.IsTooDeep(page) ? TooDeep : Read(page, address);
    }

    /// <summary>The plain text of a piece of HTML, as feeds carry it: paragraphs divided by one empty line, without its furniture.</summary>
    public static string Text(string html)
    {
        if (html.Length > LargestPage || PageTree.SourceDepth(html) > PageTree.DeepestNesting * 4)
            return "";
        var page = new HtmlParser().ParseDocument(html);
        if (page.Body is null || PageTree.IsTooDeep(page))
            return "";
        PageFurniture.Remove(page.Body);
        return BodyText.Write(page.Body);
    }

    private static ExtractionResult.NotAnArticle TooDeep => new("The page is nested too deeply.");

    private static ExtractionResult Read(IHtmlDocument page, Uri? address)
    {
        var (article, description, linkedBody) = MetadataReader.Read(page, address);
        if (page.Body is { } body)
            PageFurniture.Remove(body);
        var text = "";
        string? fault = null;
        try
        {
            text = MainText(page, address);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library's own failure on one page must not cost more than the page.
            fault = $"The page could not be read: {e.GetType().Name}: {e.Message}";
        }

        if (linkedBody is not null && linkedBody.Length > ShortestText && linkedBody.Length > 2 * text.Length)
            text = Text(linkedBody.Contains('<') ? linkedBody : linkedBody.Replace("\n", "<br><br>", StringComparison.Ordinal));
        article = article with { Text = text, Language = LanguageGuess.Of(text) ?? article.Language };
        if (fault is not null && text.Length < ShortestText)
            return new ExtractionResult.NotAnArticle(fault, article);
        if (text.Length < ShortestText && !(IsDense(text) && text.Length >= ShortestText / 3))
            return new ExtractionResult.NotAnArticle($"Too little text: {text.Length} characters.", article);
        return article.Headline.Length == 0
            ? new ExtractionResult.NotAnArticle("The page has no headline.", article)
            : new ExtractionResult.Extracted(article);
    }

    private static string MainText(IHtmlDocument page, Uri? address)
    {
        string? text = null;
        using var reader = new Reader((address ?? new Uri("http://localhost/")).AbsoluteUri, page) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(content => text = BodyText.Write(content));
        reader.GetArticle();
        return text ?? "";
    }

    /// <summary>Chinese, Japanese and Korean say in a third of the characters what others do.</summary>
    private static bool IsDense(string text) => text.Count(c => c >= '\u2E80') > text.Length / 3;
}
