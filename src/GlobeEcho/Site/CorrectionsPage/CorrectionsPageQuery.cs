using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.CorrectionsPage;

/// <summary>Loads what the page of corrections prints.</summary>
public sealed class CorrectionsPageQuery(DigestDesk digests, StoryDesk stories, EditionDesk editions, PaperTime time)
{
    private const int Most = 100;

    public async Task<CorrectionsPageContent> LoadAsync(CancellationToken cancel)
    {
        var since = DateOnly.FromDateTime(time.Now.UtcDateTime).AddDays(1 - CorrectionsPageContent.Days);
        var counts = await digests.GateCountsAsync(since, cancel);
        return new CorrectionsPageContent(
            (await editions.LatestAsync(cancel))?.MadeUp,
            await CorrectionsAsync(cancel),
            counts.Where(c => c.Reason != GateCount.Printed).ToList(),
            counts.Where(c => c.Reason == GateCount.Printed).Sum(c => c.Claims));
    }

    /// <summary>Newest first; none of a muted publisher, whose name is not printed.</summary>
    public async Task<IReadOnlyList<PrintedCorrection>> CorrectionsAsync(CancellationToken cancel)
    {
        var corrections = await digests.CorrectionsAsync(null, Most, cancel);
        var printed = new List<PrintedCorrection>(corrections.Count);
        foreach (var group in corrections.GroupBy(c => c.Story))
        {
            // A merged story is printed under the one that took it.
            if (await stories.FindAsync(group.Key, cancel) is not { } story)
                continue;
            var articles = (await stories.PrintedAsync([story.Id], cancel)).Select(t => t.Article).ToHashSet();
            printed.AddRange(group.Where(c => articles.Contains(c.Article)).Select(c => new PrintedCorrection(c, story)));
        }

        return printed.OrderByDescending(p => p.Correction.Written).ToList();
    }
}
