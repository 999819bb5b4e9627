using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GlobeEcho.Newsroom.Text;
using SmartReader;

namespace GlobeEcho.Newsroom.Articles;

/// <summary>Finds the article in a page. Pure and thread-safe; its time is bounded for any page.</summary>
public static partial class ArticleExtractor
{
    // Above what any page of the press needs: the largest of 1,500 measured has 3 MB and 30,000 elements.
    private const int LongestPage = 12_000_000;
    private const int MostElements = 60_000;

    // An announcement of two sentences is an article; a teaser or an error page rarely has as much.
    public const int ShortestText = 250;
    private const int SentenceLength = 40;

    // Where less of the page's prose than this is found, the text was taken for furniture.
    private const double LeastShare = 0.1;

    static ArticleExtractor()
    {
        // The rendered text and the HTML are not taken from the library: building them costs a tenth of its time.
        SmartReader.Article.Serializer = _ => "";
        SmartReader.Article.Converter = _ => "";
    }

    /// <param name="contentType">The whole header, with its charset; null when the server sent none.</param>
    public static ExtractionResult Extract(ReadOnlySpan<byte> page, string? contentType, Uri address) =>
        Extract(PageEncoding.Decode(page, contentType), address);

    public static ExtractionResult Extract(string html, Uri address)
    {
        if (html.Length > LongestPage)
            return new ExtractionResult.NotAnArticle($"The page has more than {LongestPage:N0} characters.");
        if (PageTree.SourceDepth(html) > PageTree.DeepestSource)
            return new ExtractionResult.NotAnArticle("The page is nested too deeply.");
        using var document = new HtmlParser().ParseDocument(html);
        if (PageTree.IsTooDeep(document))
            return new ExtractionResult.NotAnArticle("The page is nested too deeply.");
        if (PageTree.Elements(document).Skip(MostElements).Any())
            return new ExtractionResult.NotAnArticle($"The page has more than {MostElements:N0} elements.");

        var facts = MetadataReader.Read(new PageScan(document), address);
        Furniture.Clear(document);
        var prose = Furniture.Prose(document);
        IReadOnlyList<string> paragraphs;
        try
        {
            paragraphs = PageTree.IsTooWide(document) ? Heart(document) : MainText(document, address);
        }
        // The library walks trees it did not expect into null references and worse; the page is then told apart, not the program ended.
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or ArgumentException or DomException or IndexOutOfRangeException or FormatException)
        {
            return new ExtractionResult.NotAnArticle($"The page could not be read: {e.Message}", Found(facts, ""));
        }

        if (paragraphs.Sum(p => p.Length) < LeastShare * prose)
        {
            // From a new parse: the library has used the first one up.
            using var again = new HtmlParser().ParseDocument(html);
            Furniture.Clear(again);
            paragraphs = Heart(again);
        }

        paragraphs = Opening.Trim(paragraphs, facts);
        var text = Body(paragraphs, facts);
        var found = Found(facts, text);
        return text.Length < ShortestText && paragraphs.Count(p => p.Length >= SentenceLength) <= 1
            ? new ExtractionResult.NotAnArticle(text.Length == 0 ? "The page has no text." : "The page has too little text.", found)
            : new ExtractionResult.Extracted(found);
    }

    /// <summary>The plain text of a piece of HTML all of which is wanted, such as a feed's content.</summary>
    public static string TextOf(string html)
    {
        if (html.Length > LongestPage || PageTree.SourceDepth(html) > PageTree.DeepestSource)
            return "";
        using var document = new HtmlParser().ParseDocument(html);
        if (PageTree.IsTooDeep(document) || document.Body is not { } body)
            return "";
        Furniture.Tidy(body);
        return ParagraphWriter.Write(body);
    }

    private static IReadOnlyList<string> MainText(IHtmlDocument document, Uri address)
    {
        IReadOnlyList<string> paragraphs = [];
        using var reader = new Reader(address.AbsoluteUri, document)
        {
            DisableJSONLD = true,
            KeepClasses = true,
            MaxElemsToParse = 0,
            ContinueIfNotReadable = true,
        };
        reader.AddCustomOperationEnd(element =>
        {
            Furniture.Tidy(element);
            paragraphs = ParagraphWriter.Paragraphs(element).Where(p => !IsAdLabel(p) && !Actions().IsMatch(p)).ToList();
        });
        reader.GetArticle();
        return paragraphs;
    }

    /// <summary>All of the element that holds most of the prose.</summary>
    private static IReadOnlyList<string> Heart(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return [];
        var heart = Furniture.Heart(body);
        Furniture.Tidy(heart);
        return ParagraphWriter.Paragraphs(heart);
    }

    /// <summary>The label a paper sets over an advertisement, which stands in its own block.</summary>
    private static bool IsAdLabel(string paragraph) => paragraph.Length < 50
        && AdLabels.Any(l => paragraph.StartsWith(l, StringComparison.OrdinalIgnoreCase) && (paragraph.Length == l.Length || !char.IsLetter(paragraph[l.Length])))
        && paragraph[^1] is not ('.' or '!' or '?');

    // "[ Print ] [ Send ]": what an old page lets its reader do.
    [GeneratedRegex(@"^(?:\s*\[[^\[\]]{2,40}\]\s*){2,}$")]
    private static partial Regex Actions();

    private static string[] AdLabels { get; } = ["advertisement", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie", "annons", "annonse", "annonce", "reklama"];

    /// <summary>The page's text; what its JSON-LD gives as the text only where the page shows far less.</summary>
    private static string Body(IReadOnlyList<string> paragraphs, PageFacts facts)
    {
        var shown = string.Join("\n\n", paragraphs);
        if (facts.Body is not { Length: > 500 } body || shown.Length > body.Length / 3)
            return shown;
        return body.Contains("<p", StringComparison.OrdinalIgnoreCase) ? TextOf(body)
            : string.Join("\n\n", body.Split('\n').Select(ParagraphWriter.Fold).Where(l => l.Length > 0));
    }

    private static ExtractedArticle Found(PageFacts facts, string text)
    {
        var language = facts.Language is { } said && !LanguageGuess.Knows(said) ? said : LanguageGuess.Of(text) ?? facts.Language;
        return new ExtractedArticle(facts.Headline, facts.Byline, facts.Published, facts.Modified, language, facts.LeadImage, facts.Section, facts.Canonical, text);
    }
}
