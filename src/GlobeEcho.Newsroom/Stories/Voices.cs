using System.Globalization;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Feeds;
using GlobeEcho.Newsroom.Stories.Echoes;

namespace GlobeEcho.Newsroom.Stories;

/// <summary>
/// How many tell a story independently of each other. All echoes of one text are one voice: its agency's where it names one, else that of
/// whoever told it first. A publisher with a text of its own is a voice, whatever else it copies.
/// </summary>
public static class Voices
{
    /// <param name="tellings">Of one story, in any order; an echo of a telling that is not among them stands for it.</param>
    public static int Count(IReadOnlyCollection<Telling> tellings) =>
        // One publisher that prints two agencies is still one that may be wrong.
        Math.Min(Of(tellings).Values.Distinct().Count(), tellings.Select(t => t.Publisher).Distinct().Count());

    /// <summary>Each telling's voice. The names of voices mean nothing outside this answer.</summary>
    public static IReadOnlyDictionary<ArticleId, string> Of(IReadOnlyCollection<Telling> tellings)
    {
        var echoes = tellings.Where(t => t.Echo is not null).ToDictionary(t => t.Article, t => t.Echo!);
        var voices = new Dictionary<ArticleId, string>();
        foreach (var text in tellings.GroupBy(t => EchoBook.Original(t.Article, echoes)))
        {
            var first = text.OrderBy(t => t.Published).ThenBy(t => t.Article.Value).First();
            var voice = text.Select(t => t.Agency).FirstOrDefault(a => a is not null) is { } agency ? "agency " + agency : "publisher " + Number(first.Publisher);
            foreach (var telling in text)
                voices.Add(telling.Article, voice);
        }

        return voices;
    }

    private static string Number(PublisherId publisher) => publisher.Value.ToString(CultureInfo.InvariantCulture);
}
