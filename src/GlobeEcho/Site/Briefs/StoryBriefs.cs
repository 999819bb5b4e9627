using GlobeEcho.Newsroom.Articles;
using GlobeEcho.Newsroom.Digests;
using GlobeEcho.Newsroom.Editions;
using GlobeEcho.Newsroom.Stories;
using GlobeEcho.Site.Echo;
using GlobeEcho.Site.Shell;

namespace GlobeEcho.Site.Briefs;

/// <summary>Brings stories from the newsroom's desks in the form pages print them.</summary>
public sealed class StoryBriefs(StoryDesk stories, DigestDesk digests, ArticleDesk articles, PaperTime time)
{
    private const int NamedVoices = 3;

    // Rings are 7 pixels wide at most; the narrowest column is about 230 pixels.
    private const double Gap = 2.6;

    /// <inheritdoc cref="LoadAsync(IReadOnlyList{Placement}, DateTimeOffset, DateTimeOffset?, CancellationToken)"/>
    public Task<IReadOnlyList<StoryBrief>> LoadAsync(IReadOnlyList<Placement> placements, DateTimeOffset end, CancellationToken cancel) =>
        LoadAsync(placements, end, null, cancel);

    /// <summary>
    /// In the order of the placements; a story that was merged since stands for the one it is in now, and those only muted publishers tell are
    /// left out. One time axis for all.
    /// </summary>
    /// <param name="since">When the reader looked last; null says nothing of news.</param>
    public async Task<IReadOnlyList<StoryBrief>> LoadAsync(IReadOnlyList<Placement> placements, DateTimeOffset end, DateTimeOffset? since, CancellationToken cancel)
    {
        var roots = await stories.RootsAsync(placements.Select(p => p.Story).ToList(), cancel);
        var standing = placements.Where(p => roots.ContainsKey(p.Story)).Select(p => p with { Story = roots[p.Story] }).DistinctBy(p => p.Story).ToList();
        var ids = standing.Select(p => p.Story).ToList();
        var found = (await stories.FindAsync(ids, cancel)).ToDictionary(s => s.Id);
        var written = await digests.FindAsync(ids, cancel);
        var tellings = (await stories.PrintedAsync(ids, cancel)).ToLookup(t => t.Story);
        var firsts = ids.SelectMany(i => Firsts(tellings[i])).ToList();
        var names = (await articles.FindAsync(firsts, cancel)).ToDictionary(a => a.Id, a => a.PublisherName);
        var window = EchoWindow.Before(end, tellings.SelectMany(t => t).Select(t => t.Published).ToList());
        var now = time.Now;
        return standing.Where(p => found.ContainsKey(p.Story) && tellings[p.Story].Any())
            .Select(p => (Placement: p, Told: tellings[p.Story].ToList(), Digest: written.GetValueOrDefault(p.Story)))
            .Select(p => Brief(p.Placement, found[p.Placement.Story], p.Digest, p.Told, names, window) with
            {
                Independent = Newsroom.Stories.Voices.Count(p.Told),
                Phase = StoryRhythm.PhaseAt(p.Told, now),
                News = since is { } last ? News(p.Told, p.Digest, last) : null,
            })
            .ToList();
    }

    private static BriefNews News(IReadOnlyList<Telling> tellings, Digest? digest, DateTimeOffset since)
    {
        var fresh = tellings.Where(t => t.Joined > since).Select(t => t.Article).ToHashSet();
        return new BriefNews(
            fresh.Count == tellings.Count, fresh.Count, digest?.Claims.Count(c => c.Citations.Count > 0 && c.Citations.All(from => fresh.Contains(from.Article))) ?? 0);
    }

    /// <summary>The publishers' first tellings, in order.</summary>
    private static IEnumerable<ArticleId> Firsts(IEnumerable<Telling> tellings) =>
        tellings.DistinctBy(t => t.Publisher).Take(NamedVoices).Select(t => t.Article);

    private static StoryBrief Brief(
        Placement placement, Story story, Digest? digest, IReadOnlyList<Telling> tellings, Dictionary<ArticleId, string> names, EchoWindow window)
    {
        var printed = tellings.Select(t => t.Article).ToHashSet();
        var text = digest?.Claims.Where(c => c.Citations.Any(from => printed.Contains(from.Article))).GroupBy(c => c.Paragraph).Select(p => (IReadOnlyList<string>)p.Select(c => c.Text).ToList()).ToList();
        return new StoryBrief(
            story.Id,
            story.Headline,
            story.Language,
            placement.Section,
            text ?? [],
            digest?.Language,
            Firsts(tellings).Where(names.ContainsKey).Select(a => names[a]).ToList(),
            tellings.Select(t => t.Publisher).Distinct().Count(),
            tellings.Count,
            tellings[0].Published,
            tellings[^1].Published,
            EchoLine.Of(tellings, window, Gap),
            $"{story.Id.Value}.{story.Version}.{digest?.Written.ToUnixTimeMilliseconds()}");
    }
}
