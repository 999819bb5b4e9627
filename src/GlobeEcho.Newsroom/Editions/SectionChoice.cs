using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Editions;

/// <summary>Which part of the paper a story belongs to: by what its publishers call it, by its subject, by where it happened.</summary>
public static class SectionChoice
{
    // How much of a text is read: its lead says what it is about.
    private const int CharactersRead = 700;

    private const double HeadlineWeight = 3;
    private const double SaidByPublisher = 6;

    // A subject wins over a place only when it is plain; most world news touches money or law somewhere.
    private const double PlainSubject = 4;
    private const double MostOfOneWord = 6;

    /// <param name="tellings">Some of the story's tellings; none gives World.</param>
    public static Section Of(IReadOnlyCollection<SectionHint> tellings)
    {
        if (tellings.Count == 0)
            return Section.World;
        var subjects = new double[SectionWords.Count];
        var places = new double[SectionWords.Count];
        foreach (var telling in tellings)
        {
            if (telling.PublisherSection is { } said)
                AddSaid(said, subjects, places);
            AddText(telling, subjects, places);
        }

        var subject = IndexOfMost(subjects);
        if (subjects[subject] >= PlainSubject * tellings.Count)
            return (Section)subject;
        var region = IndexOfMost(places);
        return places[region] >= tellings.Count ? (Section)region : Section.World;
    }

    private static void AddSaid(string said, double[] subjects, double[] places)
    {
        foreach (var word in Words.Content(said))
        {
            if (SectionWords.Said.TryGetValue(word, out var section))
                (IsSubject(section) ? subjects : places)[(int)section] += SaidByPublisher;
        }

        AddPlaces(said, SaidByPublisher, places);
    }

    private static void AddText(SectionHint telling, double[] subjects, double[] places)
    {
        var lead = telling.Text.Length <= CharactersRead ? telling.Text : telling.Text[..CharactersRead];
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        Count(telling.Headline, HeadlineWeight, found);
        Count(lead, 1, found);
        foreach (var (word, weight) in found)
        {
            if (SectionWords.Subjects.TryGetValue(word, out var subject))
                subjects[(int)subject.Section] += Math.Min(MostOfOneWord, weight * subject.Weight);
        }

        AddPlaces(telling.Headline, HeadlineWeight, places);
        AddPlaces(lead, 1, places);
    }

    private static void Count(string text, double weight, Dictionary<string, double> found)
    {
        foreach (var word in Words.Content(text))
            found[word] = found.GetValueOrDefault(word) + weight;
    }

    // Places are names: only words with a capital count ("turkey" on a table is no country).
    private static void AddPlaces(string text, double weight, double[] places)
    {
        string? before = null;
        foreach (var span in Words.Spans(text))
        {
            var capital = char.IsUpper(text[span.Start]) || text[span.Start] >= '\u0590';
            var written = span.Of(text);
            // "us" is a pronoun, "US" a country.
            var word = written == "US" ? "usa" : Words.Fold(written);
            if (capital && before is not null && RegionWords.Of($"{before} {word}") is { } pair)
                places[(int)pair] += weight;
            else if (capital && RegionWords.Of(word) is { } region)
                places[(int)region] += weight;
            before = capital ? word : null;
        }
    }

    private static bool IsSubject(Section section) => section >= Section.Business;

    private static int IndexOfMost(double[] weights)
    {
        var most = 0;
        for (var i = 1; i < weights.Length; i++)
        {
            if (weights[i] > weights[most])
                most = i;
        }

        return most;
    }
}
