using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// Where tellings of one story count the same thing and come to different numbers (English). Different units, bounds that can both be true and
/// different things counted are no disagreement; of one voice only its latest telling counts.
/// </summary>
public static class Disagreements
{
    private const int SentencesRead = 40;
    private const int Most = 5;

    /// <param name="voiceOf">Whose voice a text is; null for its publisher's.</param>
    public static IReadOnlyList<Disagreement> In(IReadOnlyList<CitableText> texts, Func<CitableText, string>? voiceOf = null)
    {
        var voice = voiceOf ?? (t => t.Publisher);
        if (texts.Select(voice).Distinct(StringComparer.Ordinal).Count() < 2)
            return [];
        var found = new List<Disagreement>();
        foreach (var group in Groups(texts.SelectMany(t => Read(t, voice(t))).ToList()))
        {
            var latest = group.GroupBy(f => f.Voice)
                .SelectMany(v => v.Where(f => f.Text.Article == v.OrderByDescending(x => x.Text.Published).ThenBy(x => x.Text.Article.Value).First().Text.Article)).ToList();
            if (Differ(latest) && Told(Settled(latest).ConvertAll(f => First(group, f))) is { Values.Count: > 1 } differing)
                found.Add(differing);
        }

        return found.OrderByDescending(d => d.Values.Sum(v => v.Voices)).ThenBy(d => d.Counted, StringComparer.Ordinal).Take(Most).ToList();
    }

    /// <summary>Whether a sentence tells one of the values of a disagreement (English).</summary>
    public static bool Tells(string sentence, Disagreement disagreement) =>
        CountedThings.In(sentence).Any(t => t.Words == disagreement.Counted && disagreement.Values.Any(v => v.Value == t.Quantity.Value));

    private static IEnumerable<Found> Read(CitableText text, string voice)
    {
        foreach (var sentence in Sentences.Split(text.Text).Take(SentencesRead))
        {
            foreach (var thing in CountedThings.In(sentence.Of(text.Text)))
                yield return new Found(text, voice, sentence, thing);
        }
    }

    private static List<List<Found>> Groups(List<Found> all)
    {
        var groups = new List<List<Found>>();
        foreach (var found in all)
        {
            var home = groups.Find(g => g.TrueForAll(f => f.Thing.IsSame(found.Thing)));
            if (home is null)
                groups.Add([found]);
            else
                home.Add(found);
        }

        return groups;
    }

    // A voice with several numbers has counted several things ("300 dead", "three bodies found"): what others tell as well is the one in
    // question, else the one it told first.
    private static List<Found> Settled(List<Found> all) => all.GroupBy(f => f.Voice).SelectMany(voice =>
    {
        var shared = voice.Where(f => all.Exists(o => o.Voice != f.Voice && o.Thing.Agrees(f.Thing))).ToList();
        return shared.Count > 0 ? shared : voice.Where(f => f.Thing.Quantity.Value == voice.First().Thing.Quantity.Value);
    }).ToList();

    // Of a text that others print too, whoever printed the sentence first is named for it.
    private static Found First(List<Found> group, Found found) => group
        .Where(f => f.Voice == found.Voice && f.Text.Publisher != found.Text.Publisher && f.Text.Published < found.Text.Published
            && f.Thing.Quantity.Value == found.Thing.Quantity.Value && f.Sentence.Of(f.Text.Text) == found.Sentence.Of(found.Text.Text))
        .OrderBy(f => f.Text.Published).ThenBy(f => f.Text.Article.Value).FirstOrDefault() ?? found;

    // Two voices of which no number of one agrees with any of the other.
    private static bool Differ(List<Found> all)
    {
        var voices = all.GroupBy(f => f.Voice).Select(g => g.ToList()).ToList();
        for (var i = 0; i < voices.Count; i++)
        {
            for (var j = i + 1; j < voices.Count; j++)
            {
                if (!voices[i].Exists(a => voices[j].Exists(b => a.Thing.Agrees(b.Thing))))
                    return true;
            }
        }

        return false;
    }

    private static Disagreement Told(List<Found> all)
    {
        var values = all.GroupBy(f => (f.Thing.Quantity.Value, f.Thing.Quantity.Unit)).Select(g =>
        {
            var told = g.OrderByDescending(f => f.Text.Published).ThenBy(f => f.Text.Article.Value).DistinctBy(f => f.Voice).ToList();
            return new ToldValue(
                told[0].Thing.Quantity.Phrase.Of(told[0].Sentence.Of(told[0].Text.Text)),
                g.Key.Value,
                told.Count,
                told.ConvertAll(f => new Attestation(f.Text.Publisher, f.Text.Published, new Citation(f.Text.Article, f.Sentence))));
        });
        var ordered = values.OrderByDescending(v => v.Told[0].Published?.UtcDateTime.Date).ThenByDescending(v => v.Voices).ThenByDescending(v => v.Told[0].Published)
            .ThenBy(v => v.Value).ToList();
        return new Disagreement(all[0].Thing.Words, ordered);
    }

    private sealed record Found(CitableText Text, string Voice, TextSpan Sentence, CountedThing Thing);
}
