namespace GlobeEcho.Newsroom.Digests;

/// <summary>How much each sentence of a story tells of it.</summary>
internal sealed class Salience
{
    // Weights chosen by hand on roundups of three short tellings; the result moves little when any of them is halved or doubled.
    private const double Centrality = 1;
    private const double Sharing = 1;
    private const double Headlines = 0.5;
    private const double Lead = 0.15;

    // One telling shows no centre, but its writer put the news first.
    private const double LeadOfSingle = 0.6;
    private const double Weak = 0.3;

    private readonly StoryTerms _story;
    private readonly double[] _weights;
    private readonly double[] _norms;

    public Salience(StoryTerms story)
    {
        _story = story;
        _weights = InverseFrequencies(story);
        _norms = story.Sentences.Select(s => Math.Sqrt(s.Terms.Sum(t => _weights[t] * _weights[t]))).ToArray();
        var texts = TextVectors(story);
        var centre = Centre(texts);
        var publishersOf = PublishersOf(story);
        var headlines = HeadlineShares(story);
        Scores = new double[story.Sentences.Count];
        for (var i = 0; i < Scores.Length; i++)
        {
            var sentence = story.Sentences[i];
            if (sentence.Terms.Length == 0)
                continue;
            double near = 0, shared = 0, named = 0;
            foreach (var term in sentence.Terms)
            {
                near += _weights[term] * centre[term];
                shared += publishersOf[term] - 1;
                named += headlines[term];
            }

            Scores[i] = (Centrality * near / _norms[i])
                + (story.PublisherCount > 1 ? Sharing * shared / sentence.Terms.Length / (story.PublisherCount - 1) : 0)
                + (Headlines * named)
                + ((story.PublisherCount > 1 ? Lead : LeadOfSingle) / (1 + sentence.Position))
                - (sentence.Fitness == Fitness.Weak ? Weak : 0);
        }
    }

    /// <summary>One a sentence, in the story's order. No unit.</summary>
    public double[] Scores { get; }

    /// <summary>0 to 1: how alike two sentences are.</summary>
    public double Likeness(int one, int other)
    {
        var shared = SortedTerms.Shared(_story.Sentences[one].Terms, _story.Sentences[other].Terms, _weights);
        return shared == 0 ? 0 : shared / (_norms[one] * _norms[other]);
    }

    /// <summary>0 to 1: how much of a sentence's telling words has been said already.</summary>
    public double ShareIn(int sentence, HashSet<int> said)
    {
        double all = 0, known = 0;
        foreach (var term in _story.Sentences[sentence].Terms)
        {
            var weight = _weights[term] * _weights[term];
            all += weight;
            known += said.Contains(term) ? weight : 0;
        }

        return all == 0 ? 1 : known / all;
    }

    private static double[] InverseFrequencies(StoryTerms story)
    {
        var frequency = new int[story.TermCount];
        foreach (var sentence in story.Sentences)
        {
            foreach (var term in sentence.Terms)
                frequency[term]++;
        }

        return Array.ConvertAll(frequency, f => Math.Log(1 + ((double)story.Sentences.Count / Math.Max(1, f))));
    }

    // Every text counts the same, however long it is.
    private double[][] TextVectors(StoryTerms story)
    {
        var index = story.Texts.Select((t, i) => (t.Article, i)).ToDictionary(p => p.Article, p => p.i);
        var vectors = story.Texts.Select(_ => new double[_weights.Length]).ToArray();
        for (var i = 0; i < story.Sentences.Count; i++)
        {
            var vector = vectors[index[story.Sentences[i].Source.Article]];
            foreach (var term in story.Sentences[i].Terms)
                vector[term] += _weights[term] / _norms[i];
        }

        foreach (var vector in vectors)
            Normalise(vector);
        return vectors;
    }

    private static double[] Centre(double[][] texts)
    {
        var centre = new double[texts[0].Length];
        foreach (var text in texts)
        {
            for (var t = 0; t < text.Length; t++)
                centre[t] += text[t];
        }

        Normalise(centre);
        return centre;
    }

    private static void Normalise(double[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(x => x * x));
        for (var t = 0; norm > 0 && t < vector.Length; t++)
            vector[t] /= norm;
    }

    // The headline's words count: a text often names in its headline what its sentences leave to the reader.
    private static int[] PublishersOf(StoryTerms story)
    {
        var seen = new HashSet<(int Publisher, int Term)>();
        var publishersOf = new int[story.TermCount];
        var publisherOfText = new Dictionary<Articles.ArticleId, int>();
        foreach (var sentence in story.Sentences)
        {
            publisherOfText[sentence.Source.Article] = sentence.Publisher;
            foreach (var term in sentence.Terms)
                publishersOf[term] += seen.Add((sentence.Publisher, term)) ? 1 : 0;
        }

        for (var i = 0; i < story.Texts.Count; i++)
        {
            if (!publisherOfText.TryGetValue(story.Texts[i].Article, out var publisher))
                continue;
            foreach (var term in story.Headlines[i])
                publishersOf[term] += seen.Add((publisher, term)) ? 1 : 0;
        }

        return publishersOf;
    }

    private static double[] HeadlineShares(StoryTerms story)
    {
        var shares = new double[story.TermCount];
        double all = Math.Max(1, story.Headlines.Sum(h => h.Length));
        foreach (var term in story.Headlines.SelectMany(h => h))
            shares[term] += 1 / all;
        return shares;
    }
}
