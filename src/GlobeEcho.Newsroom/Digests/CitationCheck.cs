using GlobeEcho.Newsroom.Articles;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The gate every draft passes, whoever wrote it: what its citations do not carry is not printed.</summary>
public static class CitationCheck
{
    /// <summary>The share of a claim's different words that each of its citations holds.</summary>
    public const double Coverage = 0.8;

    /// <summary>Divides a draft into what may be printed and what may not.</summary>
    public static CheckedDraft Sift(Draft draft, IReadOnlyCollection<CitableText> texts, GateStrictness strictness = GateStrictness.Verbatim)
    {
        var byArticle = texts.ToDictionary(t => t.Article, t => t.Text);
        // The rules for rewrites know English; in other languages a writer may only copy.
        var allowed = draft.Language is null or "en" ? strictness : GateStrictness.Verbatim;
        var kept = new List<Claim>();
        var faults = new List<CitationFault>();
        var paragraphs = new List<int>();
        foreach (var claim in draft.Claims)
        {
            if (Fault(claim, byArticle, allowed) is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            if (!paragraphs.Contains(claim.Paragraph))
                paragraphs.Add(claim.Paragraph);
            kept.Add(new Claim(claim.Text, paragraphs.IndexOf(claim.Paragraph), claim.Citations));
        }

        if (kept.Count == 0 || draft.Standfirst is not { } standfirst)
            return new CheckedDraft(kept, faults);
        if (Fault(standfirst, byArticle, allowed) is not { } wrong)
            return new CheckedDraft(kept, faults) { Standfirst = standfirst };
        faults.Add(wrong);
        return new CheckedDraft(kept, faults);
    }

    /// <summary>The first fault of a claim; null when it may be printed.</summary>
    public static CitationFault? Fault(Claim claim, IReadOnlyDictionary<ArticleId, string> texts, GateStrictness strictness = GateStrictness.Verbatim)
    {
        var cited = new List<string>();
        foreach (var citation in claim.Citations)
        {
            if (!texts.TryGetValue(citation.Article, out var text))
                return CitationFault.ForeignArticle;
            if (citation.Span.Length == 0 || !citation.Span.LiesWithin(text))
                return CitationFault.SpanOutsideText;
            cited.Add(citation.Span.Of(text));
        }

        // Whoever may rewrite may copy, too.
        return strictness == GateStrictness.Rewrite && !IsCopy(claim.Text, cited[0])
            ? RewriteCheck.Fault(claim.Text, cited)
            : Copied(claim.Text, cited);
    }

    private static bool IsCopy(string claim, string cited) => string.Equals(claim, cited, StringComparison.Ordinal) || Resolution.IsOf(claim, cited);

    private static CitationFault? Copied(string claim, List<string> cited)
    {
        var said = WordSet.Of(claim);
        var held = cited.ConvertAll(WordSet.Of);
        if (said.Numbers.Any(n => !held.Exists(h => h.Numbers.Contains(n))))
            return CitationFault.NumberMissing;
        if (said.Names.Any(n => !held.Exists(h => h.Words.Contains(n))))
            return CitationFault.NameMissing;
        if (!IsCopy(claim, cited[0]))
            return CitationFault.NotVerbatim;
        return held.TrueForAll(h => h.Covers(said)) ? null : CitationFault.WeakSupport;
    }
}
