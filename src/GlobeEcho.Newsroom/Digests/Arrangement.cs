using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The order a digest tells in, and its paragraphs: what happened, the details, what people say, what went before.</summary>
internal static partial class Arrangement
{
    private const int MostParagraphs = 6;
    private const int FewestOfBigStory = 3;

    /// <summary>From this many publishers on a story is big and has at least three paragraphs.</summary>
    private const int BigStory = 4;

    /// <summary>The chosen sentences in the order they are told.</summary>
    public static List<int> Order(StoryTerms story, IReadOnlyList<int> chosen)
    {
        if (chosen.Count == 0)
            return [];
        var opening = chosen.FirstOrDefault(i => story.Sentences[i].Position <= 1, chosen[0]);
        var lengths = story.Sentences.GroupBy(s => s.Source.Article).ToDictionary(g => g.Key, g => g.Count());
        var rank = chosen.Select((sentence, place) => (sentence, place)).ToDictionary(p => p.sentence, p => p.place);
        return chosen.Where(i => i != opening)
            .OrderBy(i => Part(story.Sentences[i]))
            .ThenBy(i => Depth(story.Sentences[i], lengths[story.Sentences[i].Source.Article]))
            .ThenBy(i => rank[i])
            .Prepend(opening).ToList();
    }

    /// <summary>The paragraph of each of so many sentences, from 0.</summary>
    public static int[] Paragraphs(int sentences, int publishers)
    {
        var wanted = sentences <= 3 && publishers < BigStory ? 1 : Math.Clamp(sentences / 2, Math.Min(2, sentences), MostParagraphs);
        if (publishers >= BigStory)
            wanted = Math.Min(sentences, Math.Max(wanted, FewestOfBigStory));
        return Enumerable.Range(0, sentences).Select(i => i * wanted / sentences).ToArray();
    }

    // 0 the news, 1 what people say, 2 what went before.
    private static int Part(Candidate sentence)
    {
        if (IsBackground(sentence))
            return 2;
        return sentence.Position > 0 && Reaction().IsMatch(sentence.Text) ? 1 : 0;
    }

    private static bool IsBackground(Candidate sentence)
    {
        if (Background().IsMatch(sentence.Text))
            return true;
        return sentence.Source.Published is { } published
            && Year().Matches(sentence.Text).Any(y => int.Parse(y.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) < published.Year);
    }

    // Thirds of the article: finer places say nothing between articles of different length.
    private static int Depth(Candidate sentence, int length) => sentence.Position == 0 ? 0 : 1 + (3 * sentence.Position / Math.Max(1, length));

    [GeneratedRegex("[\"“”„«»「]|\\b(?:said|says|told|called|warned|urged|condemned|criticised|criticized|praised|welcomed|tweeted|added"
        + "|a déclaré|a dit|selon|affirme|sagte|erklärte|kritisierte|dijo|afirmó|declaró|disse|ha detto)\\b")]
    private static partial Regex Reaction();

    [GeneratedRegex("\\b(?:last year|last decade|years ago|in recent years|for years|for decades|historically|previously|earlier this year|since (?:19|20)\\d\\d"
        + "|l'an dernier|l’an dernier|l'année dernière|depuis (?:19|20)\\d\\d"
        + "|im vergangenen Jahr|seit (?:19|20)\\d\\d|vor Jahren|el año pasado|desde (?:19|20)\\d\\d"
        + "|no ano passado|l'anno scorso|dal (?:19|20)\\d\\d)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Background();

    [GeneratedRegex("\\b(?:19|20)\\d\\d\\b")]
    private static partial Regex Year();
}
