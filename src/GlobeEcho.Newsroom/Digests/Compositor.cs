using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Logging;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>Writes one story's digest: chosen from the tellings, rewritten by a language model where one is set, checked whoever wrote it.</summary>
public sealed class Compositor(DigestMeter meter, TimeProvider clock, ILogger<Compositor> log)
{
    public DigestMeter Meter => meter;

    /// <summary>The day claims are counted under, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <param name="texts">What may be cited; none gives an empty digest.</param>
    /// <param name="language">The language of the paper, ISO 639-1.</param>
    public Task<Composed> WriteAsync(Story story, IReadOnlyList<CitableText> texts, string language, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (texts.Count == 0)
            return Task.FromResult(new Composed(new Digest(story.Id, story.Version, clock.GetUtcNow(), story.Language, story.Headline, [], 0), []));
        var draft = ExtractiveWriter.Write(texts, language);
        var sifted = CitationCheck.Sift(draft, texts);
        foreach (var fault in sifted.Faults)
            DigestLog.Refused(log, story.Id.Value, fault);
        meter.Checked(sifted.Claims.Count, sifted.Faults);
        // One story has one headline wherever it is printed; only a digest in another language, or one whose headline was taken back, needs its own.
        var own = draft.Language != story.Language || texts.All(t => t.Headline != story.Headline);
        var digest = new Digest(
            story.Id, story.Version, clock.GetUtcNow(), draft.Language, own ? draft.Headline : story.Headline, sifted.Claims, sifted.Faults.Count);
        return Task.FromResult(new Composed(digest, sifted.Faults));
    }
}
