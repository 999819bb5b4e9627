using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests.Model;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Writes one story's digest: chosen from the tellings, rewritten by a language model where one is set, checked whoever wrote it.</summary>
public sealed class Compositor(LanguageModel model, DigestMeter meter, TimeProvider clock, ILogger<Compositor> log)
{
    // Below this share of claims that pass, the model's article is a patchwork, and the extract stands.
    private const double LeastPassing = 0.5;

    public DigestMeter Meter => meter;

    /// <summary>The day claims are counted under, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A new pass: what is counted by the pass begins anew.</summary>
    public void Begin() => model.Begin();

    /// <param name="texts">What may be cited; none gives an empty digest.</param>
    /// <param name="voices">Whose voice each of them is: copies of one text corroborate nothing.</param>
    /// <param name="language">The language of the paper, ISO 639-1.</param>
    public async Task<Composed> WriteAsync(Story story, IReadOnlyList<CitableText> texts, IReadOnlyDictionary<ArticleId, string> voices, string language, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (texts.Count == 0)
            return new Composed(new Digest(story.Id, story.Version, clock.GetUtcNow(), story.Language, story.Headline, [], 0), []);
        var draft = ExtractiveWriter.Write(texts, language, voiceOf: t => voices[t.Article]);
        var sifted = CitationCheck.Sift(draft, texts);
        var faults = sifted.Faults.ToList();
        foreach (var fault in faults)
            DigestLog.Refused(log, story.Id.Value, fault);
        // One story has one headline wherever it is printed; only a digest in another language, or one whose headline was taken back, needs its own.
        var own = draft.Language != story.Language || texts.All(t => t.Headline != story.Headline);
        var digest = new Digest(
            story.Id, story.Version, clock.GetUtcNow(), draft.Language, own ? draft.Headline : story.Headline, sifted.Claims, faults.Count)
        {
            Standfirst = sifted.Standfirst,
            Disagreements = draft.Disagreements,
            Quotes = draft.Quotes,
        };
        if (model.Wants(story, digest.Claims))
            digest = await RewriteAsync(digest, texts, faults, cancel);
        meter.Checked(digest.Printed.Count(), faults);
        return new Composed(digest, faults);
    }

    private async Task<Digest> RewriteAsync(Digest extract, IReadOnlyList<CitableText> texts, List<CitationFault> faults, CancellationToken cancel)
    {
        var reading = await model.RewriteAsync(extract.Language, extract.Claims, cancel);
        if (reading is not ModelReading.Written { Claims: var claims })
            return FellBack(extract, (ModelReading.FellBack)reading);
        var refused = Refused(claims, extract, texts);
        faults.AddRange(refused.Values);
        if (claims.Count - refused.Count < LeastPassing * claims.Count || refused.Count == claims.Count)
            return FellBack(extract, new ModelReading.FellBack(ModelFallback.Gate, $"{refused.Count} of {claims.Count} claims were refused, first for {refused.Values.First()}."));
        var printed = Mended(claims, refused, extract.Claims);
        return extract with { Claims = printed, Author = DigestAuthor.Model, Dropped = extract.Dropped + refused.Count };
    }

    private static Dictionary<ModelClaim, CitationFault> Refused(IReadOnlyList<ModelClaim> claims, Digest extract, IReadOnlyList<CitableText> texts)
    {
        var refused = new Dictionary<ModelClaim, CitationFault>(ReferenceEqualityComparer.Instance);
        foreach (var claim in claims)
        {
            if (CitationCheck.Sift(new Draft(extract.Language, extract.Headline, [claim.Claim]), texts, GateStrictness.Rewrite).Faults is [var fault, ..])
                refused[claim] = fault;
        }

        return refused;
    }

    // In the place of a refused claim stand the sentences it was made of, where no other claim tells them.
    private static List<Claim> Mended(IReadOnlyList<ModelClaim> claims, Dictionary<ModelClaim, CitationFault> refused, IReadOnlyList<Claim> offered)
    {
        var told = claims.Where(c => !refused.ContainsKey(c)).SelectMany(c => c.Offered).ToHashSet();
        var printed = new List<Claim>();
        foreach (var claim in claims)
        {
            if (!refused.ContainsKey(claim))
                printed.Add(claim.Claim);
            else
                printed.AddRange(claim.Offered.Where(told.Add).Select(n => new Claim(offered[n].Text, claim.Claim.Paragraph, offered[n].Citations)));
        }

        return printed;
    }

    private Digest FellBack(Digest extract, ModelReading.FellBack why)
    {
        meter.FellBack(why.Reason.ToString());
        DigestLog.FellBack(log, extract.Story.Value, why.Reason, why.Words);
        return extract with { Fallback = why.Reason.ToString() };
    }
}
