using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What the folding makes of a word, the same wherever it stands.</summary>
internal sealed class KnownWord
{
    private const int LeastOfName = 4;

    private static readonly Dictionary<string, string> Numbers = ((string[])
        ["2 two second", "3 three third", "4 four fourth", "5 five fifth", "6 six sixth", "7 seven seventh", "8 eight eighth", "9 nine ninth", "10 ten tenth", "11 eleven", "12 twelve"])
        .Select(n => n.Split(' ')).SelectMany(n => n[1..].Select(w => (Word: w, Number: n[0]))).ToDictionary(n => n.Word, n => n.Number, StringComparer.Ordinal);

    // They stand before names with a capital and are none: many stories have a mayor.
    private static readonly HashSet<string> Titles = new(
        ("mayor president minister prime premier chancellor governor senator congressman congresswoman representative secretary ambassador general colonel captain major "
        + "lieutenant sergeant officer detective sheriff deputy chief police judge justice attorney prosecutor king queen prince princess pope cardinal bishop archbishop "
        + "director chairman chairwoman professor doctor coach manager sir lord lady president-elect spokesman spokeswoman saint state county city "
        + "ministre president maire gouverneur burgermeister kanzler prasident alcalde presidente gobernador ministro sindaco prefeito governador").Split(' '),
        StringComparer.Ordinal);

    private readonly string _folded;
    private bool _heard;
    private KnownTerm? _sound;

    public KnownWord(WordForm form, KnownTerms terms)
    {
        _folded = form.Folded;
        IsTitle = Titles.Contains(_folded);
        MayOpenDate = SaidDates.MayOpen(_folded);
        Spelled = Numbers.GetValueOrDefault(_folded);
        IsIdeograph = Words.IsIdeograph(_folded[0]);
        if (char.IsAsciiDigit(_folded[0]))
        {
            Digits = _folded.Replace(",", "", StringComparison.Ordinal);
            Number = terms.Of("#", Digits, "", TermKind.Number);
            Year = SaidDates.Year(Digits) > 0 ? terms.Of("@", Digits, "", TermKind.Date) : null;
        }
        else if (!form.IsStop)
        {
            Stem = terms.Of(StemOf(_folded), TermKind.Word);
        }
    }

    public bool IsTitle { get; }

    /// <summary>Whether a date may begin with the word: a number or a month.</summary>
    public bool MayOpenDate { get; }

    /// <summary>One character, and a word of its own.</summary>
    public bool IsIdeograph { get; }

    /// <summary>Hiragana is mostly grammar.</summary>
    public bool IsTellingIdeograph => IsIdeograph && _folded[0] is not (>= '\u3040' and <= '\u309F');

    /// <summary>The digits of a number that is written in letters: "2" for "second".</summary>
    public string? Spelled { get; }

    /// <summary>The digits of a number that is written in digits.</summary>
    public string? Digits { get; }

    public KnownTerm? Number { get; }

    /// <summary>A number that may be a year.</summary>
    public KnownTerm? Year { get; }

    /// <summary>The word as a term; null for numbers and words that tell nothing.</summary>
    public KnownTerm? Stem { get; }

    /// <summary>Whether its script has no capitals, so that any word may be a name.</summary>
    public bool MayName => Sounds.MayName(_folded[0]);

    /// <summary>The term of how it sounds as a name; null when it is too short to be told by its sound.</summary>
    public KnownTerm? Sound(KnownTerms terms)
    {
        if (!_heard && _folded.Length >= LeastOfName && Sounds.Of(_folded) is { } sound)
            _sound = terms.Of("~", sound, "", TermKind.Sound);
        _heard = true;
        return _sound;
    }

    // The commonest English endings, so that "drills" meets "drill"; other languages lose little by it.
    private static string StemOf(string folded)
    {
        if (folded.Length < 5 || folded[^1] != 's' || folded[^2] is 's' or 'u' or 'i')
            return folded;
        return folded.EndsWith("ies", StringComparison.Ordinal) ? folded[..^3] + "y" : folded[..^1];
    }
}
