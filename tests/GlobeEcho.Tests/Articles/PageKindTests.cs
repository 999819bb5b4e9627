using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

/// <summary>Pages of every kind, each written for this test as such pages are built.</summary>
public sealed class PageKindTests
{
    private const string Menu = """<header><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>""";
    private const string Foot = """<footer><p>© Harbour Post. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>""";

    private static readonly string[] Told =
    [
        "The old ferry between Nordhaven and the islands will run for another two years, the harbour board decided on Monday evening.",
        "Its engine had failed three times since January, and several families had spent a night on the pier waiting for help to come.",
        "\"We would rather mend what we have than wait for a ship nobody has paid for,\" said the board's chair, Ines Halvorsen, after the vote.",
        "The repair is expected to cost 1.4 million crowns, of which the county will bear a third once the plans have been looked through.",
        "Islanders had asked for a second crossing in the afternoon. The board put that question off until its meeting in the autumn.",
    ];

    [Fact]
    public void A_report_is_an_article() =>
        Assert.IsType<ExtractionResult.Extracted>(Read("/2026/05/ferry-runs-on", "Ferry runs on for two years", $"<article><h1>Ferry runs on for two years</h1>{Paragraphs(Told)}</article>"));

    [Fact]
    public void A_live_blog_is_one_by_its_linked_data()
    {
        var page = """<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Storm on the coast"}</script>"""
            + $"<main><h1>Storm on the coast</h1>{string.Concat(Told.Select((t, i) => $"<section><time>1{i}:05</time><p>{t}</p></section>"))}</main>";
        Assert.Equal(PageKind.LiveBlog, Kind("/live/storm", "Storm on the coast", page));
    }

    [Fact]
    public void A_section_front_is_a_listing()
    {
        var cards = string.Concat(Enumerable.Range(1, 18).Select(i =>
            $"""<article class="card"><h2><a href="/town/story-{i}">What the council did about matter number {i}</a></h2><p>A short word on matter {i}, which was on the table this week.</p></article>"""));
        Assert.Equal(PageKind.Listing, Kind("/section/town", "Town", $"""<main class="listing"><h1>Town</h1>{cards}</main>"""));
    }

    [Fact]
    public void A_thread_of_answers_is_a_forum()
    {
        var posts = string.Concat(Told.Select((t, i) => $"""<div class="post comment"><div class="author">boat_{i}</div><div class="date">Posted 1{i} May 2026</div><p>{t[..60]}</p><a href="#r{i}">Reply</a></div>"""));
        Assert.Equal(PageKind.Forum, Kind("/forum/viewtopic.php?t=81", "Anyone been on the old ferry? - Island forum", $"<h1>Anyone been on the old ferry?</h1>{posts}{posts}"));
    }

    [Fact]
    public void A_thing_for_sale_is_a_product()
    {
        const string Page = """
            <meta property="og:type" content="product"><div class="product"><h1>Deck lamp, brass</h1><span class="price">149.00</span><p>Warm light, sealed glass.</p>
            <ul><li>Height 21 cm</li><li>Weight 1.2 kg</li><li>Bulb E14</li></ul><a class="cart" href="/cart">Add to cart</a></div>
            """;
        Assert.Equal(PageKind.Product, Kind("/shop/deck-lamp", "Deck lamp, brass", Page));
    }

    [Fact]
    public void Pictures_with_a_line_each_are_a_gallery()
    {
        var pictures = string.Concat(Enumerable.Range(1, 12).Select(i => $"""<figure><img src="/p{i}.jpg"><figcaption>Picture {i} of 12</figcaption></figure>"""));
        Assert.Equal(PageKind.Gallery, Kind("/pictures/harbour-day", "Harbour day in pictures",
            $$"""<script type="application/ld+json">{"@type":"ImageGallery","name":"Harbour day"}</script><main><h1>Harbour day in pictures</h1>{{pictures}}</main>"""));
    }

