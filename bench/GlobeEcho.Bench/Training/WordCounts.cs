using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Newsroom.Stories.Folding;

namespace GlobeEcho.Bench.Training;

/// <summary>Counts in how many articles at large a word stands: articles that are in neither set the folding is judged on. A story told three times counts once, a page that is no news little.</summary>
internal static class WordCounts
{
    // A word in fewer articles cannot be told from a rare one.
    private const double Least = 2.5;

    public static int Run(string shared, string file)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        var articles = 0.0;
        foreach (var (headline, text, worth) in Texts(shared))
        {
            var weights = new FoldWeights();
            var vocabulary = new Vocabulary(weights);
            articles += worth;
            foreach (var term in new TellingTerms(weights, vocabulary).Read(new FoldInput(0, headline, text, "en"), null).Terms)
            {
                if (vocabulary.KindOf(term.Id) == TermKind.Word)
                    counts[vocabulary.TextOf(term.Id)] = counts.GetValueOrDefault(vocabulary.TextOf(term.Id)) + worth;
            }
        }

        var table = new StringBuilder("# How many of a thousand English articles hold a word, then the words; counted by `GlobeEcho.Bench word-shares` over articles of extraction, the wire and the round-ups.\n");
        foreach (var share in counts.Where(c => c.Value >= Least).GroupBy(c => Math.Round(1000.0 * c.Value / articles)).OrderByDescending(g => g.Key))
            table.Append(FormattableString.Invariant($"{share.Key} {string.Join(' ', share.Select(c => c.Key).Order(StringComparer.Ordinal))}\n"));
        File.WriteAllText(file, table.ToString());
        Console.WriteLine($"{articles:0} articles, {counts.Count(c => c.Value >= Least)} words");
        return 0;
    }

    private static IEnumerable<(string? Headline, string Text, double Worth)> Texts(string shared)
    {
        using var pages = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(shared, "data/extraction/wcxb-dev/truth.jsonl.gz")), CompressionMode.Decompress));
        while (pages.ReadLine() is { } line)
        {
            var row = JsonSerializer.Deserialize<JsonElement>(line);
            if (row.GetProperty("page_type").GetString() == "article")
                yield return (row.GetProperty("title").GetString(), row.GetProperty("main_content").GetString() ?? "", 0.2);
        }

        foreach (var line in File.ReadLines(Path.Combine(shared, "data/wire/index.jsonl")))
        {
            var row = JsonSerializer.Deserialize<JsonElement>(line);
            if (row.GetProperty("language").GetString() is { } language && language.StartsWith("en", StringComparison.Ordinal))
                yield return (row.GetProperty("headline").GetString(), row.GetProperty("text").GetString() ?? "", 1);
        }

        using var leads = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(shared, "data/digests/roundup-dev.jsonl.gz")), CompressionMode.Decompress));
        while (leads.ReadLine() is { } line)
        {
            var told = JsonSerializer.Deserialize<JsonElement>(line).GetProperty("articles").EnumerateArray().ToList();
            foreach (var article in told)
                yield return (article.GetProperty("headline").GetString(), article.GetProperty("text").GetString() ?? "", 1.0 / told.Count);
        }
    }
}
