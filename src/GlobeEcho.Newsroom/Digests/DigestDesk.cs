using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>
/// The door of the room Digests: writes each story's condensed, cited article, keeps what it said before, and follows what publishers
/// correct.
/// </summary>
public sealed class DigestDesk(
    NewsArchive archive,
    DigestStore store,
    StoryDesk stories,
    ArticleDesk articles,
    IOptions<DigestsOptions> options,
    Compositor compositor,
    ILogger<DigestDesk> log)
{
    private readonly CorrectionStore _corrections = new();

    /// <summary>The digests of some stories; a story that has none yet is left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, Digest>> FindAsync(IReadOnlyCollection<StoryId> stories, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, stories, cancel);
    }

    /// <summary>
    /// What was printed of some stories at a moment, with every correction made since; where a digest is younger, its first version.
    /// Stories without a digest are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<StoryId, DigestVersion>> AtAsync(IReadOnlyCollection<StoryId> stories, DateTimeOffset moment, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.AtAsync(session, stories, moment, cancel);
    }

    /// <summary>The versions of a story's digest in order; the oldest of a story that ran for long are gone.</summary>
    public async Task<IReadOnlyList<DigestVersion>> VersionsAsync(StoryId story, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.VersionsAsync(session, story, cancel);
    }

    /// <summary>How digests followed publishers' corrections, the newest first; of all stories when none is named.</summary>
    public async Task<IReadOnlyList<DigestCorrection>> CorrectionsAsync(StoryId? story, int limit, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await _corrections.FindAsync(session, story, limit, cancel);
    }

    /// <summary>What the citation check said of how many claims since a day (inclusive, UTC), the most frequent first.</summary>
    public async Task<IReadOnlyList<GateCount>> GateCountsAsync(DateOnly since, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await _corrections.CountsAsync(session, since, cancel);
    }

    /// <summary>
    /// Rewrites what rests on corrected articles, then writes every story that changed since its digest was written. A story of which no
    /// sentence passes the check keeps an empty digest, so that it is not tried again before it changes.
    /// </summary>
    public async Task<WriteReport> WriteAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        compositor.Begin();
        var report = await FollowAsync(new WriteReport(0, 0, 0, 0), cancel);
        while (true)
        {
            var backlog = await stories.UnwrittenAsync(options.Value.Batch, cancel);
            if (backlog.Count == 0)
                break;
            report = Count(report, await WriteBatchAsync(backlog, [], cancel));
            progress?.Report((report.Stories, backlog.Count < options.Value.Batch ? report.Stories : report.Stories + options.Value.Batch));
        }

        if (report.Stories > 0)
            DigestLog.Wrote(log, report.Stories, report.Claims, report.Dropped, report.Empty);
        return report;
    }

    private async Task<WriteReport> FollowAsync(WriteReport report, CancellationToken cancel)
    {
        while (await articles.UnappliedAsync(options.Value.Batch, cancel) is { Count: > 0 } revisions)
        {
            var told = await stories.StoriesOfAsync(revisions.Select(r => r.Article).ToList(), cancel);
            var touched = await stories.FindAsync(told.Values.Distinct().ToList(), cancel);
            report = Count(report, await WriteBatchAsync(touched, revisions, cancel));
        }

        return report;
    }

    /// <summary>Writes some stories and saves them together.</summary>
    /// <param name="revisions">The corrections that are the reason, all applied with this; none where the stories themselves changed.</param>
    private async Task<IReadOnlyList<Digest>> WriteBatchAsync(IReadOnlyList<Story> batch, IReadOnlyList<ArticleRevision> revisions, CancellationToken cancel)
    {
        var ids = batch.Select(s => s.Id).ToList();
        var tellings = (await stories.TellingsAsync(ids, cancel)).ToLookup(t => t.Story);
        var before = await FindAsync(ids, cancel);
        var written = new List<(Digest Digest, IReadOnlyList<CitationFault> Faults, IReadOnlyList<DigestCorrection> Corrections)>(batch.Count);
        foreach (var story in batch)
        {
            var told = await articles.FindAsync(TellingChoice.Of(tellings[story.Id], options.Value.MostTellings), cancel);
            var known = await articles.RevisionsAsync(told.Select(a => a.Id).ToList(), cancel);
            var (digest, faults) = await compositor.WriteAsync(story, RevisedTexts.Of(told, known), Voices.Of(tellings[story.Id].ToList()), stories.Language, cancel);
            var settled = Settled(before.GetValueOrDefault(story.Id), digest);
            written.Add((settled, faults, Followed(digest, before.GetValueOrDefault(story.Id), told, known, revisions)));
        }

        await using var session = await archive.WriteAsync(cancel);
        foreach (var (digest, _, corrections) in written)
        {
            var cause = corrections.Count > 0 ? DigestCause.Correction : digest.Number == 1 ? DigestCause.First : DigestCause.Story;
            await store.SaveAsync(session, digest, cancel, cause);
            await stories.MarkWrittenAsync(session, digest.Story, digest.StoryVersion, digest.Headline, digest.Language, cancel);
            foreach (var correction in corrections)
                await _corrections.AddAsync(session, correction, cancel);
        }

        await _corrections.CountAsync(session, compositor.Today, Counts(written.Select(w => w.Digest), written.SelectMany(w => w.Faults)), cancel);
        await articles.MarkAppliedAsync(session, revisions, cancel);
        await session.CommitAsync(cancel);
        foreach (var correction in written.SelectMany(w => w.Corrections))
        {
            compositor.Meter.Corrected(correction);
            DigestLog.Followed(log, correction.Story.Value, correction.Publisher, correction.Outcome, correction.Claims.Count, correction.TakenOut);
        }

        return written.ConvertAll(w => w.Digest);
    }

    // Words make a version. Another publisher behind the same sentence is no news to who has read it.
    private static Digest Settled(Digest? before, Digest now)
    {
        if (before is null)
            return now;
        var same = before.Headline == now.Headline && before.Standfirst?.Text == now.Standfirst?.Text && before.Claims.Select(c => (c.Text, c.Paragraph)).SequenceEqual(now.Claims.Select(c => (c.Text, c.Paragraph)));
        return same ? now with { Written = before.Written, Number = before.Number } : now with { Number = before.Number + 1 };
    }

    /// <summary>What the corrections that are applied now did to a digest that rested on them.</summary>
    private static List<DigestCorrection> Followed(
        Digest now, Digest? before, IReadOnlyList<Article> told, IReadOnlyList<ArticleRevision> known, IReadOnlyList<ArticleRevision> applied)
    {
        var printed = now.Printed.Select(c => c.Text).ToHashSet(StringComparer.Ordinal);
        var corrections = new List<DigestCorrection>();
        foreach (var revision in applied)
        {
            var page = known.Where(r => r.Article == revision.Article).Select(r => r.Revised).OfType<ArticleId>().Append(revision.Article).ToHashSet();
            var touched = (before?.Printed ?? []).Where(c => c.Citations.Any(from => page.Contains(from.Article)))
                .Select(c => new TouchedClaim(c.Text, printed.Contains(c.Text) ? ClaimFate.Stands : ClaimFate.TakenOut)).ToList();
            if (touched.Count > 0 && told.FirstOrDefault(a => page.Contains(a.Id)) is { } article)
            {
                corrections.Add(new DigestCorrection(
                    now.Story, revision.Article, article.PublisherName, revision.Outcome, revision.Noticed, now.Written, revision.HeadlineBefore, revision.HeadlineAfter, touched));
            }
        }

        return corrections;
    }

    private static IEnumerable<GateCount> Counts(IEnumerable<Digest> digests, IEnumerable<CitationFault> faults) =>
        faults.GroupBy(f => f).Select(g => new GateCount(g.Key.ToString(), g.Count())).Append(new GateCount(GateCount.Printed, digests.Sum(d => d.Printed.Count())));

    private static WriteReport Count(WriteReport report, IReadOnlyList<Digest> digests) => new(
        report.Stories + digests.Count,
        report.Claims + digests.Sum(d => d.Claims.Count),
        report.Dropped + digests.Sum(d => d.Dropped),
        report.Empty + digests.Count(d => d.Claims.Count == 0));
}