    [Fact]
    public void A_film_with_a_line_of_text_is_a_video() =>
        Assert.Equal(PageKind.Video, Kind("/video/ferry", "Watch the ferry turn",
            """<meta property="og:type" content="video.other"><main><h1>Watch the ferry turn</h1><video src="/f.mp4"></video><p>The ferry turns in the narrow harbour.</p></main>"""));

    [Fact]
    public void A_page_that_asks_for_consent_is_a_wall() =>
        Assert.Equal(PageKind.Wall, Kind("/2026/05/ferry-runs-on", "Consent",
            "<main><h1>Your consent</h1><p>We and our partners store cookies on your device. Please accept or refuse them to go on.</p><a href=\"/ok\">Accept</a></main>"));

    [Fact]
    public void A_page_that_asks_for_a_login_is_a_wall() =>
        Assert.Equal(PageKind.Wall, Kind("/2026/05/ferry-runs-on", "Log in to read on",
            "<main><h1>Log in to read on</h1><p>This report is for readers with an account.</p><form><input name=mail></form></main>"));

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("Seite nicht gefunden")]
    [InlineData("Page introuvable")]
    [InlineData("Página no encontrada")]
    public void A_page_that_is_missing_is_an_error(string title) =>
        Assert.Equal(PageKind.Error, Kind("/2026/05/gone", title, $"<main><h1>{title}</h1><p>Go back to the front page or look for another word.</p></main>"));

    [Fact]
    public void A_report_about_consent_is_an_article()
    {
        string[] told = ["Parliament voted on Tuesday for a rule by which no page may ask for consent to cookies more than once in a year.", .. Told.Skip(1)];
        Assert.IsType<ExtractionResult.Extracted>(Read("/2026/05/cookie-vote", "Parliament votes to end the asking about cookies",
            $"<article><h1>Parliament votes to end the asking about cookies</h1>{Paragraphs(told)}</article>"));
    }

    [Fact]
    public void A_report_of_somebody_not_found_is_an_article() =>
        Assert.IsType<ExtractionResult.Extracted>(Read("/2026/05/captain", "Captain of the old ferry not found after a week of searching",
            $"<article><h1>Captain of the old ferry not found after a week of searching</h1>{Paragraphs(Told)}</article>"));

    [Fact]
    public void A_wall_of_many_words_is_still_a_wall()
    {
        var asked = string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>Purpose {i}: we ask for your consent to store cookies on this device and to read them again on later visits.</p>"));
        Assert.Equal(PageKind.Wall, Kind("/2026/05/ferry-runs-on", "Your consent", $"<main><h1>Your consent</h1>{asked}</main>"));
    }

    [Fact]
    public void A_report_with_comments_below_is_an_article_without_them()
    {
        var comments = """<section class="comments"><h3>Comments</h3>""" + string.Concat(Enumerable.Range(1, 5).Select(i => $"<div class=\"comment\"><b>reader{i}</b><p>I took that ferry in the year 200{i} and would do so again.</p></div>")) + "</section>";
        var found = Assert.IsType<ExtractionResult.Extracted>(Read("/2026/05/ferry-runs-on", "Ferry runs on for two years",
            $"<article><h1>Ferry runs on for two years</h1>{Paragraphs(Told)}</article>{comments}"));
        Assert.Contains("put that question off", found.Article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I took that ferry", found.Article.Text, StringComparison.Ordinal);
    }

    private static string Paragraphs(IEnumerable<string> texts) => string.Concat(texts.Select(t => $"<p>{t}</p>"));

    private static PageKind Kind(string path, string title, string main) => Read(path, title, main) switch
    {
        ExtractionResult.Extracted extracted => extracted.Article.Kind,
        ExtractionResult.NotAnArticle { Found: { } found } => found.Kind,
        var other => throw new InvalidOperationException($"The page came back as {other}."),
    };

    private static ExtractionResult Read(string path, string title, string main) => ArticleExtractor.Extract(
        $"<!DOCTYPE html><html lang=\"en\"><head><title>{title} | Harbour Post</title></head><body>{Menu}{main}{Foot}</body></html>", new Uri("https://harbour-post.example" + path));
}
