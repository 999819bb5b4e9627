using GlobeEcho.Newsroom.Archive;
using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Stories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GlobeEcho.Newsroom.Digests;

/// <summary>The door of the room Digests: writes each story's condensed, cited article.</summary>
public sealed class DigestDesk(
    NewsArchive archive,
    DigestStore store,
    StoryDesk stories,
    ArticleDesk articles,
    IOptions<DigestsOptions> options,
    TimeProvider clock,
    ILogger<DigestDesk> log)
{
    /// <summary>The digests of some stories; a story that has none yet is left out.</summary>
    public async Task<IReadOnlyDictionary<StoryId, Digest>> FindAsync(IReadOnlyCollection<StoryId> stories, CancellationToken cancel)
    {
        await using var session = await archive.ReadAsync(cancel);
        return await store.FindAsync(session, stories, cancel);
    }

    /// <summary>
    /// Writes every story that changed since its digest was written. A story of which no sentence passes the check keeps an empty digest,
    /// so that it is not tried again before it changes.
    /// </summary>
    public async Task<WriteReport> WriteAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var report = new WriteReport(0, 0, 0, 0);
        while (true)
        {
            var backlog = await stories.UnwrittenAsync(options.Value.Batch, cancel);
            if (backlog.Count == 0)
                break;
            foreach (var digest in await WriteBatchAsync(backlog, cancel))
            {
                report = new WriteReport(
                    report.Stories + 1, report.Claims + digest.Claims.Count, report.Dropped + digest.Dropped, report.Empty + (digest.Claims.Count == 0 ? 1 : 0));
            }

            progress?.Report((report.Stories, backlog.Count < options.Value.Batch ? report.Stories : report.Stories + options.Value.Batch));
        }

        if (report.Stories > 0)
            DigestLog.Wrote(log, report.Stories, report.Claims, report.Dropped, report.Empty);
        return report;
    }

    private async Task<IReadOnlyList<Digest>> WriteBatchAsync(IReadOnlyList<Story> backlog, CancellationToken cancel)
    {
        var tellings = (await stories.TellingsAsync(backlog.Select(s => s.Id).ToList(), cancel)).ToLookup(t => t.Story);
        var digests = new List<Digest>(backlog.Count);
        foreach (var story in backlog)
        {
            cancel.ThrowIfCancellationRequested();
            var texts = await articles.FindAsync(TellingChoice.Of(tellings[story.Id], options.Value.MostTellings), cancel);
            digests.Add(Write(story, texts));
        }

        await using var session = await archive.WriteAsync(cancel);
        foreach (var digest in digests)
        {
            await store.SaveAsync(session, digest, cancel);
            await stories.MarkWrittenAsync(session, digest.Story, digest.StoryVersion, cancel);
        }

        await session.CommitAsync(cancel);
        return digests;
    }

    private Digest Write(Story story, IReadOnlyList<Article> told)
    {
        var texts = told.Select(a => new CitableText(a.Id, a.PublisherName, a.Headline, a.Text, a.When, a.Language)).ToList();
        if (texts.Count == 0)
            return new Digest(story.Id, story.Version, clock.GetUtcNow(), story.Language, story.Headline, [], 0);
        var draft = ExtractiveWriter.Write(texts, stories.Language);
        var sifted = CitationCheck.Sift(draft, texts);
        foreach (var fault in sifted.Faults)
            DigestLog.Refused(log, story.Id.Value, fault);
        // One story has one headline wherever it is printed; only a digest in another language needs its own.
        var headline = draft.Language == story.Language ? story.Headline : draft.Headline;
        return new Digest(story.Id, story.Version, clock.GetUtcNow(), draft.Language, headline, sifted.Claims, sifted.Faults.Count);
    }
}
