using System.Globalization;
using System.Text;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Bench.Training;

/// <summary>
/// Learns how likely each word of a story stands in an editor's round-up of it (logistic regression) and how long that is (least squares).
/// What it says of stories it has not seen is measured by halves: learned on one, tried on the other, both ways, many times.
/// </summary>
internal static class DigestTraining
{
    private const int Words = WordWorth.LearnedWords;
    private const double Ridge = 1;

    public static int Run(string shared, string? write, int repeats)
    {
        var stories = RoundupStory.Read(Path.Combine(shared, "data/digests/roundup-dev.jsonl.gz"));
        var figures = new List<(double Rouge, double Publishers, double Length)>();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var random = new Random(repeat);
            var order = stories.OrderBy(_ => random.Next()).ToList();
            var (one, other) = (order[..(order.Count / 2)], order[(order.Count / 2)..]);
            figures.Add(Try(other, Learn(one)));
            figures.Add(Try(one, Learn(other)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"stories left out, {figures.Count} halves: ROUGE-1 {100 * figures.Average(f => f.Rouge):0.00} ({100 * figures.Min(f => f.Rouge):0.00} to {100 * figures.Max(f => f.Rouge):0.00}), publishers {figures.Average(f => f.Publishers):0.00}, words {figures.Average(f => f.Length):0.0}"));
        var learned = Learn(stories);
        var all = Try(stories, learned);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"learned on all, tried on all: ROUGE-1 {100 * all.Rouge:0.00}, publishers {all.Publishers:0.00}, words {all.Length:0.0}"));
        if (write is not null)
            File.WriteAllText(write, Source(learned));
        return 0;
    }

    private static (double[] Words, double[] Length) Learn(List<RoundupStory> stories) => (
        LeastSquares.Logistic(stories.SelectMany(s => s.Rows).ToList(), stories.SelectMany(s => s.Truth).ToList(), Ridge),
        LeastSquares.Linear(stories.ConvertAll(s => s.Sizes), stories.ConvertAll(s => (double)s.Length), Ridge));

    private static (double Rouge, double Publishers, double Length) Try(List<RoundupStory> stories, (double[] Words, double[] Length) learned)
    {
        double rouge = 0, publishers = 0, length = 0;
        foreach (var story in stories)
        {
            var worth = new WordWorth(story.Terms, story.Salience.Scores, learned.Words, learned.Length);
            var chosen = Budget.Fill(story.Terms, story.Salience, worth, Words);
            rouge += story.Likeness(chosen, Words);
            publishers += chosen.Select(c => story.Terms.Sentences[c].Publisher).Distinct().Count();
            length += chosen.Sum(c => story.Terms.Sentences[c].WordCount);
        }

        return (rouge / stories.Count, publishers / stories.Count, length / stories.Count);
    }

    private static string Source((double[] Words, double[] Length) learned)
    {
        var text = new StringBuilder();
        text.Append("namespace GlobeEcho.Newsroom.Digests;\n\n/// <summary>What <c>GlobeEcho.Bench digest-train</c> learned.</summary>\ninternal static class WordWorthWeights\n{\n");
        text.Append("    /// <summary>In the order of <see cref=\"WordWorth.Names\"/>.</summary>\n    public static readonly double[] Words =\n    [\n");
        for (var i = 0; i < learned.Words.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"        {learned.Words[i]:0.###}, // {WordWorth.Names[i]}\n");
        text.Append("    ];\n\n    /// <summary>One, words by 200, their logarithm, sentences by 9.</summary>\n    public static readonly double[] Length = [");
        text.AppendJoin(", ", learned.Length.Select(w => w.ToString("0.##", CultureInfo.InvariantCulture)));
        text.Append("];\n}\n");
        return text.ToString();
    }
}
