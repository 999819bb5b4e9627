using System.Text;
using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class ArticleExtractorTests
{
    private static readonly Uri Address = new("https://paper.example/2024/05/23/bridge-reopens");

    private const string First =
        "The bridge over the river reopened on Thursday morning after two winters of work, and the first to cross it was the baker who had waited longest.";

    private const string Second =
        "Engineers replaced every bearing and most of the deck, the council said, at a cost that was lower than the estimate it had published in the autumn.";

    private const string Third =
        "Buses will use the crossing again from Monday, while lorries must keep to the northern road until the last of the new joints has been tested.";

    [Fact]
    public void Text_is_the_paragraphs_of_the_story_and_nothing_around_them()
    {
        var article = Article(Page(
            $"<article><h1>Bridge reopens</h1><p>{First}</p><figure><img src=a.jpg><figcaption>The new deck at dawn</figcaption></figure><p>{Second}</p>"
            + "<div class='share-buttons'><a href='/s'>Share this</a></div>"
            + "<div class='related-articles'><h3>Related</h3><ul><li><a href='/1'>Ferry fares rise</a></li><li><a href='/2'>Tunnel plan dropped</a></li></ul></div>"
            + $"<p>{Third}</p><div class='newsletter-signup'><p>Get our letter every morning.</p></div></article>"));

        Assert.Equal($"{First}\n\n{Second}\n\n{Third}", article.Text);
    }

    [Fact]
    public void Paragraph_that_only_points_to_another_page_is_left_out()
    {
        var article = Article(Page($"<article><h1>Bridge reopens</h1><p>{First}</p><p>Read more: <a href='/x'>How the old bridge was closed</a></p><p>{Second}</p><p>{Third}</p></article>"));
        Assert.DoesNotContain("old bridge", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_is_single_within_a_paragraph()
    {
        var article = Article(Page($"<article><h1>Bridge reopens</h1><p>{First.Replace(" ", "\n\t ", StringComparison.Ordinal)}</p><p>{Second}</p></article>"));
        Assert.Equal($"{First}\n\n{Second}", article.Text);
    }

    [Fact]
    public void Lines_that_repeat_section_byline_and_date_are_left_out()
    {
        var page = Page($"<article><p>Town</p><h1>Bridge reopens</h1><p>By Ada Brandt, Town writer</p><p>Published: May 23, 2024, 5:40 p.m.</p><p>{First}</p><p>{Second}</p><p>Ada Brandt was there.</p></article>")
            .Replace("</head>", "<meta name=author content='Ada Brandt'></head>", StringComparison.Ordinal);
        Assert.Equal($"{First}\n\n{Second}\n\nAda Brandt was there.", Article(page).Text);
    }

    [Fact]
    public void Text_under_a_misleading_class_is_found_again()
    {
        var prose = string.Concat(new[] { First, Second, Third }.Select(p => $"<div class='entry-comment'><p>{p}</p></div>"));
        var article = Article(Page($"<div class='widget'>{prose}</div><div class='story'><p>A short standfirst of the page, with a comma, stands apart.</p></div>"));
        Assert.Contains(Second, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_only_the_linked_data_gives_is_taken()
    {
        var body = string.Join(' ', Enumerable.Repeat($"{First} {Second}", 3));
        var page = $"<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge reopens\",\"articleBody\":\"{body}\"}}</script></head><body><p>Loading</p></body></html>";
        Assert.Equal(body, Article(page).Text);
    }

    [Fact]
    public void Page_with_a_single_short_line_is_no_article()
    {
        var result = ArticleExtractor.Extract(Page("<h1>Not found</h1><p>There is no such page here.</p>"), Address);
        Assert.IsType<ExtractionResult.NotAnArticle>(result);
    }

    [Fact]
    public void Language_is_the_texts_own_where_the_page_is_wrong_about_it()
    {
        var german = "Die Brücke über den Fluss ist seit Donnerstag wieder offen, nachdem sie zwei Winter lang gesperrt war und die Stadt mit den Arbeiten nicht fertig wurde.";
        var article = Article(Page($"<article><h1>Brücke</h1><p>{german}</p><p>{german} Noch mehr.</p></article>").Replace("lang=en", "lang=en-US", StringComparison.Ordinal));
        Assert.Equal("de", article.Language);
    }

    [Fact]
    public void Feed_content_becomes_paragraphs()
    {
        Assert.Equal("One line.\n\nTwo lines, the second one.\n\nA point\n\nAnother", ArticleExtractor.TextOf("<p>One&nbsp;line.</p>Two lines,<br>the second one.<ul><li>A point<li>Another</ul>"));
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<p><font size=1>", 50_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<div><span>", 100_000)]
    public void Page_nested_beyond_measure_is_read_all_the_same(string tag, int times)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(tag, times)) + $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";
        Assert.Contains(Second, Found(page)?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_very_many_siblings_is_read()
    {
        var page = Page("<article>" + string.Concat(Enumerable.Range(1, 30_000).Select(i => $"<p>On day {i} of the works {First.ToLowerInvariant()}</p>")) + "</article>");
        Assert.StartsWith("On day 1 ", Found(page)?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_that_never_closes_and_null_characters_hide_nothing_before_them()
    {
        var article = Article($"<html><body><article><p>\0\0{First}</p><p>{Second}</p><p>{Third}</p></article><script>let a = '<p>" + new string('x', 500_000));
        Assert.Equal($"{First}\n\n{Second}\n\n{Third}", article.Text);
    }

    [Fact]
    public void Page_of_too_many_characters_is_refused_unparsed()
    {
        Assert.IsType<ExtractionResult.NotAnArticle>(ArticleExtractor.Extract(new string('<', 12_000_001), Address));
    }

    [Fact]
    public void Blocks_cover_the_text_and_say_what_each_was()
    {
        var article = Article(Page($"<article><h1>Bridge reopens</h1><p>{First}</p><h2>What it cost</h2><p>{Second}</p><ul><li>{Third}</li></ul><blockquote><p>{First} And more.</p></blockquote></article>"));
        Assert.Equal(
            [BodyBlockKind.Paragraph, BodyBlockKind.Heading, BodyBlockKind.Paragraph, BodyBlockKind.ListItem, BodyBlockKind.Quote],
            article.Body.Blocks.Select(b => b.Kind));
        Assert.Equal(article.Text, string.Join("\n\n", article.Body.Blocks.Select(b => b.Span.Of(article.Text))));
    }

    [Fact]
    public void Text_behind_a_wall_is_marked_as_partial()
    {
        var page = Page($"<article><h1>Bridge reopens</h1><p>{First}</p><p>{Second}</p><p>{Third}</p></article>")
            .Replace("</head>", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script></head>", StringComparison.Ordinal);
        Assert.True(Article(page).IsPartial);
    }

    [Fact]
    public void Place_a_report_opens_with_is_its_dateline()
    {
        var article = Article(Page($"<article><h1>Bridge reopens</h1><p>MINSK, Belarus (Wire) — {First}</p><p>{Second}</p><p>{Third}</p></article>"));
        Assert.Equal("MINSK, Belarus", article.Dateline);
    }

    [Fact]
    public void Page_that_says_it_is_missing_is_an_error()
    {
        var result = ArticleExtractor.Extract(Page("<h1>Page not found</h1><p>There is no such page here. Try the front page.</p>"), Address);
        Assert.Equal(PageKind.Error, Assert.IsType<ExtractionResult.NotAnArticle>(result).Found!.Kind);
    }

    [Fact]
    public void Page_of_teasers_is_a_list()
    {
        var teasers = string.Concat(Enumerable.Range(1, 40).Select(i => $"<div class='card'><h3><a href='/{i}'>Story number {i} of the day</a></h3><p>A line about it.</p></div>"));
        var result = ArticleExtractor.Extract(Page($"<main class='listing'><h1>Town</h1>{teasers}</main>"), new Uri("https://paper.example/category/town/"));
        Assert.Equal(PageKind.Listing, Assert.IsType<ExtractionResult.NotAnArticle>(result).Found!.Kind);
    }

    [Fact]
    public void Bytes_are_read_in_the_charset_they_are_in()
    {
        var page = Page($"<article><h1>Café</h1><p>{First} Café.</p><p>{Second}</p></article>");
        var result = ArticleExtractor.Extract(Encoding.Latin1.GetBytes(page), "text/html; charset=ISO-8859-1", Address);
        Assert.Contains("Café.", Assert.IsType<ExtractionResult.Extracted>(result).Article.Text, StringComparison.Ordinal);
    }

    /// <summary>What was read, be it judged an article or not.</summary>
    private static ExtractedArticle? Found(string page) => ArticleExtractor.Extract(page, Address) switch
    {
        ExtractionResult.Extracted(var article) => article,
        ExtractionResult.NotAnArticle(_, var found) => found,
        _ => null,
    };

    private static ExtractedArticle Article(string page) => Assert.IsType<ExtractionResult.Extracted>(ArticleExtractor.Extract(page, Address)).Article;

    private static string Page(string body) =>
        $"<!doctype html><html lang=en><head><title>Bridge reopens | The Paper</title></head><body><nav><a href='/'>Front page</a></nav>{body}<footer>All rights reserved</footer></body></html>";
}
