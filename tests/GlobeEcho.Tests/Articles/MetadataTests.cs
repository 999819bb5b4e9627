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

    [Fact]
    public void Linked_data_that_says_a_key_twice_is_read_with_the_last()
    {
        var found = Read("""<script type="application/ld+json">{"@type":"NewsArticle","author":"Al Old","author":{"name":"Ada Brandt","name":"Ada Brandt"},"datePublished":"2024-05-23"}</script>""", "");
        Assert.Equal(["Ada Brandt"], found.Byline);
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), found.Published);
    }

    [Fact]
    public void Headline_kept_for_those_who_print_it_again_goes_before_one_written_for_search()
    {
        var found = Read(
            News("\"headline\":\"The baker crosses first, after two winters\"") + "<meta property='og:title' content='Bridge reopens'>",
            "<h1>Bridge reopens</h1>");
        Assert.Equal("The baker crosses first, after two winters", found.Headline);
    }

    [Fact]
    public void Title_for_those_who_link_goes_before_a_heading_that_is_the_pages_title()
    {
        var found = Read(News("\"headline\":\"Bridge reopens\"") + "<meta property='og:title' content='The baker crosses first, after two winters'>", "<h1>Bridge reopens</h1>");
        Assert.Equal("The baker crosses first, after two winters", found.Headline);
    }

    [Fact]
    public void Heading_goes_before_the_other_titles_of_a_page_that_is_no_news()
    {
        var found = Read("<meta property='og:title' content='Bridge reopens: all you need to know'>", "<h1>Bridge reopens</h1>");
        Assert.Equal("Bridge reopens", found.Headline);
    }

    [Theory]
    [InlineData("<h1>River</h1><h1>Bridge over the river reopens at last</h1>", "Bridge over the river reopens at last")]
    [InlineData("<h1>Bridge over the river reopens | Opinion</h1>", "Bridge over the river reopens")]
    [InlineData("<h1>Bridge reopens &amp;amp; ferry stops</h1>", "Bridge reopens & ferry stops")]
    public void Headline_is_the_heading_that_says_most_and_holds_no_bar(string headings, string headline) =>
        Assert.Equal(headline, Read("<meta property='og:title' content='Bridge over the river reopens at last &amp; ferry stops'>", headings).Headline);

    [Fact]
    public void Title_that_swallowed_a_page_is_no_headline() =>
        Assert.Equal("Bridge reopens", Read($"<meta property='og:title' content='{new string('x', 5000)}'>", "").Headline);

    [Fact]
    public void Day_shown_beside_the_heading_goes_before_a_later_one_that_machines_are_told()
    {
        var found = Read("<meta property='article:published_time' content='2025-01-29T20:47:55Z'>", "<h1>Bridge reopens</h1><p>May 23, 2024</p>");
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), found.Published);
    }

    [Theory]
    [InlineData("<h1>Bridge reopens</h1><p>Last updated May 23, 2026</p>")]
    [InlineData("<h1>Bridge reopens</h1><p>Last updated</p><p>May 23, 2024</p>")]
    [InlineData("<h1>Bridge reopens</h1><p>May 23, 2026</p>")]
    public void Day_of_a_change_is_not_the_day_of_publishing(string body)
    {
        var found = Read("<meta property='article:published_time' content='2025-01-29T20:47:55Z'>", body);
        Assert.Equal(new DateTimeOffset(2025, 1, 29, 20, 47, 55, TimeSpan.Zero), found.Published);
    }

    [Theory]
    [InlineData("<footer></footer><p>Published: 23 May 2024</p>")]
    [InlineData("<div>Published</div><div>May 23, 2024</div>")]
    [InlineData("<p>Essay - Published: 2024.05.23 | town</p>")]
    public void Day_at_the_foot_is_read_where_a_word_says_what_it_is(string foot)
    {
        var found = Read("", "<h1>Bridge reopens</h1>", foot);
        Assert.Equal(new DateTimeOffset(2024, 5, 23, 0, 0, 0, TimeSpan.Zero), found.Published);
    }

    [Fact]
    public void Byline_that_readers_see_goes_before_a_name_they_do_not()
    {
        var found = Read("<meta name='author' content='Webb Mast'>", "<h1>Bridge reopens</h1><p>By Ada Brandt</p>");
        Assert.Equal(["Ada Brandt"], found.Byline);
    }

    [Fact]
    public void Byline_that_names_more_goes_before_one_that_names_some()
    {
        var found = Read("<meta name='author' content='Ada Brandt'>", "<h1>Bridge reopens</h1><p>By Ada Brandt, Joe Okoye and Li Wen</p>");
        Assert.Equal(["Ada Brandt", "Joe Okoye", "Li Wen"], found.Byline);
    }

    [Theory]
    [InlineData("<h1>Bridge reopens</h1><p>Ada Brandt</p><p>23 May 2024</p>", "Ada Brandt")]
    [InlineData("<h1>Bridge reopens</h1><p>Ada Brandt 23 May 2024</p>", "Ada Brandt")]
    [InlineData("<h1>Bridge reopens</h1><p>Roads Bridges</p>", "")]
    [InlineData("<h1>Bridge reopens</h1><div class='byline'>May 23, 2024 | Roads &amp; Rivers</div>", "")]
    [InlineData("<h1>Bridge reopens</h1><p><a href='https://social.example/profiler/x'>Cloud Keeper</a></p>", "")]
    public void Name_alone_signs_only_beside_a_day(string body, string name) =>
        Assert.Equal(name, string.Join('|', Read("", body).Byline));

    [Theory]
    [InlineData("riverpost")]
    [InlineData("River Post Official")]
    [InlineData("River Post")]
    public void House_that_no_reader_is_shown_does_not_sign(string name) =>
        Assert.Empty(Read($"<meta name='author' content='{name}'><meta property='og:site_name' content='River Post'>", "<h1>Bridge reopens</h1>").Byline);

    [Fact]
    public void Agency_beside_a_papers_own_writer_signs_with_them() =>
        Assert.Equal(["Ada Brandt", "AP"], Read(News("\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Brandt\"},{\"@type\":\"Person\",\"name\":\"AP\"}]"), "").Byline);

    private static string News(string more) => $$"""<script type="application/ld+json">{"@type":"NewsArticle",{{more}}}</script>""";

    private static ExtractedArticle Read(string head, string body, string foot = "")
    {
        var page = $"<html lang=en><head><title>Bridge reopens | River Post</title>{head}</head><body>{body}<article><p>{Prose}</p><p>{Prose} Again.</p></article>{foot}</body></html>";
        return Assert.IsType<ExtractionResult.Extracted>(ArticleExtractor.Extract(page, Address)).Article;
    }
}
