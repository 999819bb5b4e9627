namespace GlobeEcho.Newsroom.Digests;

/// <summary>Why a claim is not printed.</summary>
public enum CitationFault
{
    /// <summary>A cited article does not belong to the story.</summary>
    ForeignArticle,

    /// <summary>A cited span is empty or does not lie within its article's text.</summary>
    SpanOutsideText,

    /// <summary>A number of the claim stands in none of the cited spans.</summary>
    NumberMissing,

    /// <summary>A name of the claim stands in none of the cited spans.</summary>
    NameMissing,

    /// <summary>The claim's text is not, character for character, what stands at its first citation.</summary>
    NotVerbatim,

    /// <summary>A further citation holds less than <see cref="CitationCheck.Coverage"/> of the claim's words.</summary>
    WeakSupport,
}
