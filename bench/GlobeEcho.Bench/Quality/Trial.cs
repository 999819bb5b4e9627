namespace GlobeEcho.Bench.Quality;

/// <summary>One run of a command of the program over one set, and what is measured in its answers.</summary>
/// <param name="Verb">The words of the command; {input} stands for the input.</param>
/// <param name="Input">A file or folder below data.</param>
/// <param name="Score">The score script and its words; {answers} and {truth}. None where the command's last line is its score.</param>
/// <param name="Truth">Below data.</param>
/// <param name="ByBench">The command is the bench's own: it asks for more than the program shows.</param>
internal sealed record Trial(string Name, string[] Verb, string Input, string[] Score, string Truth, Measure[] Measures, bool ByBench = false)
{
    /// <summary>Which number of which score is which measure. The floors are in baseline.json.</summary>
    public static IReadOnlyList<Trial> All { get; } =
    [
        new("articles", ["extract", "{input}"], "extraction/wcxb-dev/html", ["extraction.py", "{answers}", "{truth}", "--json"], "extraction/wcxb-dev/truth.jsonl.gz",
        [
            Measure.Share("extract.articles.text-f1", "types.article.f1"),
            Measure.Share("extract.articles.text-precision", "types.article.p"),
            Measure.Share("extract.articles.text-recall", "types.article.r"),
            Measure.Share("extract.articles.headline", "articles.headline.exact"),
            Measure.Share("extract.articles.day", "articles.published.right"),
            Measure.Share("extract.articles.day-invented", "articles.published.invented", Better.Lower),
            Measure.Share("extract.articles.byline", "articles.byline.right"),
            Measure.Share("extract.articles.byline-invented", "articles.byline.invented", Better.Lower),
            Measure.Share("extract.is-article", "is_article.right"),
        ]),
        new("segments", ["extract", "{input}"], "extraction/segments-dev/html", ["extraction.py", "{answers}", "{truth}", "--json"], "extraction/segments-dev/truth.jsonl.gz",
        [
            Measure.Share("extract.segments.f1", "all.f1"),
            Measure.Share("extract.segments.accuracy", "all.accuracy"),
        ]),
        new("wire", ["extract", "{input}"], "wire/html", ["extraction.py", "{answers}", "{truth}", "--json"], "wire/index.jsonl",
        [
            Measure.Share("extract.wire.text-f1", "all.f1"),
            Measure.Share("extract.wire.headline", "headline.exact"),
            Measure.Share("extract.wire.day", "published.right"),
            Measure.Share("extract.wire.byline", "byline.right"),
        ]),
        new("feeds", ["feeds", "{input}"], "feeds/feedparser-dev.jsonl.gz", ["feeds.py", "{answers}", "{truth}", "--json"], "feeds/feedparser-dev.jsonl.gz",
        [
            Measure.Share("feeds.core", "families.core.share"),
            Measure.Share("feeds.base-lang-amp", "families.base_lang_amp.share"),
            Measure.Share("feeds.entities", "families.entities.share"),
            Measure.Share("feeds.encoding", "families.encoding.share"),
            Measure.Share("feeds.dates", "families.dates.share"),
            Measure.Share("feeds.other", "families.other.share"),
            Measure.Share("feeds.sanitize-safe", "sanitize_safe.share"),
        ],
        ByBench: true),
        new("echoes", ["echoes", "{input}"], "folding", [], "folding/5w1h-dev.jsonl.gz",
        [
            Measure.Share("echo.precision", "echo.precision"),
            Measure.Share("echo.recall", "echo.recall"),
            .. EchoPair.Kinds.SelectMany(k => (Measure[])[Measure.Share($"echo.{k}.precision", $"{k}.precision"), Measure.Share($"echo.{k}.recall", $"{k}.recall")]),
        ],
        ByBench: true),
        Folding("5w1h"),
        Folding("ecbplus"),
        new("roundup", ["digest", "{input}", "--words", "65"], "digests/roundup-dev.jsonl.gz",
            ["digests.py", "{answers}", "{truth}", "--words", "65", "--no-reference"], "digests/roundup-dev.jsonl.gz",
        [
            Measure.Percent("digest.rouge-1", "answers.rouge1"),
            Measure.Percent("digest.rouge-2", "answers.rouge2"),
            Measure.Percent("digest.rouge-l", "answers.rougeL"),
            Measure.Percent("digest.cited", "answers.cited"),
            Measure.Percent("digest.span-valid", "answers.spanValid"),
            Measure.Percent("digest.supported", "answers.supported"),
            Measure.Percent("digest.claim-supported", "answers.claimSupported"),
            Measure.Percent("digest.names-and-numbers", "answers.namesNumbers"),
            new("digest.publishers", "answers.publishers", Better.Higher, 0.005),
            Measure.Count("digest.missing", "answers.missing"),
        ]),
    ];

    private static Trial Folding(string set)
    {
        var file = $"folding/{set}-dev.jsonl.gz";
        return new Trial(set, ["fold", "{input}"], file, ["folding.py", "{answers}", "{truth}", "--no-reference"], file,
        [
            Measure.Share($"fold.{set}.b3-f1", "answers.b3F"),
            Measure.Share($"fold.{set}.b3-precision", "answers.b3P"),
            Measure.Share($"fold.{set}.ari", "answers.ari"),
            Measure.Count($"fold.{set}.missing", "answers.missing"),
        ]);
    }
}
