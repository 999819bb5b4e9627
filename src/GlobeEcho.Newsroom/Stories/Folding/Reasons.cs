using System.Globalization;
using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>Says in plain words why an article stands where it stands.</summary>
internal sealed class Reasons(Vocabulary vocabulary)
{
    private const int Shown = 4;

    private static readonly int YearConflict = Array.IndexOf(Evidence.Features, "yearConflict");
    private static readonly int DayConflict = Array.IndexOf(Evidence.Features, "dayConflict");
    private static readonly int CountryConflict = Array.IndexOf(Evidence.Features, "countryConflict");
    private static readonly int NamesApart = Array.IndexOf(Evidence.Features, "exclusiveBoth");
    private static readonly int Numbers = Array.IndexOf(Evidence.Features, "cosNumbers");

    /// <summary>Why the nearest story was not the article's; null evidence where no story came near.</summary>
    public static string Opened(double[]? evidence)
    {
        if (evidence is null)
            return "opened the story";
        var differs = new List<string>();
        if (evidence[NamesApart] >= 0.3)
            differs.Add("other names");
        if (evidence[CountryConflict] > 0)
            differs.Add("another country");
        if (evidence[YearConflict] > 0)
            differs.Add("another year");
        if (evidence[DayConflict] > 0)
            differs.Add("another day");
        if (evidence[Numbers] == 0)
            differs.Add("other numbers");
        return differs.Count == 0 ? "opened the story" : "opened the story; the nearest one differs: " + string.Join(", ", differs);
    }

    /// <summary>The words that weighed most in the likeness, as the article writes them.</summary>
    public string Joined(Reading reading, FoldedStory story)
    {
        var text = reading.Text;
        var shared = new List<(double Worth, TextSpan Written)>();
        var at = 0;
        for (var i = 0; i < reading.Terms.Length; i++)
        {
            var term = reading.Terms[i];
            if (story.Has(term.Id, ref at) && (vocabulary.KindOf(term.Id) != TermKind.Sound || vocabulary.IsBridge(term.Id)))
                shared.Add((Math.Round(Math.Pow(vocabulary.Weight(term.Id), 2) * term.Weight * story.SumAt(at), 3), reading.Written[i]));
        }

        shared.Sort((a, b) => a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth) : a.Written.In(text).SequenceCompareTo(b.Written.In(text)));
        var words = new List<string>(Shown);
        for (var i = 0; i < shared.Count && words.Count < Shown; i++)
        {
            var word = shared[i].Written.Of(text);
            if (!words.Contains(word, StringComparer.OrdinalIgnoreCase))
                words.Add(word);
        }

        return "joined on: " + string.Join(", ", words);
    }

    /// <summary>The names and words that most tellings of one part have and none of the other.</summary>
    public string Parted(FoldedStory goes, FoldedStory stays) => $"parted from the story: {Own(goes, stays)} here, {Own(stays, goes)} there";

    private string Own(FoldedStory story, FoldedStory other)
    {
        var own = new List<(double Worth, string Text)>();
        for (var i = 0; i < story.Length; i++)
        {
            var id = story.TermAt(i);
            if (vocabulary.KindOf(id) != TermKind.Word || story.DocumentsAt(i) * 2 < story.Articles || other.Find(id) >= 0)
                continue;
            var (weight, group) = vocabulary.Read(id);
            var text = vocabulary.TextOf(id);
            own.Add((weight * weight * story.SumAt(i) / story.Articles, group == Evidence.Names ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text) : text));
        }

        var words = own.OrderByDescending(o => Math.Round(o.Worth, 3)).ThenBy(o => o.Text, StringComparer.Ordinal).Take(Shown - 1).Select(o => o.Text).ToList();
        return words.Count == 0 ? "other words" : string.Join(", ", words);
    }
}
