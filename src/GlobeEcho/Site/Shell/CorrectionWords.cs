using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;

namespace GlobeEcho.Site.Shell;

/// <summary>Corrections and the check's refusals in plain words.</summary>
public static class CorrectionWords
{
    /// <summary>"Herald changed its report; of 3 sentences that rested on it, 1 was taken out."</summary>
    public static string Of(DigestCorrection correction)
    {
        var (all, gone) = (correction.Claims.Count, correction.TakenOut);
        var fate = (all, gone) switch
        {
            (1, 0) => "the sentence that rested on it stands.",
            (1, 1) => "the sentence that rested on it was taken out.",
            (_, 0) => $"all {all} sentences that rested on it stand.",
            _ when all == gone => $"all {all} sentences that rested on it were taken out.",
            _ => $"of {all} sentences that rested on it, {gone} {(gone == 1 ? "was" : "were")} taken out.",
        };
        return $"{correction.Publisher} {What(correction.Outcome)}; {fate}";
    }

    /// <summary>What a publisher did, after its name.</summary>
    public static string What(RevisionOutcome outcome) => outcome switch
    {
        RevisionOutcome.Withdrawn => "withdrew its report",
        RevisionOutcome.Lost => "changed its report, which can no longer be read",
        _ => "changed its report",
    };

    /// <summary>Why the citation check refuses a claim; a fault without words of its own is named as it is.</summary>
    public static string Refusal(string fault) => fault switch
    {
        "ForeignArticle" => "the cited article is not one of the story's",
        "SpanOutsideText" => "the cited place is not in the article",
        "NumberMissing" => "a number does not stand in the cited words",
        "NameMissing" => "a name does not stand in the cited words",
        "NotVerbatim" => "it is not what stands at the cited place",
        "WeakSupport" => "the cited words hold too little of it",
        "WordMissing" => "a telling word does not stand in the cited words",
        "UnitChanged" => "a number counts another thing there",
        "BoundChanged" => "\u201Cat least\u201D, \u201Cabout\u201D or the like was added or dropped",
        "DateChanged" => "a day or month is another there",
        "NegationChanged" => "a \u201Cnot\u201D was added or dropped",
        "ModalityChanged" => "what may or will be was told as done, or what was done as possible",
        "ComparisonReversed" => "more was turned to less, or before to after",
        "OfficeChanged" => "a person has another office there",
        "RolesSwapped" => "who did it to whom is turned round",
        "FactsMerged" => "two things were made one",
        "QuoteChanged" => "a quotation is not word for word",
        "SpeakerChanged" => "somebody else said it",
        _ => string.Concat(fault.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString())),
    };
}
