using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Tests.Architecture;

namespace GlobeEcho.Tests.Corpus;

public sealed class SamplePagesTests
{
    private const string Origin = "http://sample.invalid/";

    private static readonly string[] Furniture =
    [
        "cookie", "Sample page of an invented publisher", "Most viewed", "Most read", "Meistgelesen", "Les plus lus", "TRENDING", "YOU MAY ALSO LIKE", "More on this story",
        "Most popular", "ADVERTISEMENT", "Anzeige", "Also read", "Our daily email", "La lettre du matin", "Illustration:", "Dispatch graphic", "Grafik: Morgenlotse", "Artwork:", "Illustration :", "Artikel drucken",
    ];

    public static TheoryData<string> Pages() => new(Paths());

    /// <summary>One page of each template: headline, byline, day, and how its body begins and ends.</summary>
    [Theory]
    [InlineData("halyard/2024/05/22/nvidia-first-quarter-results.html", "en", "Priscilla Okonedo", "2024-05-22", "SANTA CLARA, Calif., May 22 (Halyard) - Nvidia Corp on Wednesday", "doubled since the start of the year.")]
    [InlineData("aldgate-courier/world/png-landslide-enga-kaokalam.html", "en", "Fergus Whitlow", "2024-05-24", "More than 100 people are feared to have been killed", "ready to help its northern neighbour.")]
    [InlineData("breakwater-dispatch/story/putin-belarus-visit-tactical-nuclear-drills.html", "en", "Marjorie Stahl", "2024-05-24", "Russian President Vladimir Putin wrapped up talks", "He heads to Uzbekistan on Sunday.")]
    [InlineData("coral-coast-monitor/macron-noumea-new-caledonia-evacuations-20240523.html", "en", "Kirra Dunstan", "2024-05-23", "President Emmanuel Macron has promised", "with the death at Dumbea.")]
    [InlineData("aravalli-standard/business/nvidia-q1-revenue-stock-split-1100305.html", "en", "Farhan Merchant", "2024-05-23", null, null)]
    [InlineData("veilleur-deux-rives/sciences/2024-05-23-euclid-cinq-images.html", "fr", "Corentin Valmary", "2024-05-23", "L’Agence spatiale européenne (ESA) a publié", "plus d’un tiers du ciel.")]
    [InlineData("morgenlotse/sport/leverkusen-atalanta-finale-dublin.html", "de", "Malte Grabow", "2024-05-22", "Dublin. Nach 51 Pflichtspielen", "noch das Double gewinnen.")]
    public void Every_template_gives_its_article(string page, string language, string writer, string day, string? first, string? last)
    {
        var article = Read(page);

        Assert.Equal(language, article.Language);
        Assert.Equal([writer], article.Byline);
        Assert.Equal(day, article.Published?.ToString("yyyy-MM-dd", null));
        Assert.Contains(first ?? "", article.Text, StringComparison.Ordinal);
        Assert.Contains(last ?? "", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_sample_page_is_an_article_without_furniture(string page)
    {
        var article = Read(page);

        Assert.NotEmpty(article.Headline);
        Assert.NotNull(article.Published);
        Assert.All(Furniture, word => Assert.DoesNotContain(word, article.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Sample_of_nineteen_events_in_three_languages_folds_into_nineteen_stories()
    {
        var folding = new StoryFolding(TimeSpan.FromDays(7), 10_000);
        var stories = new Dictionary<long, long>();
        var pages = Paths().Select(p => (Path: p, Article: Read(p))).OrderBy(p => p.Article.Published).ThenBy(p => p.Path, StringComparer.Ordinal).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            var (path, article) = pages[i];
            var decision = folding.Fold(new FoldInput(i, article.Headline, article.Text, article.Language, article.Published, path.Split('/')[0]), i);
            stories[i] = decision.Story;
            foreach (var (from, into) in decision is FoldDecision.Joined joined ? joined.Merged.Select(m => (m, decision.Whole)) : [])
                Move(stories, stories.Where(s => s.Value == from).Select(s => s.Key).ToList(), into);
            if (decision.Parted is { } parting)
                Move(stories, parting.Articles, parting.NewStory);
        }

        Assert.Equal(19, stories.Values.Distinct().Count());
        Assert.All((string[])["minsk|belarus|bielorussie", "rafah", "enga"], words =>
            Assert.Single(pages.Index().Where(p => words.Split('|').Any(w => p.Item.Path.Contains(w, StringComparison.Ordinal))).Select(p => stories[p.Index]).Distinct()));
    }

    private static void Move(Dictionary<long, long> stories, IReadOnlyList<long> articles, long into)
    {
        foreach (var article in articles)
            stories[article] = into;
    }

    private static ExtractedArticle Read(string page)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "sample", page));
        return Assert.IsType<ExtractionResult.Extracted>(ArticleExtractor.Extract(bytes, "text/html", new Uri(Origin + page))).Article;
    }

    /// <summary>The pages the sample's feeds list.</summary>
    private static IEnumerable<string> Paths() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "sample"), "feed.*", SearchOption.AllDirectories)
        .SelectMany(f => Assert.IsType<FeedParseResult.Parsed>(FeedParser.Parse(File.ReadAllBytes(f), null, new Uri(Origin))).Document.Items)
        .Select(i => i.Link.AbsolutePath.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);
}
