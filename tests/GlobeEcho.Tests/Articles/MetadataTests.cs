using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Tests.Articles;

public sealed class MetadataTests
{
    private static readonly Uri Address = new("https://www.riverpost.example/town/bridge-reopens");

    private const string Prose =
        "The bridge over the river reopened on Thursday morning after two winters of work, and the first to cross it was the baker who had waited longest.";

    [Fact]
    public void Linked_data_in_a_graph_is_read()
    {
        var found = Read(
            """
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"River Post"},
            {"@type":"Person","@id":"#ada","name":"Ada Brandt","url":"https://x"},
            {"@type":["NewsArticle"],"headline":"Bridge reopens","datePublished":"2024-05-23T08:15:00+02:00","articleSection":["Town","Roads"],
             "author":[{"@id":"#ada"},{"@type":"Person","name":"Joe Okoye"}],"image":{"url":"/bridge.jpg"}}]}</script>
            """,
            "");
        Assert.Equal(["Ada Brandt", "Joe Okoye"], found.Byline);
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 8, 15, 0, TimeSpan.FromHours(2)), found.Published);
        Assert.Equal(TimeSpan.FromHours(2), found.Published!.Value.Offset);
        Assert.Equal("Town", found.Section);
        Assert.Equal(new Uri("https://www.riverpost.example/bridge.jpg"), found.LeadImage);
    }

    [Fact]
    public void Linked_data_with_a_broken_string_still_gives_its_date()
    {
        var found = Read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"He said \"no\"\",\"datePublished\":\"2024-05-23\"}</script>", "");
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), found.Published);
    }

    [Fact]
    public void Metas_are_read_where_there_is_no_linked_data()
    {
        var found = Read(
            "<meta property='og:title' content='Bridge reopens - River Post'><meta property='article:published_time' content='2024-05-23T06:15:00Z'>"
            + "<meta name='author' content='By Ada Brandt'><meta property='og:image' content='https://img.example/a.jpg'>",
            "");
        Assert.Equal("Bridge reopens", found.Headline);
        Assert.Equal(["Ada Brandt"], found.Byline);
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 6, 15, 0, TimeSpan.Zero), found.Published);
    }

    [Fact]
    public void Visible_byline_and_date_are_read_where_the_page_marks_nothing()
    {
        var found = Read("", "<h1>Bridge reopens</h1><div>By Ada Brandt and Joe Okoye</div><div>May 23, 2024</div>");
        Assert.Equal(["Ada Brandt", "Joe Okoye"], found.Byline);
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), found.Published);
    }

    [Fact]
    public void Date_of_a_list_of_other_articles_is_not_this_ones()
    {
        var found = Read("", "<aside><time datetime='2020-01-01'>1 January 2020</time></aside><h1>Bridge reopens</h1>");
        Assert.Null(found.Published);
    }

    [Fact]
    public void Heading_gives_the_headline_without_its_kicker()
    {
        var found = Read("<meta property='og:title' content='Bridge reopens after two winters'>", "<h1><span>Town</span> Bridge reopens after two winters</h1>");
        Assert.Equal("Bridge reopens after two winters", found.Headline);
    }

    [Fact]
    public void House_signs_where_no_person_does()
    {
        var found = Read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"River Post\"}}</script>", "");
        Assert.Equal(["River Post"], found.Byline);
    }

    private static ExtractedArticle Read(string head, string body)
    {
        var page = $"<html lang=en><head><title>Bridge reopens | River Post</title>{head}</head><body>{body}<article><p>{Prose}</p><p>{Prose} Again.</p></article></body></html>";
        return Assert.IsType<ExtractionResult.Extracted>(ArticleExtractor.Extract(page, Address)).Article;
    }
}
