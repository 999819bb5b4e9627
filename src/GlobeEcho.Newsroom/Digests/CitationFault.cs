namespace GlobeEcho.Newsroom.Digests;

/// <summary>Why a claim is not printed. The names are the codes that pages and metrics show: none is ever renamed.</summary>
public enum CitationFault
{
    /// <summary>A cited article does not belong to the story.</summary>
    ForeignArticle,

    /// <summary>A cited span is empty or does not lie within its article's text.</summary>
    SpanOutsideText,

    /// <summary>A number of the claim stands in none of the cited spans, or not as often.</summary>
    NumberMissing,

    /// <summary>A name of the claim stands in none of the cited spans.</summary>
    NameMissing,

    /// <summary>The claim's text is not, character for character, what stands at its first citation (and no reference resolved from there).</summary>
    NotVerbatim,

    /// <summary>A further citation holds less than <see cref="CitationCheck.Coverage"/> of the claim's words.</summary>
    WeakSupport,

    /// <summary>A telling word of the claim stands in none of the cited spans, nor one of the same meaning.</summary>
    WordMissing,

    /// <summary>The number is there, but of another unit or of another thing.</summary>
    UnitChanged,

    /// <summary>"At least", "about" or "fewer than" before a number was added, dropped or turned.</summary>
    BoundChanged,

    /// <summary>A weekday, month or "next year" of the claim is not in the cited spans.</summary>
    DateChanged,

    /// <summary>A "not", "no" or "against" was added or dropped.</summary>
    NegationChanged,

    /// <summary>What may, will or is wanted to be was told as done, or the other way round.</summary>
    ModalityChanged,

    /// <summary>More turned to less, before to after, rose to fell.</summary>
    ComparisonReversed,

    /// <summary>A person has an office the cited spans do not give to that person.</summary>
    OfficeChanged,

    /// <summary>Who did it and to whom it was done are not those of the cited spans.</summary>
    RolesSwapped,

    /// <summary>One clause of the claim is made of two sentences that tell different things.</summary>
    FactsMerged,

    /// <summary>A quotation is not, word for word, one of the cited spans.</summary>
    QuoteChanged,

    /// <summary>The words are there, but somebody else said them.</summary>
    SpeakerChanged,
}
