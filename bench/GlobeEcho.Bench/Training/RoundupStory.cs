using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Bench.Training;

/// <summary>A story with an editor's round-up of it.</summary>
internal sealed partial class RoundupStory
{
    private readonly Dictionary<string, int> _wanted;

    private RoundupStory(IReadOnlyList<CitableText> texts, string roundup)
    {
        Texts = texts;
        Terms = StoryTerms.Of(texts);
        Salience = new Salience(Terms);
        var words = Words(roundup);
        Length = words.Count;
        _wanted = words.GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        Rows = WordWorth.Occurrences(Terms, Salience.Scores, out var first);
        Sizes = WordWorth.Sizes(Terms);
        var lower = Terms.Sentences.SelectMany(s => s.Tokens.Zip(GlobeEcho.Newsroom.Text.Words.Spans(s.Text).Select(w => w.Of(s.Text).ToLowerInvariant())))
            .DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);
        Truth = new double[Rows.Count];
        foreach (var (token, word) in lower)
        {
            for (var row = first[token]; row < first[token + 1]; row++)
                Truth[row] = _wanted.GetValueOrDefault(word) > row - first[token] ? 1 : 0;
        }
    }

    public IReadOnlyList<CitableText> Texts { get; }
    public StoryTerms Terms { get; }
    public Salience Salience { get; }

    /// <summary>Words of the round-up.</summary>
    public int Length { get; }

    public List<double[]> Rows { get; }

    /// <summary>For each row whether the round-up has the word as often.</summary>
    public double[] Truth { get; }

    public double[] Sizes { get; }

    public static List<RoundupStory> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var stories = new List<RoundupStory>();
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var texts = document.RootElement.GetProperty("articles").EnumerateArray().Select((a, i) => new CitableText(
                new ArticleId(i), a.GetProperty("publisher").GetString()!, a.GetProperty("headline").GetString()!, a.GetProperty("text").GetString()!, null, null)).ToList();
            stories.Add(new RoundupStory(texts, document.RootElement.GetProperty("reference").GetProperty("text").GetString()!));
        }

        return stories;
    }

    /// <summary>ROUGE-1 F1 of a choice of sentences, cut after so many words.</summary>
    public double Likeness(IEnumerable<int> chosen, int words)
    {
        var left = new Dictionary<string, int>(_wanted);
        var said = chosen.SelectMany(s => Words(Terms.Sentences[s].Text)).Take(words).ToList();
        var hits = 0;
        foreach (var word in said)
        {
            if (left.GetValueOrDefault(word) == 0)
                continue;
            left[word]--;
            hits++;
        }

        return 2.0 * hits / (said.Count + Length);
    }

    private static List<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
