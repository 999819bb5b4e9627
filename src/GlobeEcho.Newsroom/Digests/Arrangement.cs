using System.Globalization;
using System.Text.RegularExpressions;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The order a digest tells in, and its paragraphs: what happened, who says what, what went before, what others say to it, what comes next.</summary>
internal static partial class Arrangement
{
    private const int MostParagraphs = 5;
    private const int FewestOfBigStory = 3;
    private const int MostInParagraph = 3;

    /// <summary>From this many publishers on a story is big and has at least three paragraphs.</summary>
    private const int BigStory = 4;

    /// <summary>The chosen sentences in the order they are told.</summary>
    public static List<int> Order(StoryTerms story, IReadOnlyList<int> chosen)
    {
        if (chosen.Count == 0)
            return [];
        var opening = Opening(story, chosen);
        var lengths = story.Sentences.GroupBy(s => s.Source.Article).ToDictionary(g => g.Key, g => g.Count());
        var rank = chosen.Select((sentence, place) => (sentence, place)).ToDictionary(p => p.sentence, p => p.place);
        return chosen.Where(i => i != opening)
            .OrderBy(i => PartOf(story.Sentences[i]))
            .ThenBy(i => Depth(story.Sentences[i], lengths[story.Sentences[i].Source.Article]))
            .ThenBy(i => rank[i])
            .Prepend(opening).ToList();
    }

    /// <summary>What a sentence does, told by its words and its place in its text.</summary>
    public static StoryPart PartOf(Candidate sentence)
    {
        if (IsBackground(sentence))
            return StoryPart.Background;
        if (sentence.Position > 0)
        {
            if (Reaction().IsMatch(sentence.Text))
                return StoryPart.Reaction;
            if (Speech().IsMatch(sentence.Text))
                return StoryPart.Said;
            if (Next().IsMatch(sentence.Text))
                return StoryPart.Next;
        }

        return StoryPart.Happened;
    }

    /// <summary>The paragraph of each sentence, from 0: broken where the part changes, as far as paragraphs of one to three sentences allow.</summary>
    /// <param name="parts">Of each sentence, in the order told.</param>
    public static int[] Paragraphs(IReadOnlyList<StoryPart> parts, int publishers)
    {
        var sentences = parts.Count;
        var wanted = sentences <= 3 && publishers < BigStory ? 1 : Math.Clamp(sentences / 2, Math.Min(2, sentences), MostParagraphs);
        if (publishers >= BigStory)
            wanted = Math.Min(sentences, Math.Max(wanted, FewestOfBigStory));
        return Break(parts, Math.Max(wanted, (sentences + MostInParagraph - 1) / MostInParagraph));
    }

    // best[k][n]: the price of the first n sentences in k paragraphs.
    private static int[] Break(IReadOnlyList<StoryPart> parts, int wanted)
    {
        var count = parts.Count;
        if (count == 0)
            return [];
        var best = new double[wanted + 1, count + 1];
        var from = new int[wanted + 1, count + 1];
        for (var k = 0; k <= wanted; k++)
        {
            for (var n = 0; n <= count; n++)
                best[k, n] = k == 0 && n == 0 ? 0 : double.PositiveInfinity;
        }

        for (var k = 1; k <= wanted; k++)
        {
            for (var n = k; n <= count; n++)
            {
                for (var start = Math.Max(k - 1, n - MostInParagraph); start < n; start++)
                {
                    var price = best[k - 1, start] + Price(parts, start, n, (double)count / wanted);
                    if (price < best[k, n])
                        (best[k, n], from[k, n]) = (price, start);
                }
            }
        }

        var paragraphs = new int[count];
        for (int k = wanted, end = count; k > 0; end = from[k, end], k--)
            Array.Fill(paragraphs, k - 1, from[k, end], end - from[k, end]);
        return paragraphs;
    }

    // Parts mixed in one paragraph cost most, a break inside a part some, uneven lengths little.
    private static double Price(IReadOnlyList<StoryPart> parts, int start, int end, double even)
    {
        double price = Math.Abs(end - start - even) * 0.1;
        for (var i = start + 1; i < end; i++)
            price += parts[i] == parts[i - 1] ? 0 : 1;
        return price + (start > 0 && parts[start] == parts[start - 1] ? 0.5 : 0);
    }

    // The first thing chosen that opened its own text, better one that tells than one that looks back.
    private static int Opening(StoryTerms story, IReadOnlyList<int> chosen)
    {
        foreach (var i in chosen)
        {
            if (story.Sentences[i].Position <= 1 && PartOf(story.Sentences[i]) == StoryPart.Happened)
                return i;
        }

        return chosen.FirstOrDefault(i => story.Sentences[i].Position <= 1, chosen[0]);
    }

    private static bool IsBackground(Candidate sentence)
    {
        if (Background().IsMatch(sentence.Text))
            return true;
        return sentence.Source.Published is { } published
            && Year().Matches(sentence.Text).Any(y => int.Parse(y.ValueSpan, CultureInfo.InvariantCulture) < published.Year);
    }

    // Thirds of the article: finer places say nothing between articles of different length.
    private static int Depth(Candidate sentence, int length) => sentence.Position == 0 ? 0 : 1 + (3 * sentence.Position / Math.Max(1, length));

    [GeneratedRegex("\\b(?:condemned|condemns|criticised|criticized|praised|praises|welcomed|welcomes|hailed|denounced|slammed|mourned|thanked|congratulated|expressed"
        + "|in response|reacted|called on|urged|protested|rejected|dismissed"
        + "|a salué|a condamné|a dénoncé|kritisierte|begrüßte|verurteilte|condenó|criticó|celebró|condenou|criticou|ha condannato)\\b")]
    private static partial Regex Reaction();

    [GeneratedRegex("[\"“”„«»「]|\\b(?:said|says|told|called|warned|tweeted|added|wrote|according to"
        + "|a déclaré|a dit|selon|affirme|sagte|erklärte|laut|dijo|afirmó|declaró|según|disse|segundo|ha detto|secondo)\\b")]
    private static partial Regex Speech();

    [GeneratedRegex("\\b(?:will|is expected to|are expected to|is due to|are due to|is scheduled|are scheduled|is set to|are set to|is to|are to|plans to|plan to|next (?:week|month|year)|tomorrow"
        + "|doit|devrait|prévu|la semaine prochaine|wird|werden|soll|sollen|kommende|nächste|prevé|próxima|deverá|prossima)\\b")]
    private static partial Regex Next();

    [GeneratedRegex("\\b(?:last year|last decade|years ago|in recent years|for years|for decades|historically|previously|earlier this year|since (?:19|20)\\d\\d"
        + "|the first time|l'an dernier|l’an dernier|l'année dernière|depuis (?:19|20)\\d\\d"
        + "|im vergangenen Jahr|seit (?:19|20)\\d\\d|vor Jahren|el año pasado|desde (?:19|20)\\d\\d"
        + "|no ano passado|l'anno scorso|dal (?:19|20)\\d\\d)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Background();

    [GeneratedRegex("\\b(?:19|20)\\d\\d\\b")]
    private static partial Regex Year();
}
