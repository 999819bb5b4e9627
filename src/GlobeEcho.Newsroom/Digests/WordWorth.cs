namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// How likely each word of a story stands in an editor's round-up of it, once, twice and so on; learned from round-ups by
/// <c>GlobeEcho.Bench digest-train</c>. A set of sentences is worth what its words are.
/// </summary>
internal sealed class WordWorth
{
    /// <summary>A word that comes more often is not counted further.</summary>
    public const int MostOccurrences = 6;

    /// <summary>The round-ups learned from were compared at this length; other lengths are taken in proportion.</summary>
    public const int LearnedWords = 65;

    /// <summary>What is known of a word's occurrence, in the order of <see cref="WordWorthWeights.Words"/>.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "one", "publishers", "headlines", "leads", "repeated", "log count", "function word", "capital", "number", "length", "early",
        "function word x publishers", "headlines x publishers", "capital x publishers", "size", "headlines x function word", "told by all",
        "leads x publishers", "log occurrence", "log occurrence x function word", "second or later", "second or later x function word", "share",
        "share x function word", "log occurrence x share", "size x log occurrence", "as often in one text", "salience of its sentences",
        "log count x publishers", "headlines of a word said once",
    ];

    private readonly StoryTerms _story;
    private readonly int[] _first;
    private readonly double[] _worth;
    private readonly int[] _used;

    public WordWorth(StoryTerms story, double[] salience)
        : this(story, salience, WordWorthWeights.Words, WordWorthWeights.Length)
    {
    }

    internal WordWorth(StoryTerms story, double[] salience, double[] wordWeights, double[] lengthWeights)
    {
        _story = story;
        _used = new int[story.Tokens.Count];
        var known = Occurrences(story, salience, out _first);
        _worth = known.ConvertAll(row => 1 / (1 + Math.Exp(-Dot(wordWeights, row)))).ToArray();
        ExpectedLength = Math.Clamp(Dot(lengthWeights, Sizes(story)), 25, 110);
    }

    /// <summary>How many words an editor's round-up of the story probably has.</summary>
    public double ExpectedLength { get; }

    /// <summary>The words of a set of sentences, cut after so many, that an editor would probably use too; in units of F1, 0 to 1.</summary>
    public double Of(IReadOnlyList<int> sentences, int words)
    {
        var shared = Expected(sentences, words, out var length);
        return 2 * shared / (length + (ExpectedLength * words / LearnedWords));
    }

    /// <summary>The share of a sentence's words that an editor would probably use.</summary>
    public double Density(int sentence)
    {
        var shared = Expected([sentence], int.MaxValue, out var length);
        return length == 0 ? 0 : shared / length;
    }

    /// <summary>A row for each occurrence of each word, words in the story's order; the first row of each word.</summary>
    internal static List<double[]> Occurrences(StoryTerms story, double[] salience, out int[] firstRows)
    {
        var uses = Uses(story, salience);
        var all = Math.Max(1, story.Sentences.Sum(s => s.Tokens.Length));
        var size = Size(all);
        double publishers = Math.Max(1, story.PublisherCount);
        var rows = new List<double[]>();
        firstRows = new int[uses.Length + 1];
        for (var t = 0; t < uses.Length; t++)
        {
            firstRows[t] = rows.Count;
            var (use, token) = (uses[t], story.Tokens[t]);
            double p = use.Publishers / publishers, h = use.Headlines / publishers, l = use.Leads / publishers;
            double stop = token.IsStop ? 1 : 0, capital = token.Inside == 0 ? 0 : (double)token.Capitals / token.Inside;
            double logCount = use.Count == 0 ? 0 : Math.Log(use.Count), share = 20.0 * use.Count / all;
            for (var j = 1; j <= Math.Min(MostOccurrences, use.Count); j++)
            {
                double logJ = Math.Log(j), later = j > 1 ? 1 : 0;
                rows.Add(
                [
                    1, p, h, l, use.Count > 1 ? 1 : 0, logCount, stop, capital, token.IsNumber ? 1 : 0, Math.Min(12, token.Length) / 10.0, 1.0 / (1 + use.Earliest),
                    stop * p, h * p, capital * p, size, h * stop, use.Publishers == story.PublisherCount ? 1 : 0,
                    l * p, logJ, logJ * stop, later, later * stop, share,
                    share * stop, logJ * share, size * logJ, use.MostInOne >= j ? 1 : 0, use.Salience / use.Count,
                    logCount * p, use.Count == 1 ? h : 0,
                ]);
            }
        }

        firstRows[^1] = rows.Count;
        return rows;
    }

    /// <summary>What the length of a round-up is guessed from.</summary>
    internal static double[] Sizes(StoryTerms story)
    {
        var all = Math.Max(1, story.Sentences.Sum(s => s.Tokens.Length));
        return [1, Math.Min(2, all / 200.0), Size(all), Math.Min(2, story.Sentences.Count / 9.0)];
    }

    // Beyond the sizes learned from, a story is taken for the largest or smallest of them.
    private static double Size(int words) => Math.Clamp(Math.Log(words / 200.0), -2, 0.7);

    private static Use[] Uses(StoryTerms story, double[] salience)
    {
        var uses = new Use[story.Tokens.Count];
        for (var t = 0; t < uses.Length; t++)
            uses[t] = new Use();
        var seen = new HashSet<(int Kind, int Publisher, int Token)>();
        var inText = new Dictionary<(long Article, int Token), int>();
        for (var s = 0; s < story.Sentences.Count; s++)
        {
            var sentence = story.Sentences[s];
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                var token = sentence.Tokens[i];
                var use = uses[token];
                use.Count++;
                use.Earliest = Math.Min(use.Earliest, sentence.Position);
                use.Publishers += seen.Add((0, sentence.Publisher, token)) ? 1 : 0;
                use.Leads += sentence.Position == 0 && seen.Add((1, sentence.Publisher, token)) ? 1 : 0;
                // A word said twice in a sentence counts that sentence twice: it is the mean over the word's occurrences.
                use.Salience += salience[s];
                var times = inText[(sentence.Source.Article.Value, token)] = inText.GetValueOrDefault((sentence.Source.Article.Value, token)) + 1;
                use.MostInOne = Math.Max(use.MostInOne, times);
            }
        }

        for (var i = 0; i < story.Texts.Count; i++)
        {
            foreach (var token in story.HeadlineTokens[i])
                uses[token].Headlines += seen.Add((2, story.Publishers[i], token)) ? 1 : 0;
        }

        return uses;
    }

    private double Expected(IReadOnlyList<int> sentences, int words, out int length)
    {
        length = 0;
        double shared = 0;
        foreach (var s in sentences)
        {
            foreach (var token in _story.Sentences[s].Tokens)
            {
                if (length == words)
                    break;
                length++;
                var row = _first[token] + _used[token]++;
                if (row < _first[token + 1])
                    shared += _worth[row];
            }
        }

        foreach (var s in sentences)
        {
            foreach (var token in _story.Sentences[s].Tokens)
                _used[token] = 0;
        }

        return shared;
    }

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    private sealed class Use
    {
        public int Count { get; set; }
        public int Publishers { get; set; }
        public int Headlines { get; set; }
        public int Leads { get; set; }
        public int Earliest { get; set; } = 99;
        public int MostInOne { get; set; }
        public double Salience { get; set; }
    }
}
