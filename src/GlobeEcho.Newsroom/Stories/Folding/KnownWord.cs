using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Stories.Folding;

/// <summary>What the folding makes of a word, the same wherever it stands.</summary>
internal sealed class KnownWord : WordForm
{
    private const int LeastOfName = 4;

    // They stand before names with a capital and are none: many stories have a mayor.
    private static readonly HashSet<string> Titles = new(
        ("mayor president minister prime premier chancellor governor senator congressman congresswoman representative secretary ambassador general colonel captain major "
        + "lieutenant sergeant officer detective sheriff deputy chief police judge justice attorney prosecutor king queen prince princess pope cardinal bishop archbishop "
        + "director chairman chairwoman professor doctor coach manager sir lord lady president-elect spokesman spokeswoman saint state county city "
        + "ministre president maire gouverneur burgermeister kanzler prasident alcalde presidente gobernador ministro sindaco prefeito governador").Split(' '),
        StringComparer.Ordinal);

    private bool _heard;
    private KnownTerm? _sound;

    public KnownWord(int number, string folded, KnownTerms terms)
        : base(number, folded)
    {
        IsTitle = Titles.Contains(folded);
        MayOpenDate = SaidDates.MayOpen(folded);
        Spelled = NumberWords.Small.GetValueOrDefault(folded);
        IsIdeograph = Words.IsIdeograph(folded[0]);
        if (char.IsAsciiDigit(folded[0]))
            Numeral = new InDigits(folded.Replace(",", "", StringComparison.Ordinal), terms);
        else if (!IsStop)
            Stem = terms.Of(StemOf(folded), TermKind.Word);
    }

    public bool IsTitle { get; }

    /// <summary>Whether a date may begin with the word: a number or a month.</summary>
    public bool MayOpenDate { get; }

    /// <summary>One character, and a word of its own.</summary>
    public bool IsIdeograph { get; }

    /// <summary>Hiragana is mostly grammar.</summary>
    public bool IsTellingIdeograph => IsIdeograph && Folded[0] is not (>= '\u3040' and <= '\u309F');

    /// <summary>The digits of a number that is written in letters: "2" for "second".</summary>
    public string? Spelled { get; }

    /// <summary>Null where the word is none.</summary>
    public InDigits? Numeral { get; }

    /// <summary>The word as a term; null for numbers and words that tell nothing.</summary>
    public KnownTerm? Stem { get; }

    /// <summary>Whether its script has no capitals, so that any word may be a name.</summary>
    public bool MayName => Sounds.MayName(Folded[0]);

    /// <summary>The term of how it sounds as a name; null when it is too short to be told by its sound.</summary>
    public KnownTerm? Sound(KnownTerms terms)
    {
        if (!_heard && Folded.Length >= LeastOfName && Sounds.Of(Folded) is { } sound)
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

    /// <summary>A number that is written in digits.</summary>
    internal sealed class InDigits(string digits, KnownTerms terms)
    {
        public string Digits { get; } = digits;

        public KnownTerm Number { get; } = terms.Of("#", digits, "", TermKind.Number);

        /// <summary>Null for a number that is no year.</summary>
        public KnownTerm? Year { get; } = SaidDates.Year(digits) > 0 ? terms.Of("@", digits, "", TermKind.Date) : null;
    }
}
