using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Site.StoryPage;

/// <summary>A digest as the story's page prints it: its sentences with their sources, and where reports differ. Pure.</summary>
/// <param name="Standfirst">Null for none.</param>
/// <param name="Paragraphs">Empty while there is no digest.</param>
public sealed record PrintedDigest(Sentence? Standfirst, IReadOnlyList<IReadOnlyList<Sentence>> Paragraphs, IReadOnlyList<Difference> Differences)
{
    public static PrintedDigest None { get; } = new(null, [], []);

    /// <summary>What rests on publishers that are not on the page alone is not printed.</summary>
    /// <param name="voices">The publishers on the page.</param>
    /// <param name="added">When sentences came in.</param>
    /// <param name="followed">The corrections the digest followed.</param>
    public static PrintedDigest Of(
        Digest digest, IReadOnlyList<Voice> voices, IReadOnlyDictionary<string, DateTimeOffset> added, IReadOnlyList<DigestCorrection> followed)
    {
        var setting = new Setting(digest, voices, added, followed);
        var standfirst = digest.Standfirst is { } first && setting.IsOnPage(first) ? setting.Print(first, 1) with { IsStandfirst = true } : null;
        var paragraphs = new List<IReadOnlyList<Sentence>>();
        var number = standfirst is null ? 0 : 1;
        foreach (var paragraph in digest.Claims.Where(setting.IsOnPage).GroupBy(c => c.Paragraph))
            paragraphs.Add(paragraph.Select(c => setting.Print(c, ++number)).ToList());
        // A line under the headline of an article that is not there would stand for it.
        return paragraphs.Count == 0 ? None : new PrintedDigest(standfirst, paragraphs, setting.Differences());
    }

    private sealed class Setting(
        Digest digest, IReadOnlyList<Voice> voices, IReadOnlyDictionary<string, DateTimeOffset> added, IReadOnlyList<DigestCorrection> followed)
    {
        private readonly Dictionary<ArticleId, (int Voice, ToldArticle Told)> _by = voices.SelectMany(v => v.Tellings.Select(t => (Voice: v.Number, Told: t))).ToDictionary(t => t.Told.Article.Id);

        private readonly IReadOnlyDictionary<ArticleId, string> _voiceOf = Newsroom.Stories.Voices.Of(voices.SelectMany(v => v.Tellings).Select(t => t.Telling).ToList());

        private readonly ILookup<string, DateTimeOffset> _stand =
            followed.SelectMany(c => c.Claims.Where(t => t.Fate == ClaimFate.Stands).Select(t => (t.Text, c.Written))).ToLookup(t => t.Text, t => t.Written);

        // A telling that left the story since the digest was written is not shown as its source.
        public bool IsOnPage(Claim claim) => claim.Citations.Any(c => _by.ContainsKey(c.Article));

        public Sentence Print(Claim claim, int number)
        {
            var cited = claim.Citations.Where(c => _by.ContainsKey(c.Article)).ToList();
            var quotes = Marked(cited.Select(QuoteOf).OfType<Quote>());
            var language = quotes.Count > 0 ? quotes[0].Article.Language ?? digest.Language : digest.Language;
            return new Sentence(number, claim.Text, language, quotes, cited.Count > 0 && cited.All(c => _by[c.Article].Told.IsNew))
            {
                Added = added.TryGetValue(claim.Text, out var since) ? since : null,
                Checked = _stand[claim.Text].Select(m => (DateTimeOffset?)m).Max(),
                InDoubt = cited.Count > 0 && cited.All(c => _by[c.Article].Told.Correction is { TextChanged: true } change && change.Noticed > digest.Written
                    && !followed.Any(f => f.Article == c.Article && f.Noticed >= change.Noticed)),
                Differs = Shown().Any(d => Disagreements.Tells(claim.Text, d) || d.Values.SelectMany(v => v.Told).Any(t => claim.Citations.Any(c => Overlaps(c, t.Citation)))),
            };
        }

        public IReadOnlyList<Difference> Differences() => Shown().Select((d, i) => new Difference(
            i + 1,
            Capital(d.Counted),
            d.Values.Select(v => new DifferingValue(Capital(v.Text), Marked(v.Told.Select(t => QuoteOf(t.Citation)).OfType<Quote>()))).ToList())).ToList();

        // What is left of them when only publishers of the page speak.
        private IEnumerable<Disagreement> Shown() => digest.Disagreements
            .Select(d => d with { Values = d.Values.Select(v => v with { Told = v.Told.Where(t => QuoteOf(t.Citation) is not null).ToList() }).Where(v => v.Told.Count > 0).ToList() })
            .Where(d => d.Values.Count > 1);

        private Quote? QuoteOf(Citation citation) =>
            _by.TryGetValue(citation.Article, out var at) && Quote.Of(at.Voice, at.Told.Article, citation.Span) is { } quote
                ? quote with { Speakers = Speakers(citation), AlsoIn = AlsoIn(at.Told, quote.Cited) }
                : null;

        private List<string> Speakers(Citation citation) => digest.Quotes
            .Where(q => q.Article == citation.Article && q.Quote.Start >= citation.Span.Start && q.Quote.End <= citation.Span.End).Select(q => q.Speaker).Distinct().ToList();

        private List<string> AlsoIn(ToldArticle told, string cited) => _by.Values.Select(t => t.Told)
            .Where(t => t.Article.Publisher != told.Article.Publisher && _voiceOf[t.Article.Id] == _voiceOf[told.Article.Id] && t.Article.Text.Contains(cited, StringComparison.Ordinal))
            .Select(t => t.Article.PublisherName).Distinct().ToList();

        // The first of a voice speaks for it; whoever else is quoted of one text is named as its copy, and once.
        private List<Quote> Marked(IEnumerable<Quote> quotes)
        {
            var first = new Dictionary<string, Quote>(StringComparer.Ordinal);
            var marked = new List<Quote>();
            foreach (var quote in quotes)
            {
                var voice = _voiceOf[quote.Article.Id];
                var known = first.GetValueOrDefault(voice);
                first.TryAdd(voice, quote);
                marked.Add(known is null || known.Voice == quote.Voice ? quote : quote with { CopyOf = known.Article.PublisherName, AlsoIn = [] });
            }

            var names = marked.Select(q => q.Article.PublisherName).ToHashSet(StringComparer.Ordinal);
            return marked.ConvertAll(q => q with { AlsoIn = q.AlsoIn.Where(n => !names.Contains(n)).ToList() });
        }

        private static bool Overlaps(Citation one, Citation other) =>
            one.Article == other.Article && one.Span.Start < other.Span.End && other.Span.Start < one.Span.End;

        private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
