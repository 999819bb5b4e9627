using GlobeEcho.Newsroom.Text;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>One word of a claim or of what it cites, as the check of rewrites reads it.</summary>
/// <param name="Key">Its stem, or the first of the stems that mean the same.</param>
/// <param name="Sentence">Counted over all cited spans.</param>
/// <param name="Clause">Ended by a mark or a connective; counted like sentences.</param>
/// <param name="Number">The quantity it is part of; null when it is none.</param>
internal sealed record ClaimWord(TextSpan Span, string Lower, string Key, bool IsCapital, int Sentence, int Clause, bool IsQuoted, Quantity? Number)
{
    public bool IsNegation => ClaimLexicon.Negations.Contains(Lower);

    public bool IsAuxiliary => ClaimLexicon.Auxiliaries.Contains(Lower);

    /// <summary>Tells something: no function word and no number.</summary>
    public bool IsContent => Number is null && !IsNegation && !ClaimLexicon.IsFunctionWord(Lower);

    /// <summary>Whether it has a verb's ending or the past of an irregular verb.</summary>
    public bool LooksVerbal =>
        Number is null && !IsAuxiliary
        && (Lower.EndsWith("ed", StringComparison.Ordinal) || Lower.EndsWith("ing", StringComparison.Ordinal) || (Key != Lower && !Lower.EndsWith('s') && !Lower.EndsWith('e')));
}
