namespace GlobeEcho.Newsroom.Digests;

/// <summary>Which sentences fill a budget of words best: the set whose words an editor would most probably use, found by a beam.</summary>
internal static class Budget
{
    // Wider beams chose no better sets.
    private const int Width = 24;
    private const int MostCandidates = 16;

    // A budget may be passed by this much for a sentence that tells.
    private const double Over = 1.3;

    // What a digest gives up, in F1, to let another of up to three publishers speak.
    private const double Voice = 0.011;
    private const int VoicesWanted = 3;

    // Two sentences more alike than this say the same.
    private const double Same = 0.6;

    /// <summary>Indexes into the story's sentences, the most telling first.</summary>
    public static List<int> Fill(StoryTerms story, Salience salience, WordWorth worth, int words)
    {
        var density = new Dictionary<int, double>();
        for (var i = 0; i < story.Sentences.Count; i++)
        {
            if (story.Sentences[i].Fitness != Fitness.Unfit && story.Sentences[i].Terms.Length > 0)
                density[i] = worth.Density(i);
        }

        var open = density.OrderByDescending(d => d.Value).ThenBy(d => d.Key).Take(Math.Max(MostCandidates, words / 6)).Select(d => d.Key).ToArray();
        List<int> best = [];
        var bestValue = double.NegativeInfinity;
        List<(List<int> Set, int Last, int Length, double Value)> beam = [([], -1, 0, 0)];
        while (beam.Count > 0)
        {
            var next = new List<(List<int> Set, int Last, int Length, double Value)>();
            foreach (var (set, last, length, _) in beam)
            {
                // Sets grow in order of density, so each is met once.
                for (var i = last + 1; i < open.Length && length < words; i++)
                {
                    var with = length + story.Sentences[open[i]].WordCount;
                    if ((set.Count > 0 && with > words * Over) || set.Exists(s => salience.Likeness(s, open[i]) > Same))
                        continue;
                    List<int> grown = [.. set, open[i]];
                    var voices = Math.Min(VoicesWanted, grown.Select(s => story.Sentences[s].Publisher).Distinct().Count());
                    next.Add((grown, i, with, worth.Of(grown, words) + (Voice * voices)));
                }
            }

            beam = next.OrderByDescending(n => n.Value).Take(Width).ToList();
            if (beam.Count > 0 && beam[0].Value > bestValue)
                (best, bestValue) = (beam[0].Set, beam[0].Value);
        }

        return best;
    }
}
